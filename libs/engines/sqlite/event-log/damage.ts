/** Finds where in a damaged log the first event stands that cannot be read, for whoever has to put a backup in its place. */
import type { DatabaseSync } from 'node:sqlite'
import { LogRefused, type Sentence } from '#kernel'
import { ofLog } from '../telling/log-texts.js'
import { isDamage } from './refusals.js'

/** The column before it says what an event is; what comes after it is long, and may lie on another page. */
const inOrder = `
  SELECT e.position, e.type, e.data, e.metadata, s.name FROM events e LEFT JOIN streams s ON s.id = e.stream_id
  WHERE e.position > ? ORDER BY e.position LIMIT ?`
const nextType = 'SELECT position, type FROM events WHERE position > ? ORDER BY position LIMIT 1'
const atOnce = 1_000

/** What made a read fail, with the place when the log is damaged; anything else as it is. */
export function withPlace(db: DatabaseSync, error: unknown): unknown {
  if (!isDamage(error) && !(error instanceof SyntaxError)) return error
  const file = db.location() ?? 'in memory'
  // Its message would quote what could not be read.
  return new LogRefused(damagedAt(db, file), { cause: isDamage(error) ? error : undefined })
}

/** Of a log that is damaged: where, and what to do. */
export const damagedAt = (db: DatabaseSync, file: string): Sentence =>
  ofLog('damaged-at', { file, place: firstUnreadable(db) })

/** A sentence; the events before it can be read. */
function firstUnreadable(db: DatabaseSync): Sentence {
  let after = 0
  for (;;) {
    const last = lastOf(db, after, atOnce)
    if (last === 'unreadable') break
    if (last === undefined) return ofLog('by-stream')
    after = last
  }
  for (;;) {
    const next = lastOf(db, after, 1)
    if (typeof next !== 'number') return placeAfter(db, after)
    after = next
  }
}

/** The position of the last of the next events; undefined when there are none. */
function lastOf(db: DatabaseSync, after: number, limit: number): number | 'unreadable' | undefined {
  try {
    let last: number | undefined
    for (const { position, data, metadata, name } of db.prepare(inOrder).all(after, limit)) {
      JSON.parse(String(data))
      JSON.parse(String(metadata))
      if (typeof name !== 'string') return 'unreadable'
      last = Number(position)
    }
    return last
  } catch {
    return 'unreadable'
  }
}

function placeAfter(db: DatabaseSync, after: number): Sentence {
  try {
    const { position, type } = db.prepare(nextType).get(after) ?? {}
    if (position !== undefined) return ofLog('event-unreadable', { position, type: said(type) })
  } catch {
    // Not even where it stands can be read.
  }
  return after === 0 ? ofLog('none-readable') : ofLog('rest-unreadable', { position: after })
}

/** A type is a plain word with dots; damage may have put anything in its place. */
const said = (type: unknown): string => (/^[\w.-]{1,100}$/.test(String(type)) ? String(type) : 'of no type')
