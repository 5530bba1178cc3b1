/** Between times and positions: by the marks that the read models keep along the log. */
import type { EventLog, Position, Reads } from '#kernel'
import { utc } from '#kernel'
import { CHECKPOINT, lastMark, MARKS, mostFromMark } from '#read-models'
import type { MomentsLog } from './moments.js'

/** The log with positions by time, as far as the read models are. */
export const momentsLogOf = (of: { store: Reads; log: EventLog }): MomentsLog => ({
  head: () => of.log.head(),
  eventAt: (position) => of.log.eventAt(position),
  positionAt: (instant) => positionAt(instant, of),
})

/** Between times and positions, both ways. */
export const timesByMarks = (of: { store: Reads; log: EventLog }) => ({
  positionAt: (instant: string) => positionAt(instant, of),
  minuteAt: (position: Position) => minuteAt(position, of.store),
})

/**
 * Position of the last event up to which nothing was recorded after the instant, as far as the read models
 * are; 0 if there is none.
 */
export async function positionAt(
  instant: string,
  { store, log }: { store: Pick<Reads, 'checkpoint' | 'find'>; log: Pick<EventLog, 'readAll'> },
): Promise<Position> {
  const to = utc(instant)
  // Before the marks, which are then there for everything up to it.
  const until = await store.checkpoint(CHECKPOINT)
  const latest = { where: { column: 'recorded', to }, sort: [{ column: 'recorded', descending: true }], limit: 1 }
  const [mark] = (await store.find(MARKS, latest)).rows
  if (!mark) return 0
  if (mark.position >= until) return mark.position
  let reached = mark.position
  for (const { position, metadata } of await log.readAll({ after: reached, until, limit: mostFromMark })) {
    if (utc(metadata.recordedAt) > to) break
    reached = position
  }
  return reached
}

/**
 * A moment in the minute by which everything up to a position was recorded: that of the last mark, since
 * the first event of a later minute has one of its own. Enough to tell the day, which begins with a minute everywhere.
 */
export async function minuteAt(position: Position, store: Pick<Reads, 'find'>): Promise<string> {
  const mark = await lastMark(position, store)
  if (!mark) throw new Error(`the read models have no mark up to position ${position}`)
  return String(mark.columns.recorded)
}
