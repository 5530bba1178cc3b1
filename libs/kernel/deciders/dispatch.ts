/**
 * The one way a command takes: check, load, fold, decide, seal, append. Idempotency, conflicts and
 * commands about the past are settled here for every slice.
 */
import { compact } from '../events/compact.js'
import type { Draft } from '../events/define-events.js'
import type { EventMetadata, JsonObject, NewEvent, StoredEvent } from '../events/stored-event.js'
import type { PayloadClass } from '../fields/field.js'
import { parse } from '../fields/parse.js'
import type { Fact } from '../history/fact.js'
import { history } from '../history/history.js'
import { effectiveMoment, laterOf, type Stated, utc } from '../history/instants.js'
import { RevisionConflict } from '../ports/event-log.js'
import { SubjectErased } from '../ports/key-vault.js'
import type { CommandSpec, Decider, Deciding, Filed } from './decider.js'
import { impossibleAfter } from './later-facts.js'
import type { Caller, CommandRequest, Dispatching, Recorded } from './ports.js'
import { DomainError, refuse } from './refusal.js'

/** Clocks of people's devices may be a little ahead of ours. */
const toleratedAheadMs = 120_000
/** Where every day begins. */
const firstZone = 'Pacific/Kiritimati'
const attempts = 8

interface Loaded {
  stream: string
  /** Of the stream itself: what the append expects. */
  own: StoredEvent[]
  /** Of the stream that was asked for, where another stands for it now. */
  asked: StoredEvent[]
  /** With those of merged records, opened. */
  events: StoredEvent[]
}

/**
 * Does a command once, however often it is sent.
 * @throws InvalidInput, DomainError, LogRefused; then nothing was recorded
 */
export async function dispatch(request: CommandRequest, caller: Caller, ports: Dispatching): Promise<Recorded> {
  const decider = requireDecider(request.category, ports)
  const spec = decider.commands[request.command]
  if (!spec) return refuse('not-found')
  const body = compact(parse(spec.payload as PayloadClass, request.body))
  const id = request.id ?? ports.hash.shortId(...(spec.names?.(body) ?? [decider.category, caller.commandId]))
  const fingerprint = ports.hash.fingerprint({ ...body, '~at': request.occurred?.occurredAt ?? '' } as JsonObject)
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return await new Dispatch({ decider, spec, id, body, fingerprint, request, caller, ports }).run()
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error
    }
  }
  return refuse('try-again')
}

interface Attempt {
  decider: Decider
  spec: CommandSpec<object, unknown>
  id: string
  body: object
  fingerprint: string
  request: CommandRequest
  caller: Caller
  ports: Dispatching
}

/** One attempt at one command, on the stream as it is now. */
class Dispatch {
  private readonly now: string
  private readonly stream: string

  constructor(private readonly a: Attempt) {
    this.now = utc(a.ports.clock())
    this.stream = `${a.decider.category}-${a.id}`
  }

  async run(): Promise<Recorded> {
    const loaded = await loadStream(this.stream, this.a.ports)
    const before = repeatOf(loaded, this.a.caller.commandId, this.a.fingerprint)
    if (before) return before
    await this.admit(loaded)
    const stated = this.stated(loaded)
    const drafts = await this.decide(loaded, stated)
    if (drafts.length === 0) return recorded(loaded.stream, [], 0)
    return this.append(loaded, drafts, stated)
  }

  /** Whoever may not write here is told so before any rule is, since rules tell what stands here. */
  private async admit({ stream, events }: Loaded): Promise<void> {
    const { decider, caller, ports } = this.a
    const unwritten: Filed = { customers: [], contacts: [], ...decider.unwritten?.(idOf(stream)) }
    const last = events.at(-1)?.metadata
    // A person with posts at two customers is both's, though the last event may be about one.
    const customers = [...new Set(events.flatMap(({ metadata }) => metadata.customers))]
    const filed = last ? { unit: last.unit, customers, contacts: last.contacts } : unwritten
    await ports.access.requireWrite(caller.viewer, decider.resource, filed)
  }

  /** When it happened; a command that states no time comes after everything in its stream. */
  private stated({ events }: Loaded): Stated {
    const { occurred } = this.a.request
    const { occurs } = this.a.spec
    const since = occurs === 'as-stated' ? undefined : history(events).find(({ type }) => occurs.since(type))
    if (since) return { occurredAt: since.occurredAt, occurredPrecision: since.precision }
    const latest = events.reduce((last, { metadata }) => laterOf(last, metadata.effectiveAt), '')
    if (!occurred) return { occurredAt: laterOf(latest, this.now), occurredPrecision: 'instant' }
    return occurred
  }

  private async decide({ events }: Loaded, stated: Stated): Promise<Draft[]> {
    const { decider, spec, body, request } = this.a
    const zone = this.a.ports.zoneOf(events.at(-1)?.metadata.unit)
    const at = effectiveMoment(
      stated,
      events.map((e) => e.metadata.effectiveAt),
      zone,
    )
    const past = history(events, { asOf: at })
    const state = past.reduce<unknown>((s, fact) => decider.evolve(s, fact), decider.initial)
    const by = decidingAt(at, { ...this.a, now: this.now })
    const all = history(events)
    const later = all.slice(past.length)
    const drafts = await decidedBy(() => spec.decide(body, state, by), past.length === 0 ? all[0] : undefined)
    if (!request.confirmed) this.refuseLaterConflicts(state, drafts, later)
    return drafts
  }

  private refuseLaterConflicts(state: unknown, drafts: Draft[], later: Fact[]): void {
    const { decider, caller } = this.a
    const impossible = impossibleAfter(decider, state, { drafts, later, actor: caller.viewer.member })
    if (impossible.length > 0) refuse('later-facts-conflict', { events: impossible })
  }

  private async append(loaded: Loaded, drafts: Draft[], stated: Stated): Promise<Recorded> {
    const { decider, caller, ports, fingerprint } = this.a
    const id = idOf(loaded.stream)
    let state = history(loaded.events).reduce<unknown>((s, fact) => decider.evolve(s, fact), decider.initial)
    const moments = loaded.events.map((e) => e.metadata.effectiveAt)
    const events: NewEvent[] = []
    for (const [index, draft] of drafts.entries()) {
      state = decider.evolve(
        state,
        asFact(draft, { ...blankFact, entity: id, at: this.now, actor: caller.viewer.member }),
      )
      const filed = decider.filed(state, id, draft)
      await ports.access.requireWrite(caller.viewer, decider.resource, filed)
      refuseAhead(stated, { now: this.now, unit: filed.unit }, ports)
      ports.access.requireSwitchedOn(caller.viewer, decider.category, filed)
      const event = {
        id: ports.hash.uuid('event', caller.commandId, String(index)),
        type: draft.type,
        data: compact(draft.data) as JsonObject,
        metadata: metadataOf({ ports, caller, fingerprint, stated, filed, moments, now: this.now, type: draft.type }),
      }
      if (!ports.registry.catalogue.fits(event.type, event.data))
        throw new Error(`${event.type} was raised with a payload of another shape`)
      events.push({ ...event, data: await sealed({ ...event, stream: loaded.stream }, ports) })
    }
    const appended = await ports.log.append(loaded.stream, expectedOf(loaded.own), events)
    return recorded(loaded.stream, events, appended.positions.at(-1) ?? 0)
  }
}

/** What begins only later is not missing: the refusal says since when it is there. */
async function decidedBy(decide: () => Draft[] | Promise<Draft[]>, begins: Fact | undefined): Promise<Draft[]> {
  try {
    return await decide()
  } catch (error) {
    if (!begins || !(error instanceof DomainError) || error.kind !== 'not-found') throw error
    return refuse('not-there-then', { since: begins.occurredAt })
  }
}

/** What a decision about a moment may ask. */
export function decidingAt(
  at: string,
  { id, now, caller, ports }: { id: string; now: string; caller: Caller; ports: Dispatching },
): Deciding {
  return {
    id,
    viewer: caller.viewer,
    now,
    at,
    references: ports.references({ asOf: at }),
    present: ports.references({}),
    derive: (label) => ports.hash.shortId(label, caller.commandId),
    exists: async (stream) => history(await ports.log.readStream(stream)).length > 0,
  }
}

/** @throws DomainError `person-erased` when the event says something about somebody who was erased */
export async function sealed(
  event: Parameters<Dispatching['sealer']['seal']>[0],
  ports: Dispatching,
): Promise<JsonObject> {
  try {
    return await ports.sealer.seal(event)
  } catch (error) {
    if (error instanceof SubjectErased) return refuse('person-erased')
    throw error
  }
}

/**
 * What is recorded has begun; a day has where the unit is, without a unit as soon as it has anywhere.
 * @throws DomainError `too-far-ahead`
 */
export function refuseAhead(stated: Stated, { now, unit }: { now: string; unit?: string }, ports: Dispatching): void {
  const zone = unit === undefined ? firstZone : ports.zoneOf(unit)
  const begins = effectiveMoment(stated, [], zone)
  if (Date.parse(begins) > Date.parse(now) + toleratedAheadMs) refuse('too-far-ahead')
}

const blankFact: Fact = {
  id: '',
  type: '',
  data: {},
  stream: '',
  entity: '',
  at: '',
  occurredAt: '',
  precision: 'instant',
  recordedAt: '',
  position: Number.MAX_SAFE_INTEGER,
  actor: '',
  partition: '',
  customer: '',
  leads: true,
  customers: [],
  contacts: [],
  restated: false,
}

const asFact = (draft: Draft, like: Fact): Fact => ({ ...like, type: draft.type, data: draft.data as JsonObject })

export function requireDecider(category: string, ports: Dispatching): Decider {
  return ports.registry.deciders.get(category) ?? refuse('not-found')
}

/** The stream with whatever was merged into it, in the newest versions, opened. */
export async function loadStream(stream: string, ports: Dispatching): Promise<Loaded> {
  const alias = ports.aliases(stream)
  const own = await ports.log.readStream(alias.stream)
  const all = [...own]
  for (const name of alias.with) all.push(...(await ports.log.readStream(name)))
  const asked = alias.stream === stream ? own : await ports.log.readStream(stream)
  all.sort((a, b) => a.position - b.position)
  const events = all.map((event) => ports.sealer.open(ports.registry.catalogue.read(event)))
  return { stream: alias.stream, own, asked, events }
}

/** The first answer, when the command has been done; refused when it then had another body. */
export function repeatOf({ own, asked }: Loaded, commandId: string, fingerprint: string): Recorded | undefined {
  const done = [...own, ...(asked === own ? [] : asked)].filter((event) => event.metadata.commandId === commandId)
  const last = done.at(-1)
  if (!last) return undefined
  if (last.metadata.fingerprint !== fingerprint) refuse('idempotency-key-reused')
  return { ...recorded(last.stream, done, last.position), repeated: true }
}

export const expectedOf = (own: readonly StoredEvent[]) => own.at(-1)?.revision ?? ('no-stream' as const)

export const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)

/** The answer to what was recorded. */
export function recorded(stream: string, events: readonly NewEvent[], position: number): Recorded {
  return {
    id: idOf(stream),
    stream,
    events: events.map((e) => ({ id: e.id, type: e.type })),
    position,
    repeated: false,
  }
}

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
  return compact({
    schemaVersion: ports.registry.catalogue.require(from.type).version,
    occurredAt: stated.occurredPrecision === 'instant' ? effectiveAt : stated.occurredAt,
    occurredPrecision: stated.occurredPrecision,
    effectiveAt,
    recordedAt: from.now,
    actor: caller.viewer.member,
    customers: filed.customers,
    contacts: filed.contacts,
    commandId: caller.commandId,
    fingerprint: from.fingerprint,
    unit: filed.unit,
    correlationId: caller.correlationId,
    causationId: caller.causationId,
    source: caller.source,
    importId: caller.importId,
  })
}
