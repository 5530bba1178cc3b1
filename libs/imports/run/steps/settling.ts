/** A step of a record at work: what stands on its stream, and what of that the source itself has said. */
import type { Stated, StoredEvent, Version } from '#kernel'
import type { RecordStep } from '../../records/step.js'
import type { WrittenRecords } from './written.js'

export interface Settling {
  step: RecordStep
  id: string
  source: { system: string; record: string }
  /** Of the stream, as stored. */
  events: readonly StoredEvent[]
  written: WrittenRecords
  sentAs: string | undefined
  isWhole: boolean | undefined
}

/** What the source itself said last of a fact; persons may have corrected it since. */
export function saidLast({ source, events }: Settling, { first }: Version): StoredEvent {
  const isOwn = ({ id, metadata }: StoredEvent) =>
    (id === first.id || metadata.corrects?.eventId === first.id) &&
    metadata.corrects?.mode !== 'retract' &&
    metadata.source?.record === source.record &&
    metadata.source.system === source.system
  return events.findLast(isOwn) ?? first
}

/** Whether the row states another moment than a fact has; none is stated by what is so from now on. */
export function isOfAnotherMoment({ occurred }: RecordStep, { metadata }: StoredEvent): boolean {
  if (!occurred) return false
  const { occurredAt, occurredPrecision } = metadata
  return occurred.occurredAt !== occurredAt || occurred.occurredPrecision !== occurredPrecision
}

/** Ahead of everything is no moment at which something changes. */
export const statedMoment = ({ occurred }: RecordStep): Stated | undefined =>
  occurred?.occurredPrecision === 'before' ? undefined : occurred

/** Whether nobody but the source has said anything on the stream. */
export const isOwnAlone = ({ events, source }: Settling): boolean =>
  events.every(({ metadata }) => metadata.source?.system === source.system)

/** Whether everything that follows a moment on the stream is the source's own. */
export function isFollowedByOwnAlone({ events, source }: Settling, at: string): boolean {
  const later = events.filter(({ metadata }) => metadata.effectiveAt > at)
  return later.length > 0 && later.every(({ metadata }) => metadata.source?.system === source.system)
}
