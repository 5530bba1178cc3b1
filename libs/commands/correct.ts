/** Corrections: one more event on the stream of what it corrects, which restates or retracts it. */

import {
  BECAUSE,
  type Caller,
  type CorrectionRequest,
  compact,
  type Dispatching,
  type EventMetadata,
  effectiveMoment,
  type Fact,
  type Filed,
  history,
  InvalidInput,
  isRetracted,
  isWriting,
  type JsonObject,
  type NewEvent,
  type PayloadClass,
  parse,
  type Recorded,
  RevisionConflict,
  refuse,
  type StoredEvent,
  utc,
  type Version,
  versionsOf,
} from '#kernel'
import { expectedOf, idOf, loadStream, recorded, repeatOf, requireDecider } from './loaded.js'
import { decidingAt, metadataOf, momentsOf, refuseAhead, sealed, stamped } from './recording.js'
import { followersOf, formerlyOf, isSameFiling, type Restating, restatedFiling, versionsIn } from './refiling.js'

/** The log appends no more in one piece. */
const mostAtOnce = 30

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
  const { mode } = request
  await ports.access.requireCorrection(caller.viewer, inForce(version), { mode, resource: decider.resource })
  // An import that is undone takes back what it said, whatever that was.
  if (decider.immutable.has(version.first.type) && caller.importId === undefined) refuse('not-correctable')
  if (mode === 'retract' && isRetracted(version)) refuse('already-retracted')
  const correcting = { request, caller, ports, decider, version, events: loaded.events }
  const building = { ...correcting, data: await bodyOf(correcting), fingerprint }
  const events = [await build(building, 0), ...(await buildFollowers(building))]
  const appended = await ports.log.append(request.stream, expectedOf(loaded.asked), stamped(events, ports.clock))
  return recorded(request.stream, events, appended.positions.at(-1) ?? 0)
}

/** What was said of the record later, and is filed by it, moves with it. */
function buildFollowers(b: Building): Promise<NewEvent[]> {
  if (b.request.mode === 'retract') return Promise.resolve([])
  const { occurred: _, ...request } = b.request
  const followers = followersOf(b)
  if (followers.length > mostAtOnce - 1) return refuse('too-much-to-move')
  return Promise.all(
    followers.map(({ version, data, events }, index) =>
      build({ ...b, request, version, data: { ...data, [BECAUSE]: request.because }, events }, index + 1),
    ),
  )
}

/** The fact where it stands by now, as its writer's. */
const inForce = ({ first, last }: Version): StoredEvent => ({
  ...last,
  metadata: { ...last.metadata, actor: first.metadata.actor },
})

function findVersion(own: readonly StoredEvent[], eventId: string, opened: readonly StoredEvent[]): Version {
  const named = own.find((event) => event.id === eventId)
  if (!named) return refuse('not-found')
  return versionsOf(opened).get(named.metadata.corrects?.eventId ?? named.id) ?? refuse('not-found')
}

/** Restating without a body brings back what the fact said before it was retracted. */
async function bodyOf(correcting: Correcting): Promise<JsonObject> {
  const { request, version, events, ports, decider } = correcting
  const { first } = version
  const because = { [BECAUSE]: request.because }
  if (request.mode === 'retract') return because
  const { payload } = ports.registry.catalogue.require(first.type)
  const lastSaid = lastSaidOf(events, first)
  if (request.body === undefined) return { ...lastSaid, ...because }
  const body = isObject(request.body) ? { ...request.body, ...pick(lastSaid, decider.derived) } : request.body
  const { at, state } = before(correcting)
  const by = decidingAt(at, { ...correcting, id: idOf(first.stream), now: utc(ports.clock()) })
  const restated = { type: first.type, data: parse(payload as PayloadClass, body), before: lastSaid }
  const data = await decider.restate(restated, state, by)
  return { ...(compact(data) as JsonObject), ...because }
}

/** What the fact said before it was retracted, if it was. */
function lastSaidOf(events: readonly StoredEvent[], first: StoredEvent): JsonObject {
  const said = versionsIn(events, first).findLast(({ metadata }) => metadata.corrects?.mode !== 'retract') ?? first
  const { [BECAUSE]: _, ...data } = said.data
  return data
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const pick = (data: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([name]) => names.includes(name)))

/** When the restated fact happened, and what had happened to its record until then. */
function before({ request, version: { first, last }, events, decider, ports }: Correcting): {
  at: string
  state: unknown
} {
  const others = othersIn(events, first)
  const { occurred } = request
  const at = occurred
    ? effectiveMoment(occurred, momentsOf(others), ports.zoneOf(last.metadata.unit))
    : last.metadata.effectiveAt
  const past = others.filter((fact) => fact.at < at || (fact.at === at && fact.position < first.position))
  return { at, state: past.reduce<unknown>((s, fact) => decider.evolve(s, fact), decider.initial) }
}

const othersIn = (events: readonly StoredEvent[], first: StoredEvent): Fact[] =>
  history(events).filter(({ id }) => id !== first.id)

/** A correction of one event, loaded. */
interface Correcting extends Omit<Restating, 'data'> {
  request: CorrectionRequest
  caller: Caller
  ports: Dispatching
}

interface Building extends Correcting {
  data: JsonObject
  fingerprint: string
}

/** Where it belongs: where it was, unless that follows from what changed. What follows another fact moves with it. */
function filedOf(b: Building, index: number): Filed {
  const { first, last } = b.version
  if (b.request.mode === 'retract') return last.metadata
  const filed = restatedFiling(b)
  const isStill = index === 0 && isSameFiling(filed, restatedFiling({ ...b, data: lastSaidOf(b.events, first) }))
  return isStill ? last.metadata : filed
}

/** @param index among the events of the correction */
async function build(b: Building, index: number): Promise<NewEvent> {
  const { request, caller, ports, version, data } = b
  const { first, last } = version
  const filed = filedOf(b, index)
  // Who may correct it there may not for that reason move it to another unit, or to the customers of others.
  const isMoved = filed.unit === undefined ? !isSameFiling(filed, last.metadata) : filed.unit !== last.metadata.unit
  if (isMoved) await ports.access.requireWrite(caller.viewer, b.decider.resource, filed)
  const now = utc(ports.clock())
  if (request.occurred) refuseAhead(request.occurred, { now, unit: filed.unit }, ports)
  const stated = request.occurred ?? first.metadata
  const base = metadataOf({
    ports,
    caller,
    fingerprint: b.fingerprint,
    stated,
    filed: { unit: filed.unit, customers: filed.customers, contacts: filed.contacts },
    moments: momentsOf(othersIn(b.events, first)),
    now,
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
  const event = {
    id: ports.hash.uuid('event', caller.commandId, String(index)),
    type: first.type,
    data: compact(data),
    metadata,
  }
  return { ...event, data: await sealed({ ...event, stream: first.stream }, ports) }
}
