/** A partition's facts in effective order, kept while late events arrive one after the other, and found again by document. */
import { type Fact, inEffectiveOrder, keyOf, type View } from '#kernel'

export class KnownFacts {
  private readonly byKey = new Map<string, Fact[]>()

  /** @param all in effective order */
  constructor(readonly all: Fact[]) {}

  /** The facts that fold into one document, in effective order. */
  of(view: View, key: string): readonly Fact[] {
    const slot = `${view.keyedBy} ${view.leadingOnly} ${key}`
    const known = this.byKey.get(slot) ?? this.all.filter((fact) => keyOf(view, fact) === key)
    this.byKey.set(slot, known)
    return known
  }

  /** Takes in one more fact at its place. */
  insert(fact: Fact): void {
    place(this.all, fact)
    // What was looked up before is looked up anew: late facts of one document come in a row.
    this.byKey.clear()
  }
}

/** The list with the fact at its place. */
export const withFact = (facts: readonly Fact[], fact: Fact): Fact[] => place([...facts], fact)

function place(facts: Fact[], fact: Fact): Fact[] {
  let low = 0
  let high = facts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (inEffectiveOrder(facts[middle] as Fact, fact) <= 0) low = middle + 1
    else high = middle
  }
  facts.splice(low, 0, fact)
  return facts
}
