/** Corrections: one more event on the stream of what it corrects, which restates or retracts it. */

import { BECAUSE } from '../events/catalogue.js'
import { compact } from '../events/compact.js'
import type { EventMetadata, Filing, JsonObject, NewEvent, StoredEvent } from '../events/stored-event.js'
import type { PayloadClass } from '../fields/field.js'
import { isWriting } from '../fields/formats.js'
import { InvalidInput } from '../fields/invalid-input.js'
import { parse } from '../fields/parse.js'
import { factOf } from '../history/fact.js'
import { history, isRetracted, type Version, versionsOf } from '../history/history.js'
import { utc } from '../history/instants.js'
import { RevisionConflict } from '../ports/event-log.js'
import type { Decider, Filed } from './decider.js'
import { expectedOf, loadStream, metadataOf, repeatOf, requireDecider, sealed } from './dispatch.js'
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
  const data = bodyOf(request, version, ports)
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

function bodyOf(request: CorrectionRequest, { first }: Version, ports: Dispatching): JsonObject {
  if (request.mode === 'retract') return { [BECAUSE]: request.because }
  const { payload } = ports.registry.catalogue.require(first.type)
  const body = parse(payload as PayloadClass, request.body ?? first.data)
  return { ...(body as JsonObject), [BECAUSE]: request.because }
}

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

/** Where the restated fact belongs: as the record would be filed if it had been said so at once. */
function restatedFiling({ decider, version, data, events, request }: Building): Filed {
  const { [BECAUSE]: _, ...payload } = data
  const restated = { ...version.last, data: payload }
  const facts = history(events.map((event) => (event.id === version.first.id ? { ...event, data: payload } : event)))
  const known = facts.some((fact) => fact.id === version.first.id) ? facts : [...facts, factOf(version.first, restated)]
  const state = known.reduce<unknown>((s, fact) => decider.evolve(s, fact), decider.initial)
  return decider.filed(state, request.stream.slice(request.stream.indexOf('-') + 1), {
    type: version.first.type,
    data: payload,
  })
}

/** The journals of all earlier versions that the new one no longer names. */
function formerlyOf({ first }: Version, events: readonly StoredEvent[], filed: Filed): Filing {
  const versions = events.filter((e) => e.id === first.id || e.metadata.corrects?.eventId === first.id)
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
