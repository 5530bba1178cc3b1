/**
 * One round of a batch: as many of its first tasks as stand on streams that none before them writes, stage by
 * stage. What is left is done in later rounds, which see what this one has recorded.
 */
import {
  type Alias,
  type Dispatching,
  DomainError,
  type Filed,
  InvalidInput,
  type JsonObject,
  keysLastMs,
  type NewEvent,
  type Notice,
  type Recorded,
  RevisionConflict,
  refuse,
  type StoredEvent,
  utc,
  type Viewer,
} from '#kernel'
import { expectedOf, loaded, openedTogether, recorded, repeatOf } from './loaded.js'
import { direct, directionOf, isDirected } from './named-stream.js'
import { refuseTooMuch, stamped } from './recording.js'
import type { DecidingPorts, Loaded, Task } from './task.js'

/** A task on its way through the rounds. */
export interface Pending {
  task: Task
  /** To be done as the first of its record, without a look whether it is. */
  asNew: boolean
  /** Attempts that others were faster than. */
  conflicts: number
  answer?: PromiseSettledResult<Recorded>
}

const mostConflicts = 8

export const refused = (reason: unknown): PromiseRejectedResult => ({ status: 'rejected', reason })
const done = <T>(value: T): PromiseFulfilledResult<T> => ({ status: 'fulfilled', value })

interface Member {
  pending: Pending
  task: Task
  alias: Alias
}

/** What a task comes to: an answer, or events to append. */
type Decided = { answer: PromiseSettledResult<Recorded> } | Made

interface Made {
  member: Member
  /** That is appended to. */
  stream: string
  expected: ReturnType<typeof expectedOf>
  events: NewEvent[]
  /** Which record its key is for is yet to be written down. */
  directs: boolean
  notices: Notice[]
}

/** Sealed so long ago that whoever is named may have been erased since, and nobody waits for it any more. */
class HeldUp extends Error {}

/** Asks about a stream that an earlier task of the round writes: it waits for the next round, with all behind it. */
class Unsettled extends Error {}

export class Round implements DecidingPorts {
  private moment: string | undefined
  private readonly members: Member[] = []
  /** Stream → place of the member that writes it. */
  private readonly writers = new Map<string, number>()
  private readonly streams = new Map<string, Promise<StoredEvent[]>>()
  private readonly admitted = new Map<Viewer, Map<string, Promise<void>>>()
  private readonly seen = new Map<Viewer, Map<string, Promise<boolean>>>()

  /** @param waiting in the order in which they were sent */
  constructor(
    waiting: readonly Pending[],
    readonly ports: Dispatching,
  ) {
    for (const pending of waiting) if (!this.enter(pending)) break
  }

  /** One for all of the round, taken where something is decided: what was recorded before is answered by any clock. */
  get now(): string {
    this.moment ??= utc(this.ports.clock())
    return this.moment
  }

  /** Answers tasks; those that stay without an answer are for another round. At least one is answered, or loses against others. */
  async run(): Promise<void> {
    const found = await this.load()
    const decided = await Promise.all(this.members.map((member) => this.decided(member, found.get(member))))
    const end = decided.indexOf(undefined)
    const made: Made[] = []
    for (const [place, each] of (end < 0 ? decided : decided.slice(0, end)).entries()) {
      if (each && 'answer' in each) (this.members[place] as Member).pending.answer = each.answer
      else if (each) made.push(each)
    }
    if (made.length > 0) await this.record(made)
  }

  /** Whether another may follow. */
  private enter(pending: Pending): boolean {
    const { task } = pending
    const alias = this.ports.aliases(task.stream)
    const writes = task.staysThere ? task.stream : alias.stream
    const direction = task.isNamed ? directionOf(task.caller) : undefined
    const isWritten = (stream: string) => this.writers.has(stream)
    if (isWritten(writes) || isWritten(alias.stream) || isWritten(task.stream) || alias.with.some(isWritten))
      return false
    if (direction !== undefined && isWritten(direction)) return false
    const place = this.members.length
    this.writers.set(writes, place)
    if (direction !== undefined) this.writers.set(direction, place)
    // What stands for others is folded with them.
    if (alias.stream !== task.stream || alias.with.length > 0) pending.asNew = false
    this.members.push({ pending, task, alias })
    return !this.isOfReference(writes)
  }

  /** Whether what follows may be decided by what is recorded there. */
  private isOfReference(stream: string): boolean {
    return this.ports.registry.references.some(({ prefixes }) => prefixes.some((prefix) => stream.startsWith(prefix)))
  }

  async read(stream: string, task?: Task): Promise<readonly StoredEvent[]> {
    const writer = this.writers.get(stream)
    if (writer !== undefined && writer < this.members.findIndex((member) => member.task === task)) throw new Unsettled()
    const reading = this.streams.get(stream) ?? this.ports.log.readStream(stream)
    this.streams.set(stream, reading)
    return reading
  }

  async requireWrite(viewer: Viewer, resource: string, filed: Filed): Promise<void> {
    const place = JSON.stringify([resource, filed.unit ?? null, filed.customers, filed.contacts])
    return onceFor(this.admitted, viewer, { place, ask: () => this.ports.access.requireWrite(viewer, resource, filed) })
  }

  sees(viewer: Viewer, filed: Filed): Promise<boolean> {
    const place = JSON.stringify([filed.unit ?? null, filed.customers, filed.contacts])
    return onceFor(this.seen, viewer, { place, ask: () => this.ports.access.sees(viewer, filed) })
  }

  /** What the members stand on, but for those that are taken as new: read and opened together. */
  private async load(): Promise<Map<Member, PromiseSettledResult<Loaded>>> {
    const looking = this.members.filter(({ pending }) => !pending.asNew)
    if (looking.length === 0) return new Map()
    const read = await Promise.allSettled(looking.map((member) => this.readRecord(member)))
    const opened = await openedTogether(read, { tasks: looking.map(({ task }) => task), sealer: this.ports.sealer })
    return new Map(looking.map((member, index) => [member, opened[index] as PromiseSettledResult<Loaded>]))
  }

  private readRecord({ task, alias }: Member): Promise<Loaded> {
    return loaded({ ...alias, asked: task.stream }, (stream) => this.read(stream), this.ports.registry)
  }

  /** Undefined where it has to wait for another round. */
  private async decided(member: Member, found?: PromiseSettledResult<Loaded>): Promise<Decided | undefined> {
    try {
      const begun = member.pending.asNew ? await this.begun(member) : undefined
      return begun ?? (await this.onWhatIsThere(member, found))
    } catch (error) {
      return error instanceof Unsettled ? undefined : { answer: refused(error) }
    }
  }

  /** As the first of its record; undefined where it has to be seen after all whether it is. */
  private async begun(member: Member): Promise<Made | undefined> {
    const { stream } = member.task
    try {
      const made = await this.on(member, { stream, own: [], asked: [], events: [] })
      if ('events' in made) return made
    } catch (error) {
      // What is refused of a new record may have been done before, when it was not.
      if (!isRefusal(error)) throw error
    }
    member.pending.asNew = false
    return undefined
  }

  private async onWhatIsThere(member: Member, found?: PromiseSettledResult<Loaded>): Promise<Decided> {
    let there = found
    if (!there) {
      const read = await Promise.allSettled([this.readRecord(member)])
      ;[there] = await openedTogether(read, { tasks: [member.task], sealer: this.ports.sealer })
    }
    if (there?.status !== 'fulfilled') throw there?.reason
    return this.on(member, there.value)
  }

  private async on(member: Member, found: Loaded): Promise<Decided> {
    const { task } = member
    const before = repeatOf(found, task.caller.commandId, task.fingerprint)
    if (before) return { answer: done(this.told(before, { task, found, events: [] })) }
    const directs = task.isNamed && !isDirected(task, await this.read(directionOf(task.caller)))
    const events = await task.decide(found, this)
    if (events.length === 0) return { answer: done(this.told(await this.unchanged(found), { task, found, events })) }
    const [stream, own] = task.staysThere ? [task.stream, found.asked] : [found.stream, found.own]
    const notices = task.notices?.(found, events, this) ?? []
    return { member, stream, expected: expectedOf(own), events, directs, notices }
  }

  /** Reads show what stands from its last event on; of what has none, from the end of the log on. */
  private async unchanged({ stream, events }: Loaded): Promise<Recorded> {
    return recorded(stream, [], events.at(-1)?.position ?? (await this.ports.log.head()))
  }

  private told(answer: Recorded, of: { task: Task; found: Loaded; events: readonly NewEvent[] }): Recorded {
    return noticed(answer, of.task.notices?.(of.found, of.events, this) ?? [])
  }

  private async record(made: readonly Made[]): Promise<void> {
    const { steadyMs = () => performance.now() } = this.ports
    const fromMs = steadyMs()
    const isHeldUp = () => steadyMs() - fromMs >= keysLastMs
    const sealed = await this.sealed(made)
    await Promise.all(sealed.map((each) => this.append(each, isHeldUp)))
    if (sealed.some(({ stream }) => this.isOfReference(stream))) await this.ports.follow()
  }

  /** Those that can be recorded, ready for the log. */
  private async sealed(made: readonly Made[]): Promise<Made[]> {
    const { sealer } = this.ports
    const clear = made.map(({ stream, events }) => events.map((event) => ({ ...event, stream })))
    const each = () => Promise.allSettled(clear.map((events) => sealer.sealAll(events)))
    const all = (data: (JsonObject | undefined)[]) => {
      const left = data.values()
      return clear.map((events) => done(events.map(() => left.next().value)))
    }
    // Where one cannot be sealed for a fault of its own, the others can.
    const sealed = await sealer.sealAll(clear.flat()).then(all, each)
    return made.filter((one, at) =>
      this.takeSealed(one, sealed[at] as PromiseSettledResult<(JsonObject | undefined)[]>),
    )
  }

  /** Whether it can be recorded so. */
  private takeSealed(made: Made, sealed: PromiseSettledResult<(JsonObject | undefined)[]>): boolean {
    try {
      if (sealed.status === 'rejected') throw sealed.reason
      for (const [at, event] of made.events.entries()) event.data = sealed.value[at] ?? refuse('person-erased')
      refuseTooMuch(made.events)
      return true
    } catch (error) {
      this.refuse(made, error)
      return false
    }
  }

  private async append(made: Made, isHeldUp: () => boolean): Promise<void> {
    const { member, stream, expected, events, notices } = made
    const { log, clock } = this.ports
    try {
      if (made.directs) await direct(member.task, stream, this)
      if (isHeldUp()) throw new HeldUp()
      const { position } = await log.append(stream, expected, stamped(events, clock))
      member.pending.answer = done(noticed(recorded(stream, events, position), notices))
    } catch (error) {
      this.refuse(made, error)
    }
  }

  /** What was taken as new, met others at the same moment, or was held up is looked at again. */
  private refuse({ member: { pending } }: Made, error: unknown): void {
    const isConflict = error instanceof RevisionConflict || error instanceof HeldUp
    if (pending.asNew && (isConflict || isRefusal(error))) pending.asNew = false
    else if (isConflict && ++pending.conflicts < mostConflicts) return
    else pending.answer = refused(isConflict ? tryAgain() : error)
  }
}

/** What was answered to a viewer about a place before, else what is answered now. */
function onceFor<T>(
  answers: Map<Viewer, Map<string, Promise<T>>>,
  viewer: Viewer,
  { place, ask }: { place: string; ask: () => Promise<T> },
): Promise<T> {
  const places = answers.get(viewer) ?? new Map<string, Promise<T>>()
  answers.set(viewer, places)
  const answer = places.get(place) ?? ask()
  places.set(place, answer)
  return answer
}

const noticed = (answer: Recorded, notices: Notice[]): Recorded =>
  notices.length === 0 ? answer : { ...answer, notices }

const isRefusal = (error: unknown): boolean => error instanceof DomainError || error instanceof InvalidInput

function tryAgain(): unknown {
  try {
    return refuse('try-again')
  } catch (error) {
    return error
  }
}
