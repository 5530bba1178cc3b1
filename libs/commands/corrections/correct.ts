/** Corrections: one more event on the stream of what it corrects, which restates or retracts it. */

import {
  BECAUSE,
  BEYOND,
  type Caller,
  type CorrectionRequest,
  compact,
  type Decider,
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
  mostEventsAtOnce,
  type NewEvent,
  type PayloadClass,
  parse,
  refuse,
  type Stated,
  type StoredEvent,
  type Version,
  versionsOf,
} from '#kernel'
import { impossibleOnce, isBegun } from '../later-facts.js'
import { idOf, requireDecider } from '../loaded.js'
import { decidingAt, metadataOf, momentsOf, refuseAhead } from '../recording.js'
import type { DecidingPorts, Loaded, Task } from '../task.js'
import {
  followersOf,
  formerlyOf,
  isNowhere,
  isSameFiling,
  type Restating,
  restatedFiling,
  versionsIn,
} from './refiling.js'

/** By which a correction is known when the same is said again, confirmed or not. */
export function fingerprintOfCorrection(
  { confirmed: _, ...said }: CorrectionRequest,
  hash: Pick<Dispatching['hash'], 'fingerprint'>,
): string {
  return hash.fingerprint(compact({ correct: said }) as unknown as JsonObject)
}

/** Restates or retracts an event. `eventId` of the request may name the first event or a correction of it. */
export class CorrectionTask implements Task {
  readonly decider: Decider
  readonly stream: string
  readonly fingerprint: string
  // A correction stands in the stream of what it corrects, whatever that was merged into since.
  readonly staysThere = true
  readonly isNamed = false
  readonly isNew = false

  /** @throws InvalidInput without a reason, DomainError `not-found` where there are no such records */
  constructor(
    readonly request: CorrectionRequest,
    readonly caller: Caller,
    { registry, hash }: Pick<Dispatching, 'registry' | 'hash'>,
  ) {
    if (!isWriting(request.because)) throw new InvalidInput([{ path: 'because', code: 'k-writing' }])
    const { stream } = request
    this.stream = stream
    this.decider = requireDecider(stream.slice(0, stream.indexOf('-')), registry)
    this.fingerprint = fingerprintOfCorrection(request, hash)
  }

  /** To take back what it may be whatever it says, nobody has to read it. */
  get opens(): boolean {
    return this.request.mode === 'restate' || this.request.confirmed !== true
  }

  async decide(found: Loaded, deciding: DecidingPorts): Promise<NewEvent[]> {
    const { request, caller, decider, fingerprint } = this
    const { access } = deciding.ports
    const own = found.events.filter(({ stream }) => stream === request.stream)
    const version = findVersion(found.asked, request.eventId, own)
    const { mode } = request
    await access.requireCorrection(caller.viewer, inForce(version), { mode, resource: decider.resource.name })
    // An import that is undone takes back what it said, whatever that was.
    if (decider.immutable.has(version.first.type) && caller.importId === undefined) refuse('not-correctable')
    if (mode === 'retract' && isRetracted(version)) refuse('already-retracted')
    const putBack = versionPutBack(request, version, own)
    const stood = putBack ?? lastSpoken(own, version.first)
    const before = knownWith(stood, version, own)
    const correcting = { request, caller, deciding, task: this, decider, version, putBack, stood, before, events: own }
    const building = { ...correcting, data: await bodyOf(correcting), fingerprint }
    const correction = await build(building, filedOf(building))
    if (!request.confirmed) await refuseLaterConflicts({ ...building, together: found.events }, correction)
    return [correction, ...(await buildFollowers(building))]
  }
}

interface Held extends Building {
  /** With those of merged records: commands are decided over all of them. */
  together: readonly StoredEvent[]
}

/** What others have recorded since is not made impossible unawares, whether of the same record or naming it. */
async function refuseLaterConflicts(held: Held, { metadata }: NewEvent): Promise<void> {
  const { decider, version, data, together, request } = held
  const { ports } = held.deciding
  const corrected = { ...version.last, data, metadata, position: BEYOND }
  const [before, after] = [history(together), history([...together, corrected])]
  const impossible = impossibleOnce(decider, before, after).filter((id) => id !== version.first.id)
  const ofRecord = (facts: readonly Fact[]) => facts.filter(({ stream }) => stream === request.stream)
  const ceases = isBegun(decider, ofRecord(before)) && !isBegun(decider, ofRecord(after))
  const naming = ceases ? await ports.factsNaming(request.stream, version.last.metadata) : []
  const events = [...impossible, ...inTheWay(held, after), ...naming]
  if (events.length > 0) refuse('later-facts-conflict', { events })
}

/** What was recorded since the fact was taken back, if it could not stand again as it stood then. */
function inTheWay({ decider, version: { first, last }, together }: Held, after: readonly Fact[]): string[] {
  if (!isRetracted({ first, last })) return []
  const stood = history(together.filter(({ position }) => position < last.position))
  if (!impossibleOnce(decider, stood, after).includes(first.id)) return []
  return after.flatMap(({ id, position }) => (position > last.position ? [id] : []))
}

/** What was said of the record besides, and is filed by it, moves with it. */
function buildFollowers(b: Building): Promise<NewEvent[]> {
  if (b.request.mode === 'retract') return Promise.resolve([])
  const { occurred: _, ...request } = b.request
  const followers = followersOf(b, b.before)
  if (followers.length > mostEventsAtOnce - 1) return refuse('too-much-to-move')
  const moving = { ...b, request, putBack: undefined }
  return Promise.all(
    followers.map(({ version, data, events, filed }) =>
      build({ ...moving, version, data: { ...data, [BECAUSE]: request.because }, events }, filed),
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

/** The version that is put back, where a restatement has no words of its own. */
function versionPutBack(
  { mode, body, version: id }: CorrectionRequest,
  { first }: Version,
  events: readonly StoredEvent[],
): StoredEvent | undefined {
  if (mode === 'retract' || body !== undefined) return undefined
  if (id === undefined) return lastSpoken(events, first)
  return versionsIn(events, first).find((version) => version.id === id) ?? refuse('not-found')
}

/** What was known of the record as long as the version stood. */
function knownWith(stood: StoredEvent, { first }: Version, events: readonly StoredEvent[]): readonly StoredEvent[] {
  const next = versionsIn(events, first).find(({ position }) => position > stood.position)
  return next ? events.filter(({ position }) => position < next.position) : events
}

async function bodyOf(correcting: Correcting): Promise<JsonObject> {
  const { request, version, putBack, stood, decider, deciding, task } = correcting
  const { ports } = deciding
  const { first } = version
  const because = { [BECAUSE]: request.because }
  if (request.mode === 'retract') return because
  if (putBack) return { ...saidIn(putBack), ...because }
  const { payload } = ports.registry.catalogue.require(first.type)
  const lastSaid = saidIn(stood)
  const body = isObject(request.body) ? { ...request.body, ...pick(lastSaid, decider.derived) } : request.body
  const said = parse(payload as PayloadClass, body)
  const { at, state } = stateBefore(correcting, filedOf({ ...correcting, data: said as JsonObject }))
  const by = decidingAt(at, { id: idOf(first.stream), task, deciding })
  const restated = { type: first.type, data: said, before: lastSaid }
  const data = await decider.restate(restated, state, by)
  return { ...(compact(data) as JsonObject), ...because }
}

/** The last version that says something: the one before the fact was retracted, if it was. */
const lastSpoken = (events: readonly StoredEvent[], first: StoredEvent): StoredEvent =>
  versionsIn(events, first).findLast(({ metadata }) => metadata.corrects?.mode !== 'retract') ?? first

function saidIn({ data: { [BECAUSE]: _, ...said } }: StoredEvent): JsonObject {
  return said
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const pick = (data: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([name]) => names.includes(name)))

/** When the restated fact happened where it belongs, and what had happened to its record until then. */
function stateBefore(correcting: Correcting, filed: Filed): { at: string; state: unknown } {
  const { version, events, decider, deciding } = correcting
  const { first, last } = version
  const others = othersIn(events, first)
  const stated = statedAnew(correcting, filed)
  const zone = deciding.ports.zoneOf(filed.unit)
  const at = stated ? effectiveMoment(stated, momentsOf(others), zone) : last.metadata.effectiveAt
  const past = others.filter((fact) => fact.at < at || (fact.at === at && fact.position < first.position))
  return { at, state: past.reduce<unknown>((s, fact) => decider.evolve(s, fact), decider.initial) }
}

/**
 * The time from which its moment follows anew: another one that is stated, or the day or month that it keeps, where that
 * begins at another moment than where it belonged. Nothing where the fact stays where it was in time, or goes back there.
 */
function statedAnew(
  { request, version: { last }, putBack, deciding }: Pick<Correcting, 'request' | 'version' | 'putBack' | 'deciding'>,
  { unit }: Filed,
): Stated | undefined {
  if (request.occurred) return request.occurred
  const { zoneOf } = deciding.ports
  const { metadata } = putBack ?? last
  const isOfPlace = metadata.occurredPrecision === 'day' || metadata.occurredPrecision === 'month'
  return isOfPlace && zoneOf(unit) !== zoneOf(metadata.unit) ? metadata : undefined
}

const othersIn = (events: readonly StoredEvent[], first: StoredEvent): Fact[] =>
  history(events).filter(({ id }) => id !== first.id)

/** A correction of one event, loaded. */
interface Correcting extends Omit<Restating, 'data'> {
  request: CorrectionRequest
  caller: Caller
  deciding: DecidingPorts
  task: Task
  /** Whose words it says again, at the time that it states. */
  putBack: StoredEvent | undefined
  /** The version whose words are put back, or else were the last, and what was known as long as it stood. */
  stood: StoredEvent
  before: readonly StoredEvent[]
}

interface Building extends Correcting {
  data: JsonObject
  fingerprint: string
}

/** Where it belongs: where it was when it stood, unless something else follows from what changed. */
function filedOf(b: Omit<Building, 'fingerprint'>): Filed {
  const { last } = b.version
  if (b.request.mode === 'retract') return last.metadata
  const filed = restatedFiling(b)
  if (isNowhere(filed)) return last.metadata
  const filedThen = restatedFiling({ ...b, data: saidIn(b.stood), events: b.before })
  return isSameFiling(filed, filedThen) ? b.stood.metadata : filed
}

async function build(b: Building, filed: Filed): Promise<NewEvent> {
  const { request, caller, version, data } = b
  const { ports, now } = b.deciding
  const { first, last } = version
  // Who may correct it there may not for that reason move it to another unit, or to the customers of others.
  const isMoved = filed.unit === undefined ? !isSameFiling(filed, last.metadata) : filed.unit !== last.metadata.unit
  if (isMoved) await ports.access.requireMove(caller.viewer, b.decider.resource.name, filed)
  const stated = statedAnew(b, filed)
  if (stated) refuseAhead(stated, { now, unit: filed.unit }, ports)
  const base = metadataOf({
    ports,
    caller,
    fingerprint: b.fingerprint,
    stated: stated ?? first.metadata,
    filed: { unit: filed.unit, customers: filed.customers, contacts: filed.contacts },
    moments: momentsOf(othersIn(b.events, first)),
    now,
    type: first.type,
  })
  const metadata: EventMetadata = {
    ...base,
    // Unless its time is another, the fact stays where it was, or goes back to where it stood.
    ...(stated ? {} : timeOf(b.putBack ?? last)),
    corrects: { eventId: first.id, mode: request.mode },
    formerly: formerlyOf(version, b.events, filed),
  }
  return { id: ports.hash.freshId(), type: first.type, data: compact(data), metadata }
}

const timeOf = ({ metadata: { effectiveAt, occurredAt, occurredPrecision } }: StoredEvent) => ({
  effectiveAt,
  occurredAt,
  occurredPrecision,
})
