/** A command on its record: where it may be done, when it happened, what its decider makes of it. */
import {
  BEYOND,
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
  type JsonObject,
  laterOf,
  type NewEvent,
  type Notice,
  type PayloadClass,
  parse,
  refuse,
  type Stated,
  type StoredEvent,
} from '#kernel'
import { isSameFiling } from './corrections/refiling.js'
import { impossibleAfter } from './later-facts.js'
import { FoldedStream, idOf, requireDecider } from './loaded.js'
import { decidingAt, isOfClockAhead, metadataOf, momentsOf, refuseAhead } from './recording.js'
import type { DecidingPorts, Loaded, Task } from './task.js'

/** Apart for no time stated, and for before everything. */
const statedAs = (occurred?: Stated): string =>
  occurred?.occurredPrecision === 'before' ? 'before' : (occurred?.occurredAt ?? '')

export class CommandTask implements Task {
  readonly decider: Decider
  readonly spec: CommandSpec<object, unknown>
  readonly id: string
  readonly stream: string
  readonly isNamed: boolean
  readonly isNew: boolean
  readonly body: object
  readonly fingerprint: string
  readonly staysThere: boolean
  readonly opens = true

  /** @throws InvalidInput, DomainError `not-found` when there is no such command */
  constructor(
    readonly request: CommandRequest,
    readonly caller: Caller,
    { registry, hash }: Pick<Dispatching, 'registry' | 'hash'>,
  ) {
    const { id, occurred, begins } = request
    this.decider = requireDecider(request.category, registry)
    const { category, commands } = this.decider
    this.spec = commands[request.command] ?? refuse('not-found')
    this.staysThere = this.spec.staysThere
    this.body = compact(parse(this.spec.payload as PayloadClass, request.body))
    this.id = id ?? hash.shortId(...(this.spec.identifiedBy?.(this.body) ?? [category, caller.commandId]))
    this.stream = `${category}-${this.id}`
    this.fingerprint = hash.fingerprint({ ...this.body, '~at': statedAs(occurred) } as JsonObject)
    this.isNamed = id === undefined && this.spec.identifiedBy !== undefined
    // A record whose id follows from the command is there already only if the command has been done.
    this.isNew = begins ?? (id === undefined && !this.isNamed)
  }

  decide(found: Loaded, deciding: DecidingPorts): Promise<NewEvent[]> {
    return new Decision(this, found, deciding).events()
  }

  notices({ events: known, stream }: Loaded, events: readonly NewEvent[], deciding: DecidingPorts): Notice[] {
    if (!this.spec.notices) return []
    // Of what is recorded already nothing is decided, so that no clock is asked.
    const at = events.length > 0 ? deciding.now : (known.at(-1)?.metadata.recordedAt ?? deciding.now)
    const like = { ...blankFact, entity: idOf(stream), at, actor: this.caller.viewer.member }
    const { state } = new FoldedStream(this.decider, known)
    const after = events.reduce((s, event) => this.decider.evolve(s, asFact(event, { ...like, id: event.id })), state)
    return this.spec.notices(this.body, after, decidingAt(at, { id: this.id, task: this, deciding }))
  }
}

/** One attempt at a command, on the record as it is now. */
class Decision {
  private readonly folded: FoldedStream
  /** Where the caller has been found to have the right to write. */
  private admittedTo: Filed | undefined

  constructor(
    private readonly t: CommandTask,
    private readonly found: Loaded,
    private readonly d: DecidingPorts,
  ) {
    this.folded = new FoldedStream(t.decider, found.events)
  }

  async events(): Promise<NewEvent[]> {
    try {
      await this.admit()
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not-found') return this.likeAbsent(error)
      throw error
    }
    const stated = this.stated()
    const drafts = await this.drafts(stated)
    return drafts.length === 0 ? [] : this.eventsOf(drafts, stated)
  }

  /** A record that is not the caller's to see is answered by what would be said of none; what that would record is not. */
  private async likeAbsent(error: DomainError): Promise<NewEvent[]> {
    const { stream, events } = this.found
    if (events.length === 0) throw error
    const absent = new Decision(this.t, { stream, own: [], asked: [], events: [] }, this.d)
    if ((await absent.events()).length > 0) throw error
    return []
  }

  /** Whoever may not write here is told so before any rule is, since rules tell what stands here. */
  private async admit(): Promise<void> {
    const { stream, events } = this.found
    const unwritten: Filed = { customers: [], contacts: [], ...this.t.decider.emptyState?.(idOf(stream)) }
    const last = events.at(-1)?.metadata
    // A person with posts at two customers is both's, though the last event may be about one.
    const customers = [...new Set(events.flatMap(({ metadata }) => metadata.customers))]
    const filed = last ? { unit: last.unit, customers, contacts: last.contacts } : unwritten
    await this.requireWrite(this.placeOf(filed))
  }

  /** Once for each place: what a command says of a record is most often filed where the record is. */
  private async requireWrite(place: Filed): Promise<void> {
    if (this.admittedTo && isSameFiling(place, this.admittedTo)) return
    const { decider, caller } = this.t
    await this.d.requireWrite(caller.viewer, decider.resource.name, place)
    this.admittedTo = place
  }

  /** Where the right to write is needed: anywhere, for whoever the record itself asks. */
  private placeOf(filed: Filed): Filed {
    const { spec, caller } = this.t
    return spec.addressee && spec.addressee(this.folded.state) === caller.viewer.member ? anywhere : filed
  }

  /** When it happened; a command that states no time, or one that our clock has yet to reach, comes after everything in its stream. */
  private stated(): Stated {
    const { facts } = this.folded
    const { occurred } = this.t.request
    const { occurs } = this.t.spec
    const since = occurs === 'as-stated' ? undefined : facts.find(({ type }) => occurs.since(type))
    if (since) return { occurredAt: since.occurredAt, occurredPrecision: since.precision }
    if (occurred && !isOfClockAhead(occurred, this.d.now)) return occurred
    return { occurredAt: laterOf(facts.at(-1)?.at ?? '', this.d.now), occurredPrecision: 'instant' }
  }

  private async drafts(stated: Stated): Promise<Draft[]> {
    const { spec, body, request, id } = this.t
    const { facts } = this.folded
    const at = effectiveMoment(stated, momentsOf(facts), this.d.ports.zoneOf(this.unitOf(this.found.events)))
    const past = this.folded.countAsOf(at)
    const state = this.folded.after(past)
    const by = decidingAt(at, { id, task: this.t, deciding: this.d })
    const drafts = await decidedBy(() => spec.decide(body, state, by), facts.slice(0, past), facts[0])
    if (!request.confirmed) this.refuseLaterConflicts(state, drafts, facts.slice(past))
    return drafts
  }

  /** The unit of the record; of a new one, the unit its id or its command names. */
  private unitOf(events: readonly StoredEvent[]): string | undefined {
    const { decider, body, id } = this.t
    const { unit } = events.at(-1)?.metadata ?? decider.emptyState?.(id) ?? (body as { unit?: unknown })
    return typeof unit === 'string' ? unit : undefined
  }

  private refuseLaterConflicts(state: unknown, drafts: Draft[], later: Fact[]): void {
    const { decider, caller } = this.t
    const impossible = impossibleAfter(decider, state, { drafts, later, actor: caller.viewer.member })
    if (impossible.length > 0) refuse('later-facts-conflict', { events: impossible })
  }

  private async eventsOf(drafts: readonly Draft[], stated: Stated): Promise<NewEvent[]> {
    const { decider, caller, fingerprint } = this.t
    const { ports, now } = this.d
    const id = idOf(this.t.staysThere ? this.t.stream : this.found.stream)
    const moments = momentsOf(this.folded.facts)
    const like = { ...blankFact, entity: id, at: now, actor: caller.viewer.member }
    let { state } = this.folded
    const events: NewEvent[] = []
    for (const draft of drafts) {
      state = decider.evolve(state, asFact(draft, like))
      const filed = decider.filedIn(state, id, draft)
      await this.requireWrite(this.placeOf(filed))
      refuseAhead(stated, { now, unit: filed.unit }, ports)
      ports.access.requireSwitchedOn(caller.viewer, decider.category, filed)
      const { type } = draft
      const data = compact(draft.data) as JsonObject
      if (!ports.registry.catalogue.fits(type, data))
        throw new Error(`${type} was raised with a payload of another shape`)
      const metadata = metadataOf({ ports, caller, fingerprint, stated, filed, moments, now, type })
      events.push({ id: ports.hash.freshId(), type, data, metadata })
    }
    return events
  }
}

const anywhere: Filed = { customers: [], contacts: [] }

/** What begins only later is not missing: the refusal says since when it is there. */
async function decidedBy(
  decide: () => Draft[] | Promise<Draft[]>,
  facts: readonly Fact[],
  begins: Fact | undefined,
): Promise<Draft[]> {
  try {
    return await decide()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'changed-meanwhile') throw withWriter(error, facts)
    if (!begins || facts.length > 0 || error.kind !== 'not-found') throw error
    return refuse('not-there-then', { since: begins.occurredAt })
  }
}

/** Whoever wrote what stands in the field, and when that was recorded. */
function withWriter(error: DomainError, facts: readonly Fact[]): DomainError {
  const field = String(error.details.field)
  const says = ({ data }: Fact): boolean => {
    const { cleared } = data as { cleared?: unknown }
    return field in data || (Array.isArray(cleared) && cleared.includes(field))
  }
  const writer = facts.findLast(says)
  const written = writer && { by: writer.actor, at: writer.recordedAt }
  return error.with({ ...error.details, ...written })
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
  position: BEYOND,
  actor: '',
  partition: '',
  customer: '',
  leads: true,
  customers: [],
  contacts: [],
  restated: false,
}

const asFact = (draft: Draft, like: Fact): Fact => ({ ...like, type: draft.type, data: draft.data as JsonObject })
