/**
 * The one way a command takes: check, load, fold, decide, seal, append. Idempotency, conflicts and
 * commands about the past are settled here for every slice.
 */
import {
  type Caller,
  type CommandRequest,
  type CommandSpec,
  compact,
  type Decider,
  type Dispatching,
  DomainError,
  type Draft,
  effectiveMoment,
  type Fact,
  type Filed,
  history,
  type JsonObject,
  laterOf,
  type NewEvent,
  type PayloadClass,
  parse,
  type Recorded,
  RevisionConflict,
  refuse,
  type Stated,
  type StoredEvent,
  utc,
} from '#kernel'
import { impossibleAfter } from './later-facts.js'
import { expectedOf, idOf, type Loaded, loadStream, recorded, repeatOf, requireDecider } from './loaded.js'
import { decidingAt, metadataOf, momentsOf, refuseAhead, sealed, stamped } from './recording.js'

const attempts = 8

/**
 * Does a command once, however often it is sent. A command that changes nothing leaves nothing behind,
 * and is decided anew when it is sent again.
 * @throws InvalidInput, DomainError, LogRefused; then nothing was recorded
 */
export async function dispatch(request: CommandRequest, caller: Caller, ports: Dispatching): Promise<Recorded> {
  const decider = requireDecider(request.category, ports)
  const spec = decider.commands[request.command]
  if (!spec) return refuse('not-found')
  const body = compact(parse(spec.payload as PayloadClass, request.body))
  const id = request.id ?? ports.hash.shortId(...(spec.identifiedBy?.(body) ?? [decider.category, caller.commandId]))
  const fingerprint = ports.hash.fingerprint({ ...body, '~at': statedAs(request.occurred) } as JsonObject)
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return await new Dispatch({ decider, spec, id, body, fingerprint, request, caller, ports }).run()
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error
    }
  }
  return refuse('try-again')
}

/** Apart for no time stated, and for before everything. */
const statedAs = (occurred?: Stated): string =>
  occurred?.occurredPrecision === 'before' ? 'before' : (occurred?.occurredAt ?? '')

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
  private async admit(loaded: Loaded): Promise<void> {
    const { stream, events } = loaded
    const { decider, caller, ports } = this.a
    const unwritten: Filed = { customers: [], contacts: [], ...decider.emptyState?.(idOf(stream)) }
    const last = events.at(-1)?.metadata
    // A person with posts at two customers is both's, though the last event may be about one.
    const customers = [...new Set(events.flatMap(({ metadata }) => metadata.customers))]
    const filed = last ? { unit: last.unit, customers, contacts: last.contacts } : unwritten
    await ports.access.requireWrite(caller.viewer, decider.resource, this.placeOf(filed, loaded))
  }

  /** Where the right to write is needed: anywhere, for whoever the record itself asks. */
  private placeOf(filed: Filed, { events }: Loaded): Filed {
    const { decider, spec, caller } = this.a
    if (!spec.addressee) return filed
    const state = history(events).reduce<unknown>((s, fact) => decider.evolve(s, fact), decider.initial)
    return spec.addressee(state) === caller.viewer.member ? anywhere : filed
  }

  /** When it happened; a command that states no time comes after everything in its stream. */
  private stated({ events }: Loaded): Stated {
    const { occurred } = this.a.request
    const { occurs } = this.a.spec
    const since = occurs === 'as-stated' ? undefined : history(events).find(({ type }) => occurs.since(type))
    if (since) return { occurredAt: since.occurredAt, occurredPrecision: since.precision }
    const latest = history(events).reduce((last, { at }) => laterOf(last, at), '')
    return occurred ?? { occurredAt: laterOf(latest, this.now), occurredPrecision: 'instant' }
  }

  private async decide({ events }: Loaded, stated: Stated): Promise<Draft[]> {
    const { decider, spec, body, request, ports } = this.a
    const all = history(events)
    const at = effectiveMoment(stated, momentsOf(all), ports.zoneOf(this.unitOf(events)))
    const past = history(events, { asOf: at })
    const state = past.reduce<unknown>((s, fact) => decider.evolve(s, fact), decider.initial)
    const by = decidingAt(at, { ...this.a, now: this.now })
    const later = all.slice(past.length)
    const drafts = await decidedBy(() => spec.decide(body, state, by), past.length === 0 ? all[0] : undefined)
    if (!request.confirmed) this.refuseLaterConflicts(state, drafts, later)
    return drafts
  }

  /** The unit of the record; of a new one, the unit its id or its command names. */
  private unitOf(events: readonly StoredEvent[]): string | undefined {
    const { decider, body, id } = this.a
    const { unit } = events.at(-1)?.metadata ?? decider.emptyState?.(id) ?? (body as { unit?: unknown })
    return typeof unit === 'string' ? unit : undefined
  }

  private refuseLaterConflicts(state: unknown, drafts: Draft[], later: Fact[]): void {
    const { decider, caller } = this.a
    const impossible = impossibleAfter(decider, state, { drafts, later, actor: caller.viewer.member })
    if (impossible.length > 0) refuse('later-facts-conflict', { events: impossible })
  }

  private async append(loaded: Loaded, drafts: Draft[], stated: Stated): Promise<Recorded> {
    const { decider, caller, ports, fingerprint } = this.a
    const id = idOf(loaded.stream)
    const facts = history(loaded.events)
    let state = facts.reduce<unknown>((s, fact) => decider.evolve(s, fact), decider.initial)
    const moments = momentsOf(facts)
    const events: NewEvent[] = []
    for (const [index, draft] of drafts.entries()) {
      state = decider.evolve(
        state,
        asFact(draft, { ...blankFact, entity: id, at: this.now, actor: caller.viewer.member }),
      )
      const filed = decider.filedIn(state, id, draft)
      await ports.access.requireWrite(caller.viewer, decider.resource, this.placeOf(filed, loaded))
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
    const appended = await ports.log.append(loaded.stream, expectedOf(loaded.own), stamped(events, ports.clock))
    return recorded(loaded.stream, events, appended.positions.at(-1) ?? 0)
  }
}

const anywhere: Filed = { customers: [], contacts: [] }

/** What begins only later is not missing: the refusal says since when it is there. */
async function decidedBy(decide: () => Draft[] | Promise<Draft[]>, begins: Fact | undefined): Promise<Draft[]> {
  try {
    return await decide()
  } catch (error) {
    if (!begins || !(error instanceof DomainError) || error.kind !== 'not-found') throw error
    return refuse('not-there-then', { since: begins.occurredAt })
  }
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
