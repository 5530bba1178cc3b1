/** A record's stream as a task finds it: opened, with what was merged into it, what was done before, and what it comes to. */
import {
  type Alias,
  comparePositions,
  countWhile,
  type Decider,
  type Fact,
  history,
  type NewEvent,
  type Position,
  type Recorded,
  type Registry,
  refuse,
  type Sealer,
  type StoredEvent,
} from '#kernel'
import type { Loaded, Task } from './task.js'

export function requireDecider(category: string, registry: Registry): Decider {
  return registry.deciders.get(category) ?? refuse('not-found')
}

/** The stream with whatever was merged into it, in the newest versions, as it is stored. */
export async function loaded(
  { stream, with: merged, asked }: Alias & { asked: string },
  read: (stream: string) => Promise<readonly StoredEvent[]>,
  { catalogue }: Registry,
): Promise<Loaded> {
  const [own = [], ofAsked = [], ...others] = await Promise.all([stream, asked, ...merged].map(read))
  const all =
    merged.length === 0 ? own : [own, ...others].flat().sort((a, b) => comparePositions(a.position, b.position))
  return { stream, own, asked: ofAsked, events: all.map((event) => catalogue.read(event)) }
}

type Outcome = PromiseSettledResult<Loaded>

/** What was loaded for tasks, opened for those that look at it; where one of it cannot be opened, that is told of this one. */
export async function openedTogether(
  found: readonly Outcome[],
  { tasks, sealer }: { tasks: readonly Task[]; sealer: Sealer },
): Promise<Outcome[]> {
  const sealed = found.map((one, at) => (one.status === 'fulfilled' && tasks[at]?.opens ? one.value.events : []))
  const each = () => Promise.allSettled(sealed.map((events) => sealer.open(events)))
  const all = (opened: (readonly StoredEvent[])[]) => opened.map((value) => ({ status: 'fulfilled', value }) as const)
  const opened = await sealer.open(sealed).then(all, each)
  return found.map((one, at) => {
    const now = opened[at]
    if (one.status === 'rejected' || !tasks[at]?.opens || !now) return one
    return now.status === 'rejected' ? now : { ...one, value: { ...one.value, events: now.value } }
  })
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
export function recorded(stream: string, events: readonly NewEvent[], position: Position): Recorded {
  return {
    id: idOf(stream),
    stream,
    events: events.map((e) => ({ id: e.id, type: e.type })),
    position,
    repeated: false,
  }
}

/** The facts of a record, folded once however many questions a command asks of them. */
export class FoldedStream {
  /** In effective order. */
  readonly facts: readonly Fact[]
  private last: { count: number; state: unknown }

  constructor(
    private readonly decider: Pick<Decider, 'initial' | 'evolve'>,
    events: readonly StoredEvent[],
  ) {
    this.facts = events.length === 0 ? [] : history(events)
    this.last = { count: 0, state: decider.initial }
  }

  /** How many of the facts had happened by a moment. */
  countAsOf(at: string): number {
    return countWhile(this.facts, (fact) => fact.at <= at)
  }

  /** What the first so many facts make of the record. */
  after(count: number): unknown {
    const from = this.last.count <= count ? this.last : { count: 0, state: this.decider.initial }
    let { state } = from
    for (let at = from.count; at < count; at++) state = this.decider.evolve(state, this.facts[at] as Fact)
    this.last = { count, state }
    return state
  }

  /** What all of them make of it. */
  get state(): unknown {
    return this.after(this.facts.length)
  }
}
