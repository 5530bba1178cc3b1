/** Given what happened, as of a day and as known at another: the view shows this. */
import { expect } from '@jest/globals'
import { historyOf, type Partition, type View } from '#kernel'
import { foldAll } from '#queries/documents/past/folding.js'
import { CUSTOMER, type Given, recordedEvents } from './happened.js'
import { until } from './stated.js'

/** That there is no document. */
export const nothing = Symbol('nothing')

interface Asked {
  asOf?: string
  knownAt?: string
  /** The customer or contact whose history it is, with those merged into it. */
  partition: readonly [string, ...string[]]
  /** Time zone of every unit. */
  where: string
}

export class GivenView<D extends object> {
  constructor(
    private readonly view: View<D>,
    private readonly given: readonly Given[],
    private readonly asked: Asked = { partition: [CUSTOMER], where: 'UTC' },
  ) {}

  private asking(more: Partial<Asked>): GivenView<D> {
    return new GivenView(this.view, this.given, { ...this.asked, ...more })
  }

  /** With every unit in a time zone. */
  where(where: string): GivenView<D> {
    return this.asking({ where })
  }

  /** By the end of a day, or by an instant. */
  asOf(asOf: string): GivenView<D> {
    return this.asking({ asOf })
  }

  /** As it was known at the end of a day, or at an instant. */
  knownAt(knownAt: string): GivenView<D> {
    return this.asking({ knownAt })
  }

  /** In the history of another customer or contact, or of several that are one: the survivor first. */
  in(...partition: [string, ...string[]]): GivenView<D> {
    return this.asking({ partition })
  }

  /** The one document holds these values; `undefined` stands for none. */
  shows(expected: Partial<D> | typeof nothing): this {
    const documents = this.documents()
    if (expected === nothing) expect(documents).toEqual([])
    else {
      expect(documents).toHaveLength(1)
      expect(documents[0]).toEqual({ ...documents[0], ...expected })
    }
    return this
  }

  private documents(): D[] {
    const { asOf, knownAt, partition: ids, where } = this.asked
    const events = recordedEvents(this.given)
    const known = knownAt === undefined ? events : events.filter((e) => e.metadata.recordedAt <= until(knownAt))
    const partition: Partition = { kind: this.view.partition, ids }
    const facts = historyOf(partition, known, { asOf, zones: () => where })
    return [...foldAll(facts, this.view).values()].flatMap(({ document }) => (document ? [document as D] : []))
  }
}
