/** Reads the log's tables: by stream and in recorded order. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import {
  BEYOND,
  type EventMetadata,
  type JsonObject,
  type Position,
  type ReadAll,
  type StoredEvent,
  storedPosition,
} from '#kernel'
import { withPlace } from './damage.js'
import { Prefixes, type Selection } from './prefixes.js'

const columns = 'e.position, s.name, e.revision, e.id, e.type, e.data, e.metadata'
type Row = [position: Position, string, number, string, string, string, string]

/** CROSS JOIN keeps events the outer table, whatever SQLite knows of their numbers. */
const everything: Selection = { condition: 'true', values: [] }
const inOrder = ({ condition }: Selection) => `
  SELECT ${columns} FROM events e CROSS JOIN streams s ON s.id = e.stream_id
  WHERE ${condition} AND e.position > ? AND e.position <= ?`
const atPositions = `
  SELECT ${columns} FROM json_each(?) p CROSS JOIN events e ON e.position = p.value CROSS JOIN streams s ON s.id = e.stream_id`
const inStream = `
  SELECT ${columns} FROM streams s CROSS JOIN events e ON e.stream_id = s.id
  WHERE s.name = ? ORDER BY e.revision`
const inStreams = `
  SELECT ${columns} FROM json_each(?) n CROSS JOIN streams s ON s.name = n.value CROSS JOIN events e ON e.stream_id = s.id
  WHERE e.position <= ? ORDER BY e.position`
const categoriesBetween = `
  SELECT DISTINCT c.name FROM events e CROSS JOIN categories c ON c.id = e.category_id
  WHERE e.position > ? AND e.position <= ?`
/** So few events are looked at faster one by one than by prefixes. Positions of this log are counted: no other may be. */
const fewEvents = 500
const lastFirst = `
  SELECT ${columns} FROM events e CROSS JOIN streams s ON s.id = e.stream_id ORDER BY e.position DESC`

export class Reader {
  readonly #prefixes: Prefixes
  readonly #statements = new Map<string, StatementSync>()

  constructor(private readonly db: DatabaseSync) {
    this.#prefixes = new Prefixes(db)
  }

  stream(name: string): StoredEvent[] {
    return this.#events(inStream, [name])
  }

  /** Of several streams, in recorded order. */
  streams(names: readonly string[], upTo: Position): StoredEvent[] {
    return this.#events(inStreams, [JSON.stringify([...new Set(names)]), upTo])
  }

  page({ after, limit, until = BEYOND, prefixes }: ReadAll): StoredEvent[] {
    const selections = this.#prefixes.selections(prefixes) ?? [everything]
    if (selections.length === 0) return []
    // A limit that is bound has SQLite plan the statement anew at every run.
    const sql = `${selections.map(inOrder).join(' UNION ALL ')} ORDER BY position LIMIT ${limit}`
    return this.#events(
      sql,
      selections.flatMap(({ values }) => [...values, after, until]),
    )
  }

  /** The same of what has come since a position: that it is of other streams is said at once where it is little. */
  since({ after, until, limit, prefixes }: Required<Pick<ReadAll, 'until'>> & ReadAll): StoredEvent[] {
    const mayHold = prefixes === undefined || until - after > fewEvents || this.#touches(prefixes, { after, until })
    return mayHold ? this.page({ after, until, limit, prefixes }) : []
  }

  #touches(prefixes: readonly string[], { after, until }: { after: Position; until: Position }): boolean {
    const rows = this.#statement(categoriesBetween).all(after, until) as unknown as [string][]
    return rows.some(([name]) => prefixes.some((prefix) => prefix.startsWith(`${name}-`) || name.startsWith(prefix)))
  }

  /** The last events, the newest first. */
  newest(limit: number): StoredEvent[] {
    return this.#events(`${lastFirst} LIMIT ${limit}`, [])
  }

  /** In the order of the positions; those that are not there are left out. */
  at(positions: readonly Position[]): StoredEvent[] {
    return this.#events(atPositions, [JSON.stringify(positions)])
  }

  head(): Position {
    const row = this.#statement('SELECT max(position) FROM events').get() as unknown as [number | null] | undefined
    return storedPosition(row?.[0] ?? 0)
  }

  #events(sql: string, values: (string | number)[]): StoredEvent[] {
    try {
      const rows = this.#statement(sql).all(...values) as unknown as Row[]
      return rows.map(toEvent)
    } catch (error) {
      throw withPlace(this.db, error)
    }
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.db.prepare(sql)
    statement.setReturnArrays(true)
    this.#statements.set(sql, statement)
    return statement
  }
}

function toEvent([position, stream, revision, id, type, data, metadata]: Row): StoredEvent {
  return {
    id,
    type,
    data: JSON.parse(data) as JsonObject,
    metadata: JSON.parse(metadata) as EventMetadata,
    stream,
    revision,
    position,
  }
}
