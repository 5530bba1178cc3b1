/** A record's stream as a command or a correction finds it: opened, with what was merged into it, and what was done before. */
import {
  countWhile,
  type Decider,
  type Dispatching,
  type Fact,
  history,
  type NewEvent,
  type Recorded,
  refuse,
  type StoredEvent,
} from '#kernel'

export interface Loaded {
  stream: string
  /** Of the stream itself: what the append expects. */
  own: StoredEvent[]
  /** Of the stream that was asked for, where another stands for it now. */
  asked: StoredEvent[]
  /** With those of merged records, opened. */
  events: StoredEvent[]
}

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
  const events = await ports.sealer.open(all.map((event) => ports.registry.catalogue.read(event)))
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
