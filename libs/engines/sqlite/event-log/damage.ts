/** Finds where in a damaged log the first event stands that cannot be read, for whoever has to put a backup in its place. */
import type { DatabaseSync } from 'node:sqlite'
import { LogRefused } from '#kernel'
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
  return new LogRefused(
    `The event log ${file} is damaged: ${firstUnreadable(db)} Keep the file, and put the newest backup in its place.`,
    // Its message would quote what could not be read.
    { cause: isDamage(error) ? error : undefined },
  )
}

/** A sentence; the events before it can be read. */
export function firstUnreadable(db: DatabaseSync): string {
  let after = 0
  for (;;) {
    const last = lastOf(db, after, atOnce)
    if (last === 'unreadable') break
    if (last === undefined) return 'every event can be read in recorded order, but not by its stream.'
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

function placeAfter(db: DatabaseSync, after: number): string {
  try {
    const { position, type } = db.prepare(nextType).get(after) ?? {}
    if (position !== undefined) return `the event at position ${position} (${said(type)}) cannot be read.`
  } catch {
    // Not even where it stands can be read.
  }
  return after === 0 ? 'no event can be read.' : `what follows the event at position ${after} cannot be read.`
}

/** A type is a plain word with dots; damage may have put anything in its place. */
const said = (type: unknown): string => (/^[\w.-]{1,100}$/.test(String(type)) ? String(type) : 'of no type')
