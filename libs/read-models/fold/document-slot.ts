/**
 * One document as it is folded: with the facts it is folded from, where those are at hand, so that it
 * can be had as it was after any of them.
 */
import { countWhile, type Fact, type Fold, inEffectiveOrder, type Position, type View } from '#kernel'

type AnyFold = Fold<object, string, unknown>

/** So many facts lie between two remembered documents. */
const stride = 64

/** Where a fact was among the facts, and where it is to stand. */
export interface Placed {
  /** Before the change. */
  facts: readonly Fact[]
  /** After it. */
  next: Fact[]
  /** Up to here both are alike. */
  start: number
  /** So many at the end are alike. */
  tail: number
}

export class DocumentSlot {
  document: object | undefined
  /** Effective moment and position of the last fact folded. */
  at = ''
  position: Position = 0
  /** Position of what changed it last. */
  changedBy: Position = 0
  /** In effective order; absent where only the document itself is at hand. */
  facts: Fact[] | undefined
  /** Whether facts were taken in that the document does not show yet. */
  private isBehind = false
  private readonly remembered: { count: number; document: object | undefined }[] = []

  constructor(
    readonly view: View,
    readonly key: string,
  ) {}

  /** A fact that comes after all others. */
  follow(fact: Fact, after: object | undefined): void {
    this.document = after
    this.at = fact.at
    this.position = fact.position
    if (!this.facts) return
    this.facts.push(fact)
    if (this.facts.length % stride === 0) this.remembered.push({ count: this.facts.length, document: after })
  }

  /** Takes facts in as they lie in a history; the document is folded when it is asked for. */
  append(fact: Fact): void {
    this.facts?.push(fact)
    this.isBehind = true
  }

  /** The document after all facts. */
  current(): object | undefined {
    if (!this.isBehind) return this.document
    this.document = this.after(this.facts?.length ?? 0)
    const last = this.facts?.at(-1)
    this.at = last?.at ?? ''
    this.position = last?.position ?? 0
    this.isBehind = false
    return this.document
  }

  /** The document after the first so many facts. */
  after(count: number): object | undefined {
    const facts = this.facts ?? []
    const nearest = this.remembered.findLast((known) => known.count <= count)
    let document = nearest?.document
    for (let at = nearest?.count ?? 0; at < count; at++) {
      document = folded(this.view, document, facts[at] as Fact)
      const isNext = (at + 1) % stride === 0 && (this.remembered.at(-1)?.count ?? 0) < at + 1
      if (isNext) this.remembered.push({ count: at + 1, document })
    }
    return document
  }

  /** What taking a fact out, putting one in, or both makes of the facts; nothing when it changes none of them. */
  placed(old: Fact | undefined, fresh: Fact | undefined): Placed | undefined {
    const facts = this.facts ?? []
    const next = [...facts]
    const oldAt = old ? indexOf(facts, old) : -1
    if (oldAt >= 0) next.splice(oldAt, 1)
    const newAt = fresh ? countWhile(next, (known) => inEffectiveOrder(known, fresh) <= 0) : -1
    if (fresh) next.splice(newAt, 0, fresh)
    if (oldAt < 0 && newAt < 0) return undefined
    const start = Math.min(...[oldAt, newAt].filter((at) => at >= 0))
    const tail = Math.min(
      oldAt < 0 ? facts.length - start : facts.length - oldAt - 1,
      newAt < 0 ? next.length - start : next.length - newAt - 1,
    )
    return { facts, next, start, tail }
  }

  /** Folds from where the facts change up to a fact that comes to stand there. @throws whatever a fold throws */
  tryUpTo(fact: Fact, { next, start }: Placed): void {
    let document = this.after(start)
    for (let at = start; at < next.length; at++) {
      document = folded(this.view, document, next[at] as Fact)
      if (next[at] === fact) return
    }
  }

  /** Changes the facts; without the document that they lead to, it is folded when it is asked for. */
  replace({ next, start }: Placed, known?: { document: object | undefined }): void {
    while ((this.remembered.at(-1)?.count ?? 0) > start) this.remembered.pop()
    this.facts = next
    this.isBehind = true
    if (!known) return
    this.document = known.document
    this.isBehind = false
    const last = next.at(-1)
    this.at = last?.at ?? ''
    this.position = last?.position ?? 0
  }
}

/** A document after one more fact. */
export function folded(view: View, document: object | undefined, fact: Fact): object | undefined {
  const fold = view.foldFor(fact.type) as AnyFold | undefined
  return fold ? (fold(document, fact) ?? undefined) : document
}

function indexOf(facts: readonly Fact[], fact: Fact): number {
  const at = countWhile(facts, (known) => inEffectiveOrder(known, fact) < 0)
  return facts[at]?.id === fact.id ? at : facts.findIndex(({ id }) => id === fact.id)
}
