/** How the handles move: together unless one is moved alone, and never past now. */
import type { Cursor } from '../facts/seen.js'

export type Handle = keyof Cursor

export interface Move {
  handle: Handle
  /** ms. */
  to: number
  alone: boolean
  now: number
}

export function movedBy(cursor: Cursor, { handle, to, alone, now }: Move): Cursor {
  const target = Math.min(to, now)
  if (alone) return { ...cursor, [handle]: target }
  const by = target - cursor[handle]
  return { asOf: Math.min(now, cursor.asOf + by), knownAt: Math.min(now, cursor.knownAt + by) }
}

export interface Stepping {
  /** ms. */
  from: number
  by: 1 | -1
  day(ms: number): string
  now: number
}

/** The next day at which something changed, or the one before; after the last, now; before the first, none. */
export function nextChange(changes: readonly number[], { from, by, day, now }: Stepping): number | undefined {
  const here = day(from)
  if (by < 0) return changes.findLast((at) => day(at) < here)
  if (from >= now) return undefined
  return changes.find((at) => day(at) > here) ?? now
}
