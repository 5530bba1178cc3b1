/** From a time to a position: by the marks that the read models keep along the log. */
import type { EventLog, Position, ReadStore } from '#kernel'
import { utc } from '#kernel'
import { CHECKPOINT, MARKS, mostFromMark } from '#read-models'
import type { MomentsLog } from './moments.js'

/** The log with positions by time, as far as the read models are. */
export const momentsLogOf = (of: { store: ReadStore; log: EventLog }): MomentsLog => ({
  head: () => of.log.head(),
  eventAt: (position) => of.log.eventAt(position),
  positionAt: (instant) => positionAt(instant, of),
})

/**
 * Position of the last event up to which nothing was recorded after the instant, as far as the read models
 * are; 0 if there is none.
 */
export async function positionAt(
  instant: string,
  { store, log }: { store: Pick<ReadStore, 'checkpoint' | 'find'>; log: Pick<EventLog, 'readAll'> },
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
