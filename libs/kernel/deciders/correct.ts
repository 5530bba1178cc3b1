/** Corrections: one more event on the stream of what it corrects, which restates or retracts it. */

import { compact } from '../events/compact.js'
import {
  BECAUSE,
  type EventMetadata,
  type Filing,
  type JsonObject,
  type NewEvent,
  type StoredEvent,
} from '../events/stored-event.js'
import type { PayloadClass } from '../fields/field.js'
import { isWriting } from '../fields/formats.js'
import { InvalidInput } from '../fields/invalid-input.js'
import { parse } from '../fields/parse.js'
import { history, isRetracted, type Version, versionsOf } from '../history/history.js'
import { utc } from '../history/instants.js'
import { RevisionConflict } from '../ports/event-log.js'
import type { Decider, Filed } from './decider.js'
import { expectedOf, loadStream, metadataOf, refuseAhead, repeatOf, requireDecider, sealed } from './dispatch.js'
import type { Caller, CorrectionRequest, Dispatching, Recorded } from './ports.js'
import { refuse } from './refusal.js'

/**
 * Restates or retracts an event, once however often it is sent. `eventId` may name the first event
 * or a correction of it.
 * @throws InvalidInput, DomainError; then nothing was recorded
 */
export async function correct(request: CorrectionRequest, caller: Caller, ports: Dispatching): Promise<Recorded> {
  if (!isWriting(request.because)) throw new InvalidInput([{ path: 'because', code: 'k-writing' }])
  for (let attempt = 0; attempt < 8; attempt++) {
    try {
      return await attemptCorrection(request, caller, ports)
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error
    }
  }
  return refuse('try-again')
}

async function attemptCorrection(request: CorrectionRequest, caller: Caller, ports: Dispatching): Promise<Recorded> {
  const category = request.stream.slice(0, request.stream.indexOf('-'))
  const decider = requireDecider(category, ports)
  // A correction stands in the stream of what it corrects, whatever that was merged into since.
  const loaded = await loadStream(request.stream, { ...ports, aliases: (stream) => ({ stream, with: [] }) })
  const fingerprint = ports.hash.fingerprint(compact({ correct: request }) as unknown as JsonObject)
  const before = repeatOf(loaded, caller.commandId, fingerprint)
  if (before) return before
  const version = findVersion(loaded.asked, request.eventId, loaded.events)
  await ports.access.requireCorrection(caller.viewer, version.first)
  if (request.mode === 'retract' && isRetracted(version)) refuse('already-retracted')
  requireNotAhead(request, version, ports)
  const data = bodyOf(request, { version, events: loaded.events, ports })
  const event = await build({ request, caller, ports, decider, version, data, fingerprint, events: loaded.events })
  const appended = await ports.log.append(request.stream, expectedOf(loaded.asked), [event])
  const id = request.stream.slice(request.stream.indexOf('-') + 1)
  return {
    id,
    stream: request.stream,
    events: [{ id: event.id, type: event.type }],
    position: appended.positions[0] ?? 0,
    repeated: false,
  }
}

function findVersion(own: readonly StoredEvent[], eventId: string, opened: readonly StoredEvent[]): Version {
  const named = own.find((event) => event.id === eventId)
  if (!named) return refuse('not-found')
  return versionsOf(opened).get(named.metadata.corrects?.eventId ?? named.id) ?? refuse('not-found')
}

/** Restating without a body brings back what the fact said before it was retracted. */
function bodyOf(
  request: CorrectionRequest,
  { version: { first }, events, ports }: Pick<Building, 'version' | 'events' | 'ports'>,
): JsonObject {
  if (request.mode === 'retract') return { [BECAUSE]: request.because }
  const { payload } = ports.registry.catalogue.require(first.type)
  const said = versionsIn(events, first).findLast(({ metadata }) => metadata.corrects?.mode !== 'retract') ?? first
  const { [BECAUSE]: _, ...lastSaid } = said.data
  const body = parse(payload as PayloadClass, request.body ?? lastSaid)
  return { ...(body as JsonObject), [BECAUSE]: request.because }
}

const versionsIn = (events: readonly StoredEvent[], first: StoredEvent): StoredEvent[] =>
  events.filter((event) => event.id === first.id || event.metadata.corrects?.eventId === first.id)

interface Building {
  request: CorrectionRequest
  caller: Caller
  ports: Dispatching
  decider: Decider
  version: Version
  data: JsonObject
  fingerprint: string
  events: readonly StoredEvent[]
}

async function build(b: Building): Promise<NewEvent> {
  const { request, caller, ports, version, data } = b
  const { first, last } = version
  const filed = request.mode === 'retract' ? last.metadata : restatedFiling(b)
  // Who may correct it there may not for that reason move it to another unit.
  if (filed.unit !== last.metadata.unit) await ports.access.requireWrite(caller.viewer, b.decider.resource, filed)
  const stated = request.occurred ?? first.metadata
  const base = metadataOf({
    ports,
    caller,
    fingerprint: b.fingerprint,
    stated,
    filed: { unit: filed.unit, customers: filed.customers, contacts: filed.contacts },
    moments: b.events.filter((e) => e !== first).map((e) => e.metadata.effectiveAt),
    now: utc(ports.clock()),
    type: first.type,
  })
  const metadata: EventMetadata = {
    ...base,
    // Unless another time is stated, the fact stays where it was.
    ...(request.occurred
      ? {}
      : {
          effectiveAt: last.metadata.effectiveAt,
          occurredAt: last.metadata.occurredAt,
          occurredPrecision: last.metadata.occurredPrecision,
        }),
    corrects: { eventId: first.id, mode: request.mode },
    formerly: formerlyOf(version, b.events, filed),
  }
  const event = { id: ports.hash.uuid('event', caller.commandId, '0'), type: first.type, data: compact(data), metadata }
  return { ...event, data: await sealed({ ...event, stream: first.stream }, ports) }
}

/** Where the restated fact belongs: where it would be filed had it been said so at once. */
function restatedFiling({ decider, version: { first, last }, data, events, request }: Building): Filed {
  const corrects = { eventId: first.id, mode: 'restate' as const }
  const restated = { ...last, data, metadata: { ...last.metadata, corrects }, position: Number.MAX_SAFE_INTEGER }
  const facts = history([...events, restated])
  const upToIt = facts.slice(0, facts.findIndex((fact) => fact.id === first.id) + 1)
  const state = upToIt.reduce<unknown>((s, fact) => decider.evolve(s, fact), decider.initial)
  const { [BECAUSE]: _, ...payload } = data
  return decider.filed(state, request.stream.slice(request.stream.indexOf('-') + 1), {
    type: first.type,
    data: payload,
  })
}

/** What was recorded of the past stays in the past; a plan may be moved ahead. */
function requireNotAhead({ occurred }: CorrectionRequest, { first }: Version, ports: Dispatching): void {
  const wasAhead = first.metadata.effectiveAt > first.metadata.recordedAt
  if (occurred?.occurredPrecision !== 'instant' || wasAhead) return
  refuseAhead(occurred.occurredAt, utc(ports.clock()))
}

/** The journals of all earlier versions that the new one no longer names. */
function formerlyOf({ first }: Version, events: readonly StoredEvent[], filed: Filed): Filing {
  const versions = versionsIn(events, first)
  const earlier = (pick: (m: Filing) => string[]) => [
    ...new Set(
      versions.flatMap(({ metadata }) => [...pick(metadata), ...(metadata.formerly ? pick(metadata.formerly) : [])]),
    ),
  ]
  return {
    customers: earlier((m) => m.customers).filter((id) => !filed.customers.includes(id)),
    contacts: earlier((m) => m.contacts).filter((id) => !filed.contacts.includes(id)),
  }
}
