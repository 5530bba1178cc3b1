/** Rows by their keys. In a moment, whose questions wait for each other, those that wait are read together. */
import type { Row, RowKeys } from '#kernel'
import type { Questions } from '../questions.js'
import type { MongoCatalogue } from './catalogue.js'
import type { MongoTable, StoredRow } from './stored-rows.js'
import { readTogether } from './together.js'

type Session = Parameters<typeof readTogether>[0]['session']

interface Asked extends RowKeys {
  of: MongoTable
}

interface Waiting {
  wanted: readonly Asked[]
  found?: Promise<Row[][]>
}

export class GatheredRows {
  private waiting: Waiting[] = []

  constructor(
    private readonly questions: Questions,
    private readonly catalogue: MongoCatalogue,
  ) {}

  async getMany(wanted: readonly RowKeys[]): Promise<Row[][]> {
    const asked: Asked[] = []
    for (const each of wanted) {
      const of = await this.catalogue.ready(each.table)
      for (const column of each.columns ?? []) of.shape.column(column)
      asked.push({ ...each, of })
    }
    // Otherwise what another has asked might be of before this one asks.
    if (!this.questions.reached) return this.questions.put((session) => this.read(session, asked))
    const own: Waiting = { wanted: asked }
    this.waiting.push(own)
    return this.questions.put(async (session) => own.found ?? this.readWaiting(session, own), true)
  }

  private readWaiting(session: Session, own: Waiting): Promise<Row[][]> {
    const all = this.waiting.splice(0)
    const read = this.read(
      session,
      all.flatMap(({ wanted }) => wanted),
    )
    let from = 0
    for (const each of all) {
      const [start, end] = [from, from + each.wanted.length]
      from = end
      each.found = read.then((rows) => rows.slice(start, end))
      // Told when its turn comes.
      each.found.catch(() => undefined)
    }
    return own.found ?? read
  }

  private async read(session: Session, all: readonly Asked[]): Promise<Row[][]> {
    const asked = all.map(({ table, keys, columns, of }) => ({
      collection: table,
      ids: [...new Set(keys)],
      projection: of.reading(columns),
    }))
    const found = await readTogether({ db: this.questions.db, session }, asked)
    return all.map(({ of, columns }, at) => (found[at] ?? []).map((row) => of.given(row as StoredRow, columns)))
  }
}
