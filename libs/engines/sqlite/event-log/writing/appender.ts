/**
 * Puts appends into the tables inside a transaction that its caller began: checks the revision,
 * recognises a repeat, inserts. Nothing is decided here about when to commit.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Appended, ExpectedRevision, Position } from '#kernel'
import { storedPosition } from '#kernel/events/position.js'
import { categoryOf } from '../category.js'

/** An event as its row holds it. */
export interface EncodedEvent {
  id: string
  type: string
  /** Canonical JSON. */
  data: string
  /** Canonical JSON. */
  metadata: string
  recordedAtMs: number
}

export interface Append {
  stream: string
  expected: ExpectedRevision
  events: readonly EncodedEvent[]
}

/** What an append comes to: where its events lie, or where the stream is instead of where it was expected. */
export type Outcome = Appended | { actual: ExpectedRevision }

interface StreamRow {
  id: number
  categoryId: number
  /** Of its last event; -1 when it has none. */
  revision: number
}

const findStream = `
  SELECT s.id, s.category_id, (SELECT max(revision) FROM events WHERE stream_id = s.id)
  FROM streams s WHERE s.name = ?`
const insertEvent = `
  INSERT INTO events (category_id, stream_id, revision, recorded_at_ms, id, type, data, metadata)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

export class Appender {
  readonly #findStream: StatementSync
  readonly #insertEvent: StatementSync
  readonly #insertStream: StatementSync
  readonly #insertCategory: StatementSync
  readonly #idsAt: StatementSync
  readonly #newest: StatementSync
  readonly #categories = new Map<string, number>()
  #newestMs = 0

  constructor(db: DatabaseSync) {
    const prepare = (sql: string) => {
      const statement = db.prepare(sql)
      statement.setReturnArrays(true)
      return statement
    }
    this.#findStream = prepare(findStream)
    this.#insertEvent = prepare(insertEvent)
    this.#insertStream = prepare('INSERT INTO streams (category_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING')
    this.#insertCategory = prepare(
      'INSERT INTO categories (name) VALUES (?) ON CONFLICT DO UPDATE SET name = name RETURNING id',
    )
    this.#idsAt = prepare(
      'SELECT id, position FROM events WHERE stream_id = ? AND revision BETWEEN ? AND ? ORDER BY revision',
    )
    this.#newest = prepare('SELECT recorded_at_ms FROM events ORDER BY position DESC LIMIT 1')
  }

  /** At the beginning of every transaction: what an earlier one rolled back must not be remembered. */
  begin(): void {
    this.#categories.clear()
    this.#newestMs = values(this.#newest.get())?.[0] ?? 0
  }

  /** Holds only once the transaction is committed. */
  apply({ stream, expected, events }: Append): Outcome {
    // Most streams that are to be new are: they are not looked for first.
    const begun = expected === 'no-stream' ? this.#create(stream) : undefined
    if (begun) return this.#insert(begun, events)
    const found = this.#find(stream)
    const actual = found?.revision ?? -1
    const before = expected === 'no-stream' ? -1 : expected
    if (found && actual === before) return this.#insert(found, events)
    const earlier = found && this.#repeated(found, before + 1, events)
    return earlier ?? { actual: found ? actual : 'no-stream' }
  }

  #find(stream: string): StreamRow | undefined {
    const row = values(this.#findStream.get(stream))
    return row && { id: row[0], categoryId: row[1], revision: row[2] }
  }

  /** Undefined when there is such a stream. */
  #create(stream: string): StreamRow | undefined {
    const category = categoryOf(stream)
    const categoryId = this.#categories.get(category) ?? values(this.#insertCategory.get(category))?.[0] ?? 0
    this.#categories.set(category, categoryId)
    const { changes, lastInsertRowid } = this.#insertStream.run(categoryId, stream)
    return changes === 0 ? undefined : { id: Number(lastInsertRowid), categoryId, revision: -1 }
  }

  #insert(stream: StreamRow, events: readonly EncodedEvent[]): Appended {
    const { id: streamId, categoryId } = stream
    let { revision } = stream
    let position: Position = 0
    for (const { id, type, data, metadata, recordedAtMs } of events) {
      revision++
      this.#newestMs = Math.max(this.#newestMs, recordedAtMs)
      const place = [categoryId, streamId, revision, this.#newestMs]
      position = storedPosition(this.#insertEvent.run(...place, id, type, data, metadata).lastInsertRowid)
    }
    return { revision, position }
  }

  /** The first answer, when exactly these events lie at this place already. */
  #repeated(stream: StreamRow, from: number, events: readonly EncodedEvent[]): Appended | undefined {
    const to = from + events.length - 1
    const rows = this.#idsAt.all(stream.id, from, to) as unknown as [string, number][]
    if (rows.length < events.length || rows.some(([id], i) => id !== events[i]?.id)) return undefined
    return { revision: to, position: storedPosition(rows.at(-1)?.[1]) }
  }
}

/** A row of a statement that returns arrays of integers. */
function values(row: unknown): [number, number, number] | undefined {
  return row as [number, number, number] | undefined
}
