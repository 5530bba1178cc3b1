/** Rows by their keys, pages of them, and what is made of others. In a moment, whose questions wait for each other, those that wait are read together. */
import type { ClientSession, Document } from 'mongodb'
import type { Row, RowKeys } from '#kernel'
import { Gathering } from '../gathering.js'
import type { ReadParts } from '../read-parts.js'
import type { RememberedRow } from '../writing/remembered-rows.js'
import type { MongoTable, StoredRow } from './stored-rows.js'
import { readTogether, type WantedPage, type WantedSums, type WantedTogether } from './together.js'

interface Asked extends RowKeys {
  of: MongoTable
}

export class GatheredRows {
  private readonly gathering: Gathering<readonly WantedTogether[], Document[][]>

  constructor(private readonly parts: ReadParts) {
    this.gathering = new Gathering(parts.questions, (session, all) => this.together(session, all))
  }

  async getMany(wanted: readonly RowKeys[]): Promise<Row[][]> {
    const asked: Asked[] = []
    for (const each of wanted) {
      const of = await this.parts.catalogue.ready(each.table)
      for (const column of each.columns ?? []) of.shape.column(column)
      asked.push({ ...each, keys: [...new Set(each.keys)], of })
    }
    const { remembered } = this.parts
    const found = await (remembered ? this.unlessRemembered(asked, remembered) : this.read(asked))
    return asked.map(({ of, columns }, at) => (found[at] ?? []).map((row) => of.given(row, columns)))
  }

  async page(wanted: WantedPage): Promise<StoredRow[]> {
    const [found = []] = await this.gathering.ask([wanted])
    return found as unknown as StoredRow[]
  }

  async made(wanted: WantedSums): Promise<Document[]> {
    const [made = []] = await this.gathering.ask([wanted])
    return made
  }

  /** Reads what is not remembered. */
  private async unlessRemembered(
    asked: readonly Asked[],
    remembered: NonNullable<ReadParts['remembered']>,
  ): Promise<RememberedRow[][]> {
    const since = remembered.moment
    const known = asked.map(({ table, keys }) => keys.flatMap((key) => remembered.row(table, key) ?? []))
    const isMissing = (table: string) => (key: string) => remembered.row(table, key) === undefined
    const missing = asked.map((each) => ({ ...each, keys: each.keys.filter(isMissing(each.table)) }))
    if (missing.every(({ keys }) => keys.length === 0)) return known
    const read = await this.read(missing)
    for (const [at, { table, keys, columns }] of missing.entries())
      if (!columns) remembered.read(table, keys, { found: read[at] ?? [], since })
    return known.map((rows, at) => [...rows, ...(read[at] ?? [])])
  }

  private async read(asked: readonly Asked[]): Promise<RememberedRow[][]> {
    const wanted = asked.map(({ table: collection, keys: ids, columns, of }) => ({
      ...{ collection, ids },
      projection: of.reading(columns),
    }))
    return (await this.gathering.ask(wanted)) as RememberedRow[][]
  }

  private async together(session: ClientSession, all: readonly (readonly WantedTogether[])[]): Promise<Document[][][]> {
    const read = await readTogether({ db: this.parts.questions.db, session }, all.flat())
    let from = 0
    return all.map(({ length }) => {
      from += length
      return read.slice(from - length, from)
    })
  }
}
