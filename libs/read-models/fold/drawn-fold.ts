/**
 * What stands in the score of a customer as events become known: each event takes steps of the picture away and brings
 * others, whether it comes last, is late, or corrects. The documents are folded as everywhere; only of those that an
 * event concerns is the picture drawn anew, from the fact on that it changes and no further than until it is the same.
 */
import {
  type AnyFact,
  claim,
  type Drawing,
  type Drawn,
  type DrawnStep,
  type Fact,
  factOf,
  inEffectiveOrder,
  keyOf,
  type Partition,
  type StoredEvent,
  slotOfStep,
  type UnitZones,
  unchanged,
  type View,
} from '#kernel'
import { DocumentSlot, folded, type Placed } from './document-slot.js'
import { KnownFacts } from './known-facts.js'

/** A view that draws. */
export type DrawingView = View & { draws: Drawing }

export interface DrawingParts {
  /** Those of customers. */
  views: readonly DrawingView[]
  zones: UnitZones
  /** The document as whoever asks may see it. */
  seen(view: View, document: object): object | undefined
}

/** What an event changes in the picture. */
export interface DrawnChange {
  gone: DrawnStep[]
  come: DrawnStep[]
}

export const draws = (view: View): view is DrawingView => view.draws !== undefined && view.partition === 'customer'

type Slot = DocumentSlot & { view: DrawingView }

export class DrawnFold {
  private readonly slots = new Map<View, Map<string, Slot>>()
  private readonly known: KnownFacts

  private constructor(
    private readonly partition: Partition,
    private readonly parts: DrawingParts,
  ) {
    this.known = new KnownFacts(partition, { zonesAt: (position) => (unit) => parts.zones(unit, position) })
  }

  /** @param events all that is known so far, in recorded order; what is not filed in the partition is passed over */
  static over(partition: Partition, parts: DrawingParts, events: readonly StoredEvent[]): DrawnFold {
    const fold = new DrawnFold(partition, parts)
    for (const fact of fold.known.know(events)) for (const slot of fold.slotsOf(fact)) slot.append(fact)
    return fold
  }

  /** Everything that stands in the picture. */
  steps(): DrawnStep[] {
    return [...this.slots.values()].flatMap((slots) => [...slots.values()].flatMap((slot) => this.stepsOf(slot)))
  }

  /** Takes in the next event in recorded order. */
  take(event: StoredEvent): DrawnChange {
    const { old, fresh } = event.metadata.corrects
      ? (this.known.correct(event, () => []) ?? { old: undefined, fresh: undefined })
      : { old: undefined, fresh: this.added(event) }
    const change: DrawnChange = { gone: [], come: [] }
    const touched = new Set([...this.slotsOf(old), ...this.slotsOf(fresh)])
    for (const slot of touched) {
      const isHere = fresh !== undefined && keyOf(slot.view, fresh) === slot.key && this.folds(slot.view, fresh)
      this.place(slot, { old, fresh: isHere ? fresh : undefined }, change)
    }
    return change
  }

  private added(event: StoredEvent): Fact | undefined {
    const fact = factOf(event, event, this.known.zones)
    const isHere = claim(this.partition, fact)
    this.known.add(event, isHere ? fact : undefined)
    return isHere ? fact : undefined
  }

  private place(slot: Slot, { old, fresh }: { old?: Fact; fresh?: Fact }, change: DrawnChange): void {
    const last = slot.facts?.at(-1)
    if (fresh && !old && (last === undefined || inEffectiveOrder(fresh, last) > 0)) {
      const before = slot.current()
      const after = folded(slot.view, before, fresh)
      change.come.push(...this.between(slot, { before, after, fact: fresh }))
      slot.follow(fresh, after)
      return
    }
    const placed = slot.placed(old, fresh)
    if (placed) this.redraw(slot, placed, change)
  }

  /** Two histories side by side from where they part until their documents are drawn alike from there on. */
  private redraw(slot: Slot, placed: Placed, change: DrawnChange): void {
    const { facts, next, start, tail } = placed
    const shared = slot.after(start)
    const gone: DrawnStep[] = []
    const come: DrawnStep[] = []
    const advance = (before: object | undefined, fact: Fact, steps: DrawnStep[]) => {
      const after = folded(slot.view, before, fact)
      steps.push(...this.between(slot, { before, after, fact }))
      return after
    }
    let [was, is] = [shared, shared]
    for (const fact of facts.slice(start, facts.length - tail)) was = advance(was, fact, gone)
    for (const fact of next.slice(start, next.length - tail)) is = advance(is, fact, come)
    let at = next.length - tail
    for (; at < next.length && !agree(slot.view, was, is); at++) {
      was = advance(was, next[at] as Fact, gone)
      is = advance(is, next[at] as Fact, come)
    }
    slot.replace(placed, at === next.length ? { document: is } : undefined)
    change.gone.push(...gone)
    change.come.push(...come)
  }

  private stepsOf(slot: Slot): DrawnStep[] {
    let before: object | undefined
    return (slot.facts ?? []).flatMap((fact) => {
      const after = folded(slot.view, before, fact)
      const steps = this.between(slot, { before, after, fact })
      before = after
      return steps
    })
  }

  /** What a fact changes in what is drawn of a document. */
  private between(slot: Slot, { before, after, fact }: { before?: object; after?: object; fact: Fact }): DrawnStep[] {
    if (isAlike(slot.view, before, after)) return []
    const { at, position, day, occurredAt, precision } = fact
    const place = { key: slot.key, at, position, day, occurredAt, precision, many: slot.view.draws.many ?? false }
    const was = this.drawn(slot, before)
    const is = this.drawn(slot, after)
    const steps: DrawnStep[] = []
    for (const [name, drawn] of is)
      if (JSON.stringify(was.get(name)) !== JSON.stringify(drawn)) steps.push({ ...drawn, ...place, ends: false })
    for (const [name, { line, thing, unit }] of was)
      if (!is.has(name)) steps.push({ line, thing, unit, ...place, ends: true })
    return steps
  }

  private drawn({ view, key }: Slot, document: object | undefined): Map<string, Drawn> {
    const seen = document && this.parts.seen(view, document)
    return new Map(seen ? view.draws.of(seen).map((drawn) => [slotOfStep({ ...drawn, key }), drawn]) : [])
  }

  private folds(view: View, { type }: AnyFact): boolean {
    const fold = view.foldFor(type)
    return fold !== undefined && fold !== unchanged
  }

  private slotsOf(fact: Fact | undefined): Slot[] {
    if (!fact) return []
    return this.parts.views.flatMap((view) => {
      const key = this.folds(view, fact) ? keyOf(view, fact) : undefined
      return key === undefined ? [] : [this.slotFor(view, key)]
    })
  }

  private slotFor(view: DrawingView, key: string): Slot {
    const slots = this.slots.get(view) ?? new Map<string, Slot>()
    this.slots.set(view, slots)
    const known = slots.get(key) ?? (Object.assign(new DocumentSlot(view, key), { facts: [] }) as unknown as Slot)
    slots.set(key, known)
    return known
  }
}

const fieldsOf = (document: object) => document as Record<string, unknown>

/** Whether a change touches nothing that is drawn. */
function isAlike({ draws: { follows } }: DrawingView, before: object | undefined, after: object | undefined): boolean {
  if (before === after) return true
  if (before === undefined || after === undefined) return false
  return follows.every((field) => fieldsOf(before)[field] === fieldsOf(after)[field])
}

/** Whether two documents are drawn alike, and whatever is folded onto both. */
function agree({ draws: { follows } }: DrawingView, a: object | undefined, b: object | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return follows.every((field) => {
    const [left, right] = [fieldsOf(a)[field], fieldsOf(b)[field]]
    return left === right || JSON.stringify(left) === JSON.stringify(right)
  })
}
