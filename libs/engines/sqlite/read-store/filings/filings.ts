/**
 * Filings in the file of the read models: narrow rows of integers in the order of partition and moment, joined with the
 * log beside them. A partition's rows lie together: its history and a page of its timeline are each one stretch of the file.
 */
import {
  comparePositions,
  type FiledEvent,
  type FilingRow,
  type FilingsCondition,
  type FilingsPage,
  type FilingsQuery,
  type HistoryRange,
  type Position,
  ReadStoreRefused,
  type Share,
  type StandingFiling,
  type StoredEvent,
  storedPosition,
  writeCursor,
} from '#kernel'
import { andSql, limitSql, type SqlRow, type SqlValue, type StoreFile } from '../store-file.js'
import { afterCursor, filingConditions } from './conditions.js'
import { FilingNames } from './names.js'
import { columns, filingsSchema, loading, places, shortOf } from './schema.js'

/** Where the events lie that filings point at: a log that can be read without waiting. */
export interface EventsBeside {
  /** The events at these positions, in recorded order; those that are not there are left out. */
  eventsAt(positions: readonly Position[]): StoredEvent[]
  /** The events of these streams up to a position, in recorded order. */
  eventsOf(streams: readonly string[], upTo: Position): StoredEvent[]
}

const filing = `INSERT INTO "~filings" (${columns}) VALUES (${places}) ON CONFLICT DO NOTHING`
const usualLimit = 50
const highestLimit = 500

const instantOf = (at: SqlRow[number] | undefined): string => new Date(Number(at)).toISOString()

export class SqliteFilings {
  readonly #partitions: FilingNames
  readonly #codes: FilingNames
  private readonly beside: EventsBeside | undefined

  constructor(
    private readonly file: StoreFile,
    { readOnly, log }: { readOnly: boolean; log: EventsBeside | undefined },
  ) {
    if (!readOnly) file.db.exec(filingsSchema)
    this.beside = log
    this.#partitions = new FilingNames(file, '"~partitions"', 20_000)
    this.#codes = new FilingNames(file, '"~codes"', 5_000)
  }

  /** Files a version inside the caller's transaction; the one before it holds up to here. */
  put(row: FilingRow): void {
    const values = this.#valuesOf(row)
    const { instead } = row
    if (instead) {
      const ended = `UPDATE "~filings" SET until = ? WHERE partition = ? AND at = ? AND first = ? AND position = ?`
      this.file.run(ended, row.position, values[0] as number, Date.parse(instead.at), row.first, instead.position)
    }
    // What was filed before a repeat may have been followed by another version since.
    this.file.run(filing, ...values)
  }

  /** After a transaction that failed. */
  rolledBack(): void {
    this.#partitions.forget()
    this.#codes.forget()
  }

  history(partitions: readonly string[], range: HistoryRange = {}): StoredEvent[] {
    return this.#eventsAt(this.#positionsIn(partitions, range))
  }

  /** A partition has a name here from its first filing on. */
  unfiled(partitions: readonly string[]): Set<string> {
    return this.#partitions.missing(partitions)
  }

  count(partitions: readonly string[], most: number): number {
    const text = 'SELECT 1 FROM "~filings" WHERE partition IN (SELECT value FROM json_each(?)) LIMIT ?'
    return this.file.all({ text, values: [JSON.stringify(this.#idsOf(partitions)), most] }).length
  }

  versions(partitions: readonly string[], firsts: readonly (string | Position)[]): StoredEvent[] {
    const wanted = new Set(firsts)
    if (wanted.size === 0) return []
    const shorts = firsts.flatMap((first) => (typeof first === 'string' ? [shortOf(first)] : []))
    const positions = firsts.filter((first) => typeof first === 'number')
    const text = `SELECT DISTINCT first, position FROM "~filings"
      WHERE partition IN (SELECT value FROM json_each(?))
      AND (event IN (SELECT value FROM json_each(?)) OR first IN (SELECT value FROM json_each(?)))`
    const values = [this.#idsOf(partitions), shorts, positions].map((list) => JSON.stringify(list))
    const rows = this.file
      .all({ text, values })
      .map((row) => row.map(storedPosition) as [first: Position, last: Position])
    const events = new Map(this.#eventsAt(new Set(rows.flat())).map((event) => [event.position, event]))
    const isWanted = (first: Position) => wanted.has(first) || wanted.has(events.get(first)?.id ?? '')
    const kept = new Set(rows.filter(([first]) => isWanted(first)).flat())
    return [...events.values()].filter(({ position }) => kept.has(position))
  }

  positions(partitions: readonly string[], firsts: readonly string[]): Map<string, Position> {
    if (firsts.length === 0) return new Map()
    const text = `SELECT DISTINCT event, first FROM "~filings" WHERE partition IN (SELECT value FROM json_each(?))
      AND event IN (SELECT value FROM json_each(?))`
    const values = [this.#idsOf(partitions), firsts.map(shortOf)].map((list) => JSON.stringify(list))
    const found = new Map(
      this.file.all({ text, values }).map(([event, first]) => [Number(event), storedPosition(first)]),
    )
    return new Map(
      firsts.flatMap((id) => {
        const position = found.get(shortOf(id))
        return position === undefined ? [] : [[id, position] as const]
      }),
    )
  }

  ofStreams(streams: readonly string[], upTo: Position): StoredEvent[] {
    this.file.requireMoment()
    return this.#log().eventsOf(streams, upTo)
  }

  ofUnit(unit: string, most: number): StoredEvent[] {
    const id = this.#codes.find(unit)
    if (id === undefined) return []
    const text = `SELECT DISTINCT first, position FROM "~filings" WHERE unit = ? AND until IS NULL ${limitSql(most)}`
    const rows = this.file.all({ text, values: [id] })
    return this.#eventsAt(new Set(rows.flatMap((row) => row.map(storedPosition))))
  }

  timelineCount(query: FilingsCondition): number {
    const conditions = filingConditions(query, { partitions: this.#partitions, codes: this.#codes })
    if (!conditions) return 0
    const { text, values } = andSql(conditions)
    const [counted] = this.file.all({ text: `SELECT count(*) FROM "~filings" WHERE ${text}`, values })
    return Number(counted?.[0])
  }

  timeline(query: FilingsQuery): FilingsPage {
    const limit = query.limit ?? usualLimit
    if (!Number.isInteger(limit) || limit < 1 || limit > highestLimit)
      throw new RangeError(`a page of a timeline has 1 to ${highestLimit} facts, not ${limit}`)
    const conditions = filingConditions(query, { partitions: this.#partitions, codes: this.#codes })
    if (!conditions) return { facts: [] }
    const { cursor, limit: _, ...asked } = query
    const identity = JSON.stringify(asked)
    if (cursor !== undefined) conditions.push(afterCursor(identity, cursor))
    const where = andSql(conditions)
    const found = this.file.all({
      text: `SELECT at, first, position FROM "~filings" WHERE ${where.text}
        ORDER BY at DESC, first DESC ${limitSql(limit + 1)}`,
      values: where.values,
    })
    const rows = found.slice(0, limit)
    const [at, first] = rows.at(-1) ?? []
    const facts = this.#factsOf(rows.map((row) => ({ first: storedPosition(row[1]), last: storedPosition(row[2]) })))
    return found.length > limit ? { facts, next: writeCursor(identity, [Number(at), Number(first)]) } : { facts }
  }

  *partitions({ index, of }: Share): Generator<{ partition: string; events: StoredEvent[] }> {
    const text = 'SELECT first, position, partition FROM "~filings" WHERE partition % ? = ? ORDER BY partition'
    let positions = new Set<Position>()
    let current: number | undefined
    const done = () => ({ partition: this.#partitions.nameOf(current) as string, events: this.#eventsAt(positions) })
    for (const [first, position, partition] of this.file.iterate({ text, values: [of, index] })) {
      if (current !== undefined && current !== partition) {
        yield done()
        positions = new Set()
      }
      current = Number(partition)
      positions.add(storedPosition(first)).add(storedPosition(position))
    }
    if (current !== undefined) yield done()
  }

  *standing(after?: string): Generator<StandingFiling[]> {
    const behind = after === undefined ? '' : 'WHERE p.name > ?'
    const text = `SELECT p.name, f.at, f.first, f.position, f.until, f.type, f.unit, f.function, f.actor, f.shown
      FROM "~partitions" p CROSS JOIN "~filings" f ON f.partition = p.id ${behind} ORDER BY p.name, f.at, f.first, f.position`
    let rows: StandingFiling[] = []
    for (const row of this.file.iterate({ text, values: after === undefined ? [] : [after] })) {
      rows.push(this.#standing(row))
      if (rows.length < highestLimit) continue
      yield rows
      rows = []
    }
    if (rows.length > 0) yield rows
  }

  load(events: Iterable<FiledEvent>): void {
    this.file.transaction(() => {
      this.file.db.exec(loading)
      const insert = this.file.prepare(`INSERT INTO "~filings~loading" VALUES (${places})`)
      for (const { rows } of events) for (const row of rows) insert.run(...this.#valuesOf(row))
    })
  }

  /** Sorted once, rows are written one after the other; each version ends where the next of its fact begins. */
  finishLoad(): void {
    this.file.transaction(() => {
      this.file.db.exec(loading)
      const until = 'lead(position) OVER (PARTITION BY partition, first ORDER BY position)'
      const ended = `SELECT partition, at, first, position, ${until} AS until, event, type, unit, function, actor, shown FROM "~filings~loading"`
      this.file.db.exec(`INSERT INTO "~filings" (${columns}) ${ended} ORDER BY partition, at, first, position`)
      this.file.db.exec('DROP TABLE "~filings~loading"')
    })
  }

  #valuesOf(row: FilingRow): SqlValue[] {
    const code = (name: string | undefined) => (name === undefined ? null : this.#codes.made(name))
    return [
      this.#partitions.made(row.partition),
      Date.parse(row.at),
      row.first,
      row.position,
      null,
      shortOf(row.event),
      code(row.type),
      code(row.unit),
      code(row.function),
      code(row.actor),
      row.shown ? 1 : 0,
    ]
  }

  #standing(row: SqlRow): StandingFiling {
    const [partition, at, first, position, until, type, unit, by, actor, shown] = row
    return {
      partition: String(partition),
      at: instantOf(at),
      first: storedPosition(first),
      position: storedPosition(position),
      until: until === null ? undefined : storedPosition(until),
      type: String(this.#codes.nameOf(type)),
      unit: this.#codes.nameOf(unit),
      function: this.#codes.nameOf(by),
      actor: String(this.#codes.nameOf(actor)),
      shown: shown === 1,
    }
  }

  #idsOf(partitions: readonly string[]): number[] {
    return partitions.flatMap((name) => this.#partitions.find(name) ?? [])
  }

  #positionsIn(partitions: readonly string[], { after = 0, upTo }: HistoryRange): Set<Position> {
    const positions = new Set<Position>()
    for (const id of this.#idsOf(partitions)) {
      const values: SqlValue[] = upTo === undefined ? [id, after] : [id, after, upTo]
      const bound = upTo === undefined ? '' : ' AND position <= ?'
      const text = `SELECT first, position FROM "~filings" WHERE partition = ? AND position > ?${bound}`
      for (const [first, position] of this.file.all({ text, values }))
        positions.add(storedPosition(first)).add(storedPosition(position))
    }
    return positions
  }

  #eventsAt(positions: Iterable<Position>): StoredEvent[] {
    const sorted = [...positions].sort(comparePositions)
    if (sorted.length === 0) return []
    const events = this.#log().eventsAt(sorted)
    if (events.length === sorted.length) return events
    throw new ReadStoreRefused(`${this.file.path} is filed by another log: delete it, so that it is derived anew.`)
  }

  #log(): EventsBeside {
    if (!this.beside) throw new Error('these read models were opened without the log that they are filed by')
    return this.beside
  }

  #factsOf(rows: readonly { first: Position; last: Position }[]): FilingsPage['facts'] {
    const positions = new Set(rows.flatMap(({ first, last }) => [first, last]))
    const events = new Map(this.#eventsAt(positions).map((event) => [event.position, event]))
    return rows.map(({ first, last }) => ({
      first: events.get(first) as StoredEvent,
      last: events.get(last) as StoredEvent,
    }))
  }
}
