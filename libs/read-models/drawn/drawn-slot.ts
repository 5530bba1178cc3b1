/**
 * One document as it is drawn: its facts, each with the document after it, or one that is drawn alike from there on.
 * So a late fact is folded where it belongs and no further than until it makes no difference.
 */
import { countWhile, type Drawing, type Fact, inEffectiveOrder, type View } from '#kernel'
import { folded } from '../fold/document-slot.js'

/** A view that draws. */
export type DrawingView = View & { draws: Drawing }

/** What one fact made of the document. */
export interface DrawnTurn {
  before: object | undefined
  after: object | undefined
  fact: Fact
}

/** A fact that no longer stands where it did, and one that comes to stand somewhere: either, or both. */
export interface ReplacedFacts {
  old?: Fact
  fresh?: Fact
}

export class DrawnSlot {
  /** In effective order. */
  private readonly facts: Fact[] = []
  private readonly documents: (object | undefined)[] = []

  constructor(
    readonly view: DrawingView,
    readonly key: string,
  ) {}

  /** What each fact made of the document. */
  turns(): DrawnTurn[] {
    return this.turnsIn(0, this.facts.length)
  }

  /** What facts made of the document before the change and make of it after it, as far as that differs. */
  replace({ old, fresh }: ReplacedFacts): { was: DrawnTurn[]; is: DrawnTurn[] } {
    const oldAt = old ? this.placeOf(old) : -1
    const newAt = fresh ? this.placeFor(fresh, oldAt) : -1
    if (oldAt < 0 && newAt < 0) return { was: [], is: [] }
    const start = Math.min(...[oldAt, newAt].filter((at) => at >= 0))
    const end = oldAt < 0 ? start : Math.max(oldAt, newAt) + 1
    const span = this.facts.slice(start, end).filter((_, at) => start + at !== oldAt)
    if (fresh) span.splice(newAt - start, 0, fresh)
    const is: DrawnTurn[] = []
    let document = this.documents[start - 1]
    const follow = (fact: Fact) => {
      const after = folded(this.view, document, fact)
      is.push({ before: document, after, fact })
      document = after
    }
    for (const fact of span) follow(fact)
    let until = end
    while (until < this.facts.length && !drawnAlike(this.view, this.documents[until - 1], document))
      follow(this.facts[until++] as Fact)
    const was = this.turnsIn(start, until)
    const documents = is.map(({ after }) => after)
    this.facts.splice(start, end - start, ...span)
    this.documents.splice(start, until - start, ...documents)
    return { was, is }
  }

  private turnsIn(start: number, end: number): DrawnTurn[] {
    return this.facts.slice(start, end).map((fact, at) => ({
      before: this.documents[start + at - 1],
      after: this.documents[start + at],
      fact,
    }))
  }

  private placeOf(fact: Fact): number {
    const at = countWhile(this.facts, (known) => inEffectiveOrder(known, fact) < 0)
    return this.facts[at]?.id === fact.id ? at : -1
  }

  /** Where a fact comes to stand once the one at a place is gone. */
  private placeFor(fact: Fact, goneAt: number): number {
    const at = countWhile(this.facts, (known) => inEffectiveOrder(known, fact) < 0)
    return goneAt >= 0 && goneAt < at ? at - 1 : at
  }
}

const fieldsOf = (document: object) => document as Record<string, unknown>

/** Whether a change touches nothing that is drawn: by what a fold left as it was. */
export function isUndrawn({ draws }: DrawingView, { before, after }: Pick<DrawnTurn, 'before' | 'after'>): boolean {
  if (before === undefined || after === undefined) return before === after
  return draws.follows.every((field) => fieldsOf(before)[field] === fieldsOf(after)[field])
}

/** Whether two documents are drawn alike, and whatever is folded onto both. */
function drawnAlike({ draws }: DrawingView, a: object | undefined, b: object | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return draws.follows.every((field) => {
    const [left, right] = [fieldsOf(a)[field], fieldsOf(b)[field]]
    return left === right || JSON.stringify(left) === JSON.stringify(right)
  })
}
