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
  InvalidInput,
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
import {
  expectedOf,
  FoldedStream,
  idOf,
  type Loaded,
  loadStream,
  recorded,
  repeatOf,
  requireDecider,
} from './loaded.js'
import { direct, isDirected } from './named-stream.js'
import { decidingAt, metadataOf, momentsOf, refuseAhead, refuseTooMuch, sealed, stamped } from './recording.js'
import { isSameFiling } from './refiling.js'

const attempts = 8

/**
 * Does a command once, however often it is sent. A command that changes nothing leaves nothing behind,
 * and is decided once more when it is sent again.
 * @throws InvalidInput, DomainError, LogRefused; then nothing was recorded
 */
export async function dispatch(request: CommandRequest, caller: Caller, ports: Dispatching): Promise<Recorded> {
  const decider = requireDecider(request.category, ports)
  const spec = decider.commands[request.command]
  if (!spec) return refuse('not-found')
  const body = compact(parse(spec.payload as PayloadClass, request.body))
  const id = request.id ?? ports.hash.shortId(...(spec.identifiedBy?.(body) ?? [decider.category, caller.commandId]))
  const fingerprint = ports.hash.fingerprint({ ...body, '~at': statedAs(request.occurred) } as JsonObject)
  const isNamed = request.id === undefined && spec.identifiedBy !== undefined
  const attempt = { decider, spec, id, isNamed, body, fingerprint, request, caller, ports }
  // A record whose id follows from the command is there already only if the command has been done.
  const isNew = request.begins ?? (request.id === undefined && !isNamed)
  const begun = isNew ? await begin(attempt) : undefined
  return begun ?? (await onWhatIsThere(attempt))
}

/** As the first command of its record, without a look whether it is; undefined where that has to be seen after all. */
async function begin(attempt: Attempt): Promise<Recorded | undefined> {
  const dispatch = new Dispatch(attempt)
  if (!dispatch.standsAlone) return undefined
  try {
    const recorded = await dispatch.on(dispatch.nothing)
    return recorded.events.length > 0 ? recorded : undefined
  } catch (error) {
    // What is refused of a new record may have been done before, when it was not.
    if ([RevisionConflict, DomainError, InvalidInput].some((kind) => error instanceof kind)) return undefined
    throw error
  }
}

async function onWhatIsThere(attempt: Attempt): Promise<Recorded> {
  for (let tries = 0; tries < attempts; tries++) {
    try {
      return await new Dispatch(attempt).run()
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
  /** Whether the body decides which record it is. */
  isNamed: boolean
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
  /** Where the caller has been found to have the right to write. */
  private admittedTo: Filed | undefined

  constructor(private readonly a: Attempt) {
    this.now = utc(a.ports.clock())
    this.stream = `${a.decider.category}-${a.id}`
  }

  /** Whether the stream is folded with no others, and goes by its own name. */
  get standsAlone(): boolean {
    const alias = this.a.ports.aliases(this.stream)
    return alias.stream === this.stream && alias.with.length === 0
  }

  get nothing(): Loaded {
    return { stream: this.stream, own: [], asked: [], events: [] }
  }

  async run(): Promise<Recorded> {
    return this.on(await loadStream(this.stream, this.a.ports))
  }

  async on(loaded: Loaded): Promise<Recorded> {
    const { caller, fingerprint, decider, isNamed, ports } = this.a
    const before = repeatOf(loaded, caller.commandId, fingerprint)
    if (before) return before
    const directed = { stream: loaded.stream, fingerprint, caller, now: this.now }
    const isDirectedBefore = isNamed && (await isDirected(directed, ports))
    const found: Found = { ...loaded, folded: new FoldedStream(decider, loaded.events) }
    await this.admit(found)
    const stated = this.stated(found)
    const drafts = await this.decide(found, stated)
    if (drafts.length === 0) return recorded(loaded.stream, [], 0)
    const events = await this.eventsOf(found, drafts, stated)
    if (isNamed && !isDirectedBefore) await direct(directed, ports)
    const appended = await ports.log.append(loaded.stream, expectedOf(loaded.own), stamped(events, ports.clock))
    return recorded(loaded.stream, events, appended.position)
  }

  /** Whoever may not write here is told so before any rule is, since rules tell what stands here. */
  private async admit(found: Found): Promise<void> {
    const { stream, events } = found
    const { decider } = this.a
    const unwritten: Filed = { customers: [], contacts: [], ...decider.emptyState?.(idOf(stream)) }
    const last = events.at(-1)?.metadata
    // A person with posts at two customers is both's, though the last event may be about one.
    const customers = [...new Set(events.flatMap(({ metadata }) => metadata.customers))]
    const filed = last ? { unit: last.unit, customers, contacts: last.contacts } : unwritten
    await this.requireWrite(this.placeOf(filed, found))
  }

  /** Once for each place: what a command says of a record is most often filed where the record is. */
  private async requireWrite(place: Filed): Promise<void> {
    if (this.admittedTo && isSameFiling(place, this.admittedTo)) return
    const { decider, caller, ports } = this.a
    await ports.access.requireWrite(caller.viewer, decider.resource, place)
    this.admittedTo = place
  }

  /** Where the right to write is needed: anywhere, for whoever the record itself asks. */
  private placeOf(filed: Filed, { folded }: Found): Filed {
    const { spec, caller } = this.a
    return spec.addressee && spec.addressee(folded.state) === caller.viewer.member ? anywhere : filed
  }

  /** When it happened; a command that states no time comes after everything in its stream. */
  private stated({ folded: { facts } }: Found): Stated {
    const { occurred } = this.a.request
    const { occurs } = this.a.spec
    const since = occurs === 'as-stated' ? undefined : facts.find(({ type }) => occurs.since(type))
    if (since) return { occurredAt: since.occurredAt, occurredPrecision: since.precision }
    return occurred ?? { occurredAt: laterOf(facts.at(-1)?.at ?? '', this.now), occurredPrecision: 'instant' }
  }

  private async decide({ folded, events }: Found, stated: Stated): Promise<Draft[]> {
    const { spec, body, request, ports } = this.a
    const { facts } = folded
    const at = effectiveMoment(stated, momentsOf(facts), ports.zoneOf(this.unitOf(events)))
    const past = folded.countAsOf(at)
    const state = folded.after(past)
    const by = decidingAt(at, { ...this.a, now: this.now })
    const drafts = await decidedBy(() => spec.decide(body, state, by), past === 0 ? facts[0] : undefined)
    if (!request.confirmed) this.refuseLaterConflicts(state, drafts, facts.slice(past))
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

  private async eventsOf(found: Found, drafts: readonly Draft[], stated: Stated): Promise<NewEvent[]> {
    const { decider, caller, ports, fingerprint } = this.a
    const { stream, folded } = found
    const id = idOf(stream)
    const moments = momentsOf(folded.facts)
    let { state } = folded
    const events: NewEvent[] = []
    for (const draft of drafts) {
      state = decider.evolve(
        state,
        asFact(draft, { ...blankFact, entity: id, at: this.now, actor: caller.viewer.member }),
      )
      const filed = decider.filedIn(state, id, draft)
      await this.requireWrite(this.placeOf(filed, found))
      refuseAhead(stated, { now: this.now, unit: filed.unit }, ports)
      ports.access.requireSwitchedOn(caller.viewer, decider.category, filed)
      const event = {
        id: ports.hash.freshId(),
        type: draft.type,
        data: compact(draft.data) as JsonObject,
        metadata: metadataOf({ ports, caller, fingerprint, stated, filed, moments, now: this.now, type: draft.type }),
      }
      if (!ports.registry.catalogue.fits(event.type, event.data))
        throw new Error(`${event.type} was raised with a payload of another shape`)
      events.push({ ...event, data: await sealed({ ...event, stream }, ports) })
    }
    refuseTooMuch(events)
    return events
  }
}

/** A record's stream, folded. */
interface Found extends Loaded {
  folded: FoldedStream
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
