/**
 * One batch of the live projection: what its events may touch is loaded together, each partition is
 * folded without waiting, and what could not be folded onto documents alone is folded once more over
 * its history.
 */
import {
  BEYOND,
  claim,
  type Fact,
  factOf,
  keyOf,
  type Partition,
  type Position,
  type ReadStore,
  type StoredEvent,
  type View,
} from '#kernel'
import {
  type Caused,
  type DocumentChange,
  type Held,
  type HeldDocuments,
  heldOf,
  keyOfPartition,
  keysOfPartition,
  PartitionFold,
  partitionKey,
  partitionNamed,
  partitionsAt,
  type Regrouping,
  readWhatCan,
  regroup,
  regroupingOf,
  type SetParts,
  settle,
  slotOf,
  standingIn,
  tableOf,
  type Versions,
  type WarmFolds,
} from '#read-models'
import { missingLenders, type StandingParts, standingDocuments } from './standing-documents.js'

export interface BatchParts extends SetParts, StandingParts {
  store: Pick<ReadStore, 'getMany' | 'scan' | 'filings'>
  warm: WarmFolds
  /** Of what corrections in the batch correct. */
  versions: Versions
}

interface Work {
  key: string
  partition: Partition
  events: StoredEvent[]
  /** Nothing was filed there before the batch. */
  isNew: boolean
}

/** What a partition comes to in the batch. */
interface Done {
  changed: DocumentChange[]
  contributions: Caused[]
}

export class LiveBatch {
  /** Documents by slot: as stored once they are loaded, as they are to be written once the batch is folded. */
  readonly held: HeldDocuments = new Map()
  readonly contributions: Caused[] = []
  private works: readonly Work[] = []
  private upTo: Position | undefined
  /** Keys of partitions in which documents stood or stand of which the events' partitions alone do not tell. */
  readonly elsewhere = new Set<string>()

  constructor(private readonly parts: BatchParts) {}

  /** Loads the documents that the events may be folded onto. */
  async load(events: readonly StoredEvent[]): Promise<void> {
    this.upTo = events.at(-1)?.position
    const works = this.worksOf(events)
    const unfiled = await this.parts.store.filings.unfiled(works.flatMap(({ partition }) => keysOfPartition(partition)))
    const isNew = ({ partition }: Work) => keysOfPartition(partition).every((key) => unfiled.has(key))
    this.works = works.map((work) => ({ ...work, isNew: isNew(work) }))
    const wanted = new Map<View, Set<string>>()
    for (const work of this.works) {
      for (const [view, key] of this.documentsOf(work)) {
        const keys = wanted.get(view)
        if (keys) keys.add(key)
        else wanted.set(view, new Set([key]))
      }
    }
    await this.hold([...wanted].map(([view, keys]) => ({ view, keys: [...keys] })))
  }

  /** The documents that events may change in a partition, with those that tag what is measured and that lend columns. */
  private *documentsOf({ partition, events, isNew }: Work): Generator<[View, string]> {
    const { plan } = this.parts
    const views = isNew ? [] : [...plan.taggingViews(partition.kind), ...plan.lendingViews(partition.kind)]
    for (const view of views) yield [view, partition.ids[0]]
    for (const event of events) {
      const fact = factOf(event, event)
      claim(partition, fact)
      for (const { view, ofOneStream } of plan.stepsFor(partition.kind, event.type)) {
        const isFirst = (isNew && view.keyedBy === 'partition') || (ofOneStream && event.revision === 0)
        const key = view.kept && !isFirst ? keyIn(view, fact, event) : undefined
        if (key !== undefined) yield [view, key]
      }
    }
  }

  private async hold(wanted: readonly { view: View; keys: readonly string[] }[]): Promise<void> {
    const found = await this.parts.store.getMany(wanted.map(({ view, keys }) => ({ table: tableOf(view), keys })))
    for (const [at, { view }] of wanted.entries())
      for (const row of found[at] ?? []) this.held.set(slotOf(view, row.key), heldOf(view, row))
  }

  /** Folds what is loaded, none of which is a merge or its end. */
  async fold(): Promise<void> {
    const done = new Map<string, Done>()
    const waiting: Work[] = []
    for (const work of this.works) {
      const found = work.isNew ? this.foldOver([], work) : this.foldAtHand(work)
      if (found) done.set(work.key, found)
      else waiting.push(work)
    }
    const histories = await this.parts.store.filings.histories(
      waiting.map(({ partition }) => keysOfPartition(partition)),
    )
    for (const [at, work] of waiting.entries()) done.set(work.key, this.foldOver(histories[at] ?? [], work))
    for (const { key } of this.works) this.contributions.push(...(done.get(key)?.contributions ?? []))
    const changed = [...done.values()].flatMap((each) => each.changed)
    await this.settle(changed, this.upTo)
  }

  private async settle(changed: readonly DocumentChange[], knownAt: Position = BEYOND): Promise<void> {
    const doubtful = settle(this.held, changed)
    if (doubtful.length === 0) return
    const standing = await standingDocuments(doubtful, knownAt, this.parts)
    for (const document of standing) {
      const slot = slotOf(document.view, document.key)
      const before = this.held.get(slot)
      for (const { partition } of before ? [before, document] : [document])
        this.elsewhere.add(partitionKey(document.view.partition, partition))
      this.held.set(slot, document)
    }
    await this.hold(missingLenders(standing, this.held))
  }

  private worksOf(events: readonly StoredEvent[]): Work[] {
    const works = new Map<string, Work>()
    for (const event of events) {
      for (const partition of partitionsAt(event, event.position, this.parts)) {
        const key = keyOfPartition(partition)
        if (this.parts.parking.has(key)) continue
        const work = works.get(key) ?? { key, partition, events: [], isNew: false }
        work.events.push(event)
        works.set(key, work)
      }
    }
    return [...works.values()]
  }

  /** Onto documents, or a history that is at hand; nothing when that does not do. */
  private foldAtHand({ key, partition, events }: Work): Done | undefined {
    const { warm } = this.parts
    const kept = warm.get(key)
    const fold = kept ?? PartitionFold.onto(partition, this.parts, (view, of) => this.held.get(slotOf(view, of)))
    try {
      if (!events.every((event) => this.take(fold, event))) return undefined
      fold.settle()
    } catch {
      // Over the history it is told which event stopped it.
      warm.drop(key)
      return undefined
    }
    if (kept) warm.keep(key, kept)
    return drained(fold)
  }

  /** @param settles after each event: to find the one that stops the fold */
  private foldOver(stored: readonly StoredEvent[], work: Work, settles = false): Done {
    const { key, partition, events, isNew } = work
    const { plan, zonesAt, catalogue, warm, parking } = this.parts
    const before = stored.filter(({ position }) => position < (events[0]?.position ?? 0))
    const { events: history, unreadable } = readWhatCan(before, catalogue)
    const [stop] = unreadable
    if (stop) parking.park(key, stop.event, stop.error)
    if (stop) return { changed: [], contributions: [] }
    // What is kept warm must not hold on to the batch.
    const fold = PartitionFold.over(partition, { plan, zonesAt }, history)
    for (const [at, event] of events.entries()) {
      try {
        this.take(fold, event)
        if (settles || at === events.length - 1) fold.settle()
      } catch (error) {
        if (!settles) return this.foldOver(stored, work, true)
        parking.park(key, event, error)
        return this.foldOver(stored, { ...work, events: events.slice(0, at) }, true)
      }
    }
    // Of what begins here there is little history to be kept at hand.
    if (!parking.has(key) && !isNew) warm.keep(key, fold)
    return drained(fold)
  }

  private take(fold: PartitionFold, event: StoredEvent): boolean {
    const { versions, catalogue } = this.parts
    return fold.take(event, () => versions.before(event).map((version) => catalogue.read(version)))
  }

  /** Folds a merge, or its end: whoever is concerned is folded over the union of their filings. */
  async regroup(event: StoredEvent, previous: Position): Promise<void> {
    const { warm, store } = this.parts
    const regrouping = regroupingOf(event, previous, this.parts)
    for (const key of regrouping.keys) warm.drop(key)
    const stored = await store.filings.history(regrouping.keys)
    const regrouped = this.foldRegrouped(event, regrouping, stored)
    if (!regrouped) return
    await this.holdAll(regrouping.keys, regrouped.changed)
    const gone = this.goneFrom(regrouping.keys, regrouped.changed, event.position)
    await this.settle([...regrouped.changed, ...gone], event.position)
    this.contributions.push(...regrouped.contributions)
  }

  /** What those concerned come to; nothing where that cannot be folded: then they are parked. */
  private foldRegrouped(event: StoredEvent, regrouping: Regrouping, stored: readonly StoredEvent[]): Done | undefined {
    const { parking, catalogue } = this.parts
    try {
      if (regrouping.keys.some((key) => parking.has(key))) throw new Error('one of those merged here is parked')
      const events = stored.filter(({ position }) => position < event.position).map((each) => catalogue.read(each))
      const { folds, contributions } = regroup(event, regrouping, { ...this.parts, events })
      const changed = folds.flatMap((fold) => {
        fold.touchAll(event.position)
        return [...fold.drain()].filter(({ view }) => view.kept)
      })
      return { changed, contributions }
    } catch (error) {
      for (const key of regrouping.keys) parking.park(key, event, error)
      return undefined
    }
  }

  /** What stands of those concerned, and wherever the documents stand that they come to. */
  private async holdAll(keys: readonly string[], changed: readonly DocumentChange[]): Promise<void> {
    const ofKind = Map.groupBy(keys.map(partitionNamed), ({ kind }) => kind)
    for (const view of this.parts.plan.views.filter(({ kept }) => kept)) {
      const ids = ofKind.get(view.partition)?.map(({ id }) => id) ?? []
      if (ids.length === 0) continue
      for await (const rows of standingIn(view, ids, this.parts.store))
        for (const row of rows) this.held.set(slotOf(view, row.key), heldOf(view, row))
    }
    const coming = Map.groupBy(changed, ({ view }) => view)
    await this.hold([...coming].map(([view, documents]) => ({ view, keys: documents.map(({ key }) => key) })))
  }

  /** Documents that stood there and are no longer come to in the same partition. */
  private goneFrom(keys: readonly string[], changed: readonly DocumentChange[], changedBy: Position): DocumentChange[] {
    const own = new Set(keys)
    const placeOf = ({ view, key, partition }: Held | DocumentChange) => `${slotOf(view, key)} ${partition}`
    const coming = new Set(changed.map(placeOf))
    const standing = [...this.held.values()].filter(
      (held) => own.has(partitionKey(held.view.partition, held.partition)) && !coming.has(placeOf(held)),
    )
    return standing.map(({ changed: _, ...held }) => ({ ...held, document: null, changedBy }))
  }
}

function drained(fold: PartitionFold): Done {
  return { changed: [...fold.drain()], contributions: fold.contributions.splice(0) }
}

/** What a correction moves may stand where it is filed no more. */
const keyIn = (view: View, fact: Fact, { metadata }: StoredEvent): string | undefined =>
  metadata.corrects !== undefined && view.keyedBy === 'entity' ? fact.entity : keyOf(view, fact)
