/** What dispatch and corrections share in making an event: when it may lie, its metadata, its sealing, its time. */
import {
  type Caller,
  type Deciding,
  type Dispatching,
  type EventMetadata,
  effectiveMoment,
  type Fact,
  type Filed,
  history,
  type JsonObject,
  mostBytesAtOnce,
  mostEventsAtOnce,
  type NewEvent,
  refuse,
  type Sealable,
  type Stated,
  utc,
} from '#kernel'
import type { DecidingPorts, Task } from './task.js'

/** Clocks of people's devices may be a little ahead of ours: how far a correction may lie ahead, and a new fact. */
const toleratedAheadMs = { correction: 120_000, fact: 600_000 } as const
/** Where every day begins. */
const firstZone = 'Pacific/Kiritimati'

/** What a decision about a moment may ask. */
export function decidingAt(
  at: string,
  { id, task, deciding }: { id: string; task: Task; deciding: DecidingPorts },
): Deciding {
  const { ports } = deciding
  const { caller } = task
  return {
    id,
    viewer: caller.viewer,
    system: caller.source?.system,
    get now() {
      return deciding.now
    },
    at,
    references: ports.references({ asOf: at }),
    present: ports.references({}),
    derive: (label) => ports.hash.shortId(label, caller.commandId),
    exists: async (stream) => {
      const facts = history(await deciding.read(stream, task))
      return facts.length > 0 && deciding.sees(caller.viewer, filedTogether(facts))
    },
    facts: async (stream) => {
      const events = await deciding.read(stream, task)
      return history(events.map((event) => ports.registry.catalogue.read(event)))
    },
  }
}

/** Where a record is: with the unit it is of by now, and with all that it was ever about. */
function filedTogether(facts: readonly Fact[]): Filed {
  const last = facts.at(-1)
  return {
    ...(last?.unit !== undefined && { unit: last.unit }),
    customers: [...new Set(facts.flatMap(({ customers }) => customers))],
    contacts: [...new Set(facts.flatMap(({ contacts }) => contacts))],
  }
}

/** @throws DomainError `person-erased` when the event says something about somebody who was erased */
export async function sealed(event: Sealable, { sealer }: Pick<Dispatching, 'sealer'>): Promise<JsonObject> {
  const [data] = await sealer.sealAll([event])
  return data ?? refuse('person-erased')
}

/** Whether the clock that stated a moment is a few minutes ahead of ours: what it tells has happened by now. */
export const isOfClockAhead = ({ occurredAt, occurredPrecision }: Stated, now: string): boolean => {
  const aheadMs = occurredPrecision === 'instant' ? Date.parse(occurredAt) - Date.parse(now) : 0
  return aheadMs > 0 && aheadMs <= toleratedAheadMs.fact
}

/**
 * What is recorded has begun; a day has where the unit is, without a unit as soon as it has anywhere.
 * @throws DomainError `too-far-ahead`
 */
export function refuseAhead(stated: Stated, { now, unit }: { now: string; unit?: string }, ports: Dispatching): void {
  const zone = unit === undefined ? firstZone : ports.zoneOf(unit)
  const begins = effectiveMoment(stated, [], zone)
  if (Date.parse(begins) > Date.parse(now) + toleratedAheadMs.correction) refuse('too-far-ahead')
}

/**
 * The log appends only so much in one piece.
 * @throws DomainError `too-much-at-once`
 */
export function refuseTooMuch(events: readonly NewEvent[]): void {
  const bytes = events.reduce((sum, { data }) => sum + Buffer.byteLength(JSON.stringify(data)), 0)
  if (events.length > mostEventsAtOnce || bytes > mostBytesAtOnce) refuse('too-much-at-once')
}

export const momentsOf = (facts: readonly Fact[]): string[] => facts.map(({ at }) => at)

/** Builds the metadata of a new event. */
export function metadataOf(from: {
  ports: Dispatching
  caller: Caller
  fingerprint: string
  stated: Stated
  filed: Filed
  moments: readonly string[]
  now: string
  type: string
}): EventMetadata {
  const { caller, filed, stated, ports } = from
  const effectiveAt = effectiveMoment(stated, from.moments, ports.zoneOf(filed.unit))
  const { correlationId, causationId, source, importId } = caller
  // In the order in which names are written, so that none has to be sorted.
  return {
    actor: caller.viewer.member,
    ...(causationId !== undefined && { causationId }),
    commandId: caller.commandId,
    contacts: filed.contacts,
    ...(correlationId !== undefined && { correlationId }),
    customers: filed.customers,
    effectiveAt,
    fingerprint: from.fingerprint,
    ...(importId !== undefined && { importId }),
    occurredAt: stated.occurredPrecision === 'instant' ? effectiveAt : stated.occurredAt,
    occurredPrecision: stated.occurredPrecision,
    recordedAt: from.now,
    schemaVersion: ports.registry.catalogue.require(from.type).version,
    ...(source !== undefined && { source }),
    ...(filed.unit !== undefined && { unit: filed.unit }),
  }
}

/** The events with the moment of their recording, which is none before they are appended: so times never fall along the log. */
export function stamped(events: readonly NewEvent[], clock: () => Date): readonly NewEvent[] {
  const recordedAt = utc(clock())
  for (const { metadata } of events) metadata.recordedAt = recordedAt
  return events
}
