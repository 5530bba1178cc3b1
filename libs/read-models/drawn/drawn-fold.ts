/**
 * What stands in the score of a customer as events become known: each event takes steps of the picture away and brings
 * others, whether it comes last, is late, or corrects. The documents are folded as everywhere; only of those that an
 * event concerns is the picture drawn anew, where it changes.
 */
import {
  type AnyFact,
  claim,
  type Drawn,
  type DrawnStep,
  type Fact,
  factOf,
  keyOf,
  type Partition,
  type StoredEvent,
  slotOfStep,
  type UnitZones,
  unchanged,
  type View,
} from '#kernel'
import { KnownFacts } from '../fold/known-facts.js'
import { type DrawingView, DrawnSlot, type DrawnTurn, isUndrawn, type ReplacedFacts } from './drawn-slot.js'

export interface DrawingParts {
  /** Those of customers. */
  views: readonly DrawingView[]
  zones: UnitZones
  /** The document as whoever asks may see it. */
  seen(view: View, document: object): object | undefined
}

/** What an event changes in the picture; what it leaves as it was may stand in both. */
export interface DrawnChange {
  gone: DrawnStep[]
  come: DrawnStep[]
}

export const draws = (view: View): view is DrawingView => view.draws !== undefined && view.partition === 'customer'

export class DrawnFold {
  private readonly slots = new Map<View, Map<string, DrawnSlot>>()
  /** By type of fact; there are few. */
  private readonly drawing = new Map<string, readonly DrawingView[]>()
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
    for (const fact of fold.known.know(events)) for (const slot of fold.slotsOf(fact)) slot.replace({ fresh: fact })
    return fold
  }

  /** Everything that stands in the picture. */
  steps(): DrawnStep[] {
    const slots = [...this.slots.values()].flatMap((ofView) => [...ofView.values()])
    return slots.flatMap((slot) => this.stepsIn(slot, slot.turns()))
  }

  /** Takes in the next event in recorded order. */
  take(event: StoredEvent): DrawnChange {
    const { old, fresh } = this.replaced(event)
    const change: DrawnChange = { gone: [], come: [] }
    for (const slot of new Set([...this.slotsOf(old), ...this.slotsOf(fresh)])) {
      const { was, is } = slot.replace({ old, fresh: fresh && this.isIn(slot, fresh) ? fresh : undefined })
      change.gone.push(...this.stepsIn(slot, was))
      change.come.push(...this.stepsIn(slot, is))
    }
    return change
  }

  private replaced(event: StoredEvent): ReplacedFacts {
    if (event.metadata.corrects) return this.known.correct(event, () => []) ?? {}
    const fact = factOf(event, event, this.known.zones)
    const fresh = claim(this.partition, fact) ? fact : undefined
    this.known.add(event, fresh)
    return { fresh }
  }

  private stepsIn(slot: DrawnSlot, turns: readonly DrawnTurn[]): DrawnStep[] {
    return turns.flatMap((turn) => (isUndrawn(slot.view, turn) ? [] : this.stepsOf(slot, turn)))
  }

  /** What a fact changes in what is drawn of a document. */
  private stepsOf(slot: DrawnSlot, { before, after, fact }: DrawnTurn): DrawnStep[] {
    const { at, position, day, occurredAt, precision } = fact
    const place = { key: slot.key, at, position, day, occurredAt, precision, many: slot.view.draws.many }
    const was = this.drawn(slot, before)
    const is = this.drawn(slot, after)
    const steps: DrawnStep[] = []
    for (const [name, drawn] of is)
      if (JSON.stringify(was.get(name)) !== JSON.stringify(drawn)) steps.push({ ...drawn, ...place, ends: false })
    for (const [name, { line, thing, unit }] of was)
      if (!is.has(name)) steps.push({ line, thing, unit, ...place, ends: true })
    return steps
  }

  private drawn({ view, key }: DrawnSlot, document: object | undefined): Map<string, Drawn> {
    const seen = document && this.parts.seen(view, document)
    return new Map(seen ? view.draws.of(seen).map((drawn) => [slotOfStep({ ...drawn, key }), drawn]) : [])
  }

  private slotsOf(fact: Fact | undefined): DrawnSlot[] {
    if (!fact) return []
    return this.viewsFor(fact).flatMap((view) => {
      const key = keyOf(view, fact)
      return key === undefined ? [] : [this.slotFor(view, key)]
    })
  }

  private isIn({ view, key }: DrawnSlot, fact: Fact): boolean {
    return this.viewsFor(fact).includes(view) && keyOf(view, fact) === key
  }

  private viewsFor({ type }: AnyFact): readonly DrawingView[] {
    const folds = (view: View) => ![undefined, unchanged].includes(view.foldFor(type) as typeof unchanged | undefined)
    const views = this.drawing.get(type) ?? this.parts.views.filter(folds)
    this.drawing.set(type, views)
    return views
  }

  private slotFor(view: DrawingView, key: string): DrawnSlot {
    const slots = this.slots.get(view) ?? new Map<string, DrawnSlot>()
    this.slots.set(view, slots)
    const known = slots.get(key) ?? new DrawnSlot(view, key)
    slots.set(key, known)
    return known
  }
}
