/**
 * Folds one partition's events, in the order recorded, into documents and figures. Events that are
 * the latest of what they touch are folded onto what is there; late ones and corrections make their
 * documents fold anew. Live projection and rebuild use this same code.
 */
import {
  claim,
  type Fact,
  factOf,
  historyOf,
  inEffectiveOrder,
  keyOf,
  type Partition,
  type Position,
  type StoredEvent,
  type View,
} from '#kernel'
import { foldLate } from './fold-late.js'
import { type FoldPlan, keyFor, type PlannedFold, slotOf } from './fold-plan.js'
import { foldDocument, measureView } from './folding.js'
import { FactsOfDocument, KnownFacts } from './known-facts.js'
import { difference, type Measured, measure, type Tags, type ZoneOf } from './measure.js'

/** A document with its place: whether a fact comes after all that it has folded. */
export interface Held {
  view: View
  key: string
  /** Id of the customer or contact whose history it is folded from: the survivor where customers were merged. */
  partition: string
  document: object | null
  /** Effective moment and position of the last fact folded. */
  at: string
  position: Position
  /** Recorded position of what changed it last. */
  changedBy: Position
  changed: boolean
}

/** Figures with the event that caused them. */
export interface Caused extends Measured {
  cause: StoredEvent
  partition: string
}

export interface PartitionSource {
  /** Documents known from before, by slot; those not in it are absent. Changes are made here. */
  held: Map<string, Held>
  /** All earlier events of the partition, or of one stream in it, in recorded order. */
  journal(stream?: string): Promise<StoredEvent[]>
  /** Whether the partition had no event before. */
  isNew(): Promise<boolean>
  /** The first event that a correction names and its earlier corrections, wherever those are filed. */
  versions(correction: StoredEvent): Promise<StoredEvent[]>
  zoneOf: (position: Position) => ZoneOf
}

interface Arrived {
  fact: Fact
  event: StoredEvent
}

/** What an event changes of a document's facts: takes the one of an id out, puts a fresh one in. */
interface Change {
  event: StoredEvent
  id?: string
  fresh?: Fact
}

export class PartitionFold {
  readonly figures: Caused[] = []
  private readonly arrived: StoredEvent[] = []
  private earlier: StoredEvent[] | undefined
  private tags: Tags | undefined
  /** Loaded when something does not come last. */
  private known: KnownFacts | undefined

  constructor(
    readonly partition: Partition,
    private readonly plan: FoldPlan,
    private readonly source: PartitionSource,
  ) {}

  /** The event taken in last. */
  get lastEvent(): StoredEvent | undefined {
    return this.arrived.at(-1)
  }

  /** Takes in the next event in recorded order. */
  async apply(event: StoredEvent): Promise<void> {
    this.tags ??= await this.tagsBefore(event)
    if (event.metadata.corrects) await this.correct(event)
    else await this.add(event)
  }

  private async add(event: StoredEvent): Promise<void> {
    const fact = factOf(event, event)
    const isHere = claim(this.partition, fact)
    const steps = isHere ? this.plan.stepsFor(this.partition.kind, event.type) : []
    for (const step of steps) {
      const key = keyFor(step, fact)
      if (key !== undefined) await this.addTo(step, key, { fact, event })
    }
    this.arrived.push(event)
    if (isHere) this.known?.change(undefined, fact)
    await this.retag(event)
  }

  private async addTo(step: PlannedFold, key: string, arrived: Arrived): Promise<void> {
    const { view } = step
    const held = this.source.held.get(slotOf(view, key))
    if (await this.comesLast(step, held, arrived)) this.foldOnto(step, key, arrived)
    else await this.foldAnew(view, key, { event: arrived.event, fresh: arrived.fact })
  }

  /** Folds a document anew as an event changes its facts, and counts what that changes of its figures. */
  private async foldAnew(view: View, key: string, { event, id, fresh }: Change): Promise<void> {
    const known = await this.factsOf(view, key, event)
    const metrics = this.plan.measured(view)
    const zoneOf = this.source.zoneOf(event.position)
    const of = { view, key, metrics, tags: this.tags ?? {}, zoneOf }
    const { figures, ...folded } = foldLate(known, known.changed(id, fresh), of)
    this.count(figures, event)
    const partition = this.partition.ids[0]
    const held = this.source.held.get(slotOf(view, key))
    // A record that was moved to another customer has its document from there.
    const isElsewhere = held !== undefined && held.document !== null && held.partition !== partition
    if (!view.kept || (folded.document === null && isElsewhere)) return
    const changedBy = event.position
    this.source.held.set(slotOf(view, key), { view, key, partition, ...folded, changedBy, changed: true })
  }

  /** The facts of a document without the event: of one stream alone, where that is all it is folded from. */
  private async factsOf(view: View, key: string, event: StoredEvent): Promise<FactsOfDocument> {
    if (!this.plan.isOfOneStream(view)) return (await this.knownFacts()).of(view, key)
    const facts = historyOf(this.partition, await this.journal(event.stream))
    return new FactsOfDocument(
      view,
      key,
      facts.filter((fact) => keyOf(view, fact) === key),
    )
  }

  /** Whether the fact can be folded onto the document as it is held. */
  private async comesLast(step: PlannedFold, held: Held | undefined, { fact, event }: Arrived): Promise<boolean> {
    if (held && (held.partition !== this.partition.ids[0] || held.changedBy >= event.position)) return false
    if (held?.document) return inEffectiveOrder(fact, held) > 0
    if (step.ofOneStream) return event.revision === 0
    return this.arrived.length === 0 && (await this.source.isNew())
  }

  private foldOnto(step: PlannedFold, key: string, { fact, event }: Arrived): void {
    const before = this.source.held.get(slotOf(step.view, key))?.document ?? undefined
    const after = (step.fold as (d: object | undefined, f: Fact) => object | null | undefined)(before, fact) ?? null
    if (step.metrics.length > 0) {
      const change = { entity: key, before, after: after ?? undefined, fact, tags: this.tags ?? {} }
      this.count(difference([], measure(step.metrics, change, this.source.zoneOf(event.position))), event)
    }
    if (!step.view.kept) return
    this.source.held.set(slotOf(step.view, key), {
      view: step.view,
      key,
      partition: this.partition.ids[0],
      document: after,
      at: fact.at,
      position: fact.position,
      changedBy: event.position,
      changed: true,
    })
  }

  private async correct(event: StoredEvent): Promise<void> {
    await this.adopt(event)
    const id = event.metadata.corrects?.eventId
    const versions = (await this.journal()).filter((each) => (each.metadata.corrects?.eventId ?? each.id) === id)
    const [old] = historyOf(this.partition, versions)
    const [fresh] = historyOf(this.partition, [...versions, event])
    const touched = new Map<string, { view: View; key: string }>()
    for (const fact of [old, fresh]) {
      if (!fact) continue
      for (const step of this.plan.stepsFor(this.partition.kind, fact.type)) {
        const key = keyFor(step, fact)
        if (key !== undefined) touched.set(slotOf(step.view, key), { view: step.view, key })
      }
    }
    for (const { view, key } of touched.values()) await this.foldAnew(view, key, { event, id, fresh })
    this.arrived.push(event)
    this.known?.change(id, fresh)
    await this.retag(event)
  }

  /** What a correction moves here was filed elsewhere until now. */
  private async adopt(event: StoredEvent): Promise<void> {
    const here = new Set((await this.journal()).map(({ id }) => id))
    const versions = await this.source.versions(event)
    this.arrived.push(...versions.filter(({ id }) => !here.has(id)))
  }

  private async knownFacts(): Promise<KnownFacts> {
    this.known ??= new KnownFacts(historyOf(this.partition, await this.journal()))
    return this.known
  }

  /** When a tag changes, everything measured in the partition is counted again under the new one. */
  private async retag(event: StoredEvent): Promise<void> {
    const tagging = this.plan.taggingViews(this.partition.kind)
    if (!tagging.some((view) => view.mayTag(event.type))) return
    // A document of later events, held from before a redelivery, says nothing of this one.
    const [survivor] = this.partition.ids
    const isChanged = (view: View) => this.source.held.get(slotOf(view, survivor))?.changedBy === event.position
    if (!tagging.some(isChanged)) return
    const before = this.tags ?? {}
    const tags = this.tagsOf((view, key) => this.source.held.get(slotOf(view, key))?.document)
    if (sameTags(tags, before)) return
    const events = await this.journal()
    this.count(
      difference(this.measurePartition(events, before, event), this.measurePartition(events, tags, event)),
      event,
    )
    this.tags = tags
  }

  /** The tags that held before an event; of documents written later than it, as a fold of what precedes it has them. */
  private async tagsBefore(event: StoredEvent): Promise<Tags> {
    const heldOf = (view: View, key: string) => this.source.held.get(slotOf(view, key))
    const isLater = (view: View) => (heldOf(view, this.partition.ids[0])?.changedBy ?? 0) >= event.position
    if (!this.plan.taggingViews(this.partition.kind).some(isLater)) {
      return this.tagsOf((view, key) => heldOf(view, key)?.document)
    }
    const facts = historyOf(this.partition, await this.journal())
    return this.tagsOf((view, key) => foldDocument(facts, { view, key }).document)
  }

  /** Everything measured in the partition. */
  measurePartition(events: readonly StoredEvent[], tags: Tags, cause: StoredEvent): Measured[] {
    const facts = historyOf(this.partition, events)
    return this.plan.views
      .filter((view) => view.partition === this.partition.kind && this.plan.measured(view).length > 0)
      .flatMap((view) =>
        measureView(facts, {
          view,
          metrics: this.plan.measured(view),
          tags,
          zoneOf: this.source.zoneOf(cause.position),
        }),
      )
  }

  private async journal(stream?: string): Promise<StoredEvent[]> {
    if (stream !== undefined && !this.earlier) {
      const earlier = await this.source.journal(stream)
      return [...earlier, ...this.arrived.filter((event) => event.stream === stream)]
    }
    this.earlier ??= await this.source.journal()
    const all = [...this.earlier, ...this.arrived]
    return stream === undefined ? all : all.filter((event) => event.stream === stream)
  }

  private count(measured: readonly Measured[], cause: StoredEvent): void {
    for (const row of measured) this.figures.push({ ...row, cause, partition: this.partition.ids[0] })
  }

  tagsOf(documentOf: (view: View, key: string) => object | null | undefined): Tags {
    const tags: Record<string, string> = {}
    for (const view of this.plan.taggingViews(this.partition.kind)) {
      const document = documentOf(view, this.partition.ids[0]) as Record<string, string> | null | undefined
      for (const tag of view.tags) if (document?.[tag] !== undefined) tags[tag] = document[tag]
    }
    return tags
  }
}

const sameTags = (a: Tags, b: Tags): boolean => Object.keys({ ...a, ...b }).every((tag) => a[tag] === b[tag])
