/** The facts of a record, folded once however many questions a command asks of them. */
import type { StoredEvent } from '../events/stored-event.js'
import { countWhile } from '../history/count-while.js'
import type { Fact } from '../history/fact.js'
import { history } from '../history/history.js'
import type { Decider } from './decider.js'

export class Folded {
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
