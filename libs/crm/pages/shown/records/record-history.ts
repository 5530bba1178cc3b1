/** The events behind what is said of a record: what it was begun with, and what was said of it last. */
import type { Fact, QueryContext } from '#kernel'
import { type EventRef, refOf } from '../refs.js'
import { isReadable } from '../subject.js'

export class RecordHistory {
  /** @param facts in effective order */
  private constructor(private readonly facts: readonly Fact[]) {}

  /** What the reader may see of a record, whose facts several streams may hold where customers were merged. */
  static async of({ journals, ...ask }: QueryContext<object>, ...streams: string[]): Promise<RecordHistory> {
    const events = (await Promise.all(streams.map((stream) => journals.stream(stream)))).flat()
    return new RecordHistory(journals.factsOf(events).filter((fact) => isReadable(ask, fact)))
  }

  /** How the record began, and what was said of it last. */
  ends(): EventRef[] {
    const [first, ...later] = this.facts
    return [first, later.at(-1)].flatMap((fact) => (fact ? [refOf(fact)] : []))
  }

  /** What the record began with; undefined where the reader may see none of it. */
  get beginning(): Fact | undefined {
    return this.facts[0]
  }

  /** The last fact of a type. */
  last(type: string): EventRef[] {
    const fact = this.lastFact(type)
    return fact ? [refOf(fact)] : []
  }

  lastFact(type: string): Fact | undefined {
    return this.facts.findLast((one) => one.type === type)
  }

  named(ref: EventRef | undefined): Fact | undefined {
    return this.facts.find(({ id }) => id === ref?.event)
  }

  /** All of which something holds. */
  those(holds: (fact: Fact) => boolean): EventRef[] {
    return this.facts.filter(holds).map(refOf)
  }
}
