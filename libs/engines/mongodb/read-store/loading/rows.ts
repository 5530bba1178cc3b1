/** Loads rows of tables that nobody reads yet: those of a rebuild, and those that a share of it has put into a database of its own. */
import type { Collection } from 'mongodb'
import type { Row } from '#kernel'
import { isKeyTaken } from '../../mongo-connection.js'
import { unrepeated } from '../../patience.js'
import type { MongoCatalogue } from '../tables/catalogue.js'
import type { StoredRow } from '../tables/stored-rows.js'

const loadedTogether = 1000

export async function insertRows(catalogue: MongoCatalogue, name: string, rows: Iterable<Row>): Promise<void> {
  const table = await catalogue.loading(name)
  let together: StoredRow[] = []
  for (const row of rows) {
    together.push(table.stored(row))
    if (together.length < loadedTogether) continue
    await load(catalogue, name, together)
    together = []
  }
  await load(catalogue, name, together)
}

/** Takes the rows that stand in another database. */
export async function absorbRows(catalogue: MongoCatalogue, name: string, from: Collection<StoredRow>): Promise<void> {
  await catalogue.loading(name)
  const cursor = from.find({}, { batchSize: loadedTogether })
  while (await cursor.hasNext()) await load(catalogue, name, cursor.readBufferedDocuments())
}

async function load(catalogue: MongoCatalogue, name: string, rows: StoredRow[]): Promise<void> {
  if (rows.length === 0) return
  try {
    await catalogue.rowsIn(name).insertMany(rows, { ordered: false, writeConcern: { w: 1 } })
  } catch (error) {
    if (!isKeyTaken(error)) throw unrepeated(error)
    await catalogue.noteTwice(name)
  }
}
