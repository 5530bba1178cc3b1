/**
 * A partition's facts in effective order, kept while events arrive, and found again by document. A
 * document as it was at any place of its facts is folded from the nearest one remembered, so that a
 * late fact costs no more than what comes after it.
 */
import { countWhile, type Fact, type Fold, inEffectiveOrder, keyOf, type View } from '#kernel'

type AnyFold = Fold<object, string, unknown>

/** So many facts lie between two remembered documents. */
const stride = 64

export class KnownFacts {
  private readonly slots = new Map<string, FactsOfDocument>()

  /** @param all in effective order */
  constructor(readonly all: Fact[]) {}

  /** The facts that fold into one document. */
  of(view: View, key: string): FactsOfDocument {
    const slot = `${view.name} ${key}`
    const known =
      this.slots.get(slot) ??
      new FactsOfDocument(
        view,
        key,
        this.all.filter((fact) => keyOf(view, fact) === key),
      )
    this.slots.set(slot, known)
    return known
  }

  /** Takes a fact out, puts one in, or both: what a correction makes of it. */
  change(id: string | undefined, fresh: Fact | undefined): void {
    change(this.all, id, fresh)
    for (const slot of this.slots.values()) slot.change(id, fresh)
  }
}

export class FactsOfDocument {
  private readonly remembered: { count: number; document: object | undefined }[] = []

  constructor(
    readonly view: View,
    readonly key: string,
    readonly facts: Fact[],
  ) {}

  /** The document after the first so many facts. */
  documentAt(count: number): object | undefined {
    const nearest = this.remembered.findLast((known) => known.count <= count)
    let document = nearest?.document
    for (let at = nearest?.count ?? 0; at < count; at++) {
      document = folded(this.view, document, this.facts[at] as Fact)
      if ((at + 1) % stride === 0) this.remembered.push({ count: at + 1, document })
    }
    return document
  }

  /** The facts as a change would make them; only those that fold into this document count. */
  changed(id: string | undefined, fresh: Fact | undefined): Fact[] {
    const facts = [...this.facts]
    change(facts, id, fresh && keyOf(this.view, fresh) === this.key ? fresh : undefined)
    return facts
  }

  change(id: string | undefined, fresh: Fact | undefined): void {
    const own = fresh && keyOf(this.view, fresh) === this.key ? fresh : undefined
    const touched = change(this.facts, id, own)
    while ((this.remembered.at(-1)?.count ?? 0) > touched) this.remembered.pop()
  }
}

/** A document after one more fact. */
export function folded(view: View, document: object | undefined, fact: Fact): object | undefined {
  const fold = view.foldFor(fact.type) as AnyFold | undefined
  return fold ? (fold(document, fact) ?? undefined) : document
}

/** Changes the list in place; answers with the first place that is another now. */
function change(facts: Fact[], id: string | undefined, fresh: Fact | undefined): number {
  const removed = id === undefined ? -1 : facts.findIndex((fact) => fact.id === id)
  if (removed >= 0) facts.splice(removed, 1)
  const placed = fresh ? place(facts, fresh) : facts.length
  return removed >= 0 ? Math.min(removed, placed) : placed
}

function place(facts: Fact[], fact: Fact): number {
  const at = countWhile(facts, (known) => inEffectiveOrder(known, fact) <= 0)
  facts.splice(at, 0, fact)
  return at
}
