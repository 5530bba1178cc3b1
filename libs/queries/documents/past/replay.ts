/**
 * Steps through a partition's history and says what each step changed. Everything before the first
 * step wanted is folded once; from there on each event is folded as the projection folds it.
 */
import {
  BadCursor,
  type Fact,
  type FieldChange,
  type FoldedStep,
  historyOf,
  type Json,
  type JsonObject,
  keyOf,
  type Moment,
  type Partition,
  type Position,
  type ReadScope,
  type Registry,
  type Replayed,
  type ReplaySteps,
  type StoredEvent,
  type UnitZones,
  type View,
  Yields,
} from '#kernel'
import { type DocumentChange, FoldPlan, PartitionFold, slotOf } from '#read-models'
import { through } from '../gate.js'

export interface ReplaySource {
  registry: Registry
  partition: Partition
  /** All that was known by the moment, in recorded order. */
  events: readonly StoredEvent[]
  moment: Moment
  zones: UnitZones
  reading: ReadScope
  /** Units that deal with the customer today: rights are today's. */
  unitsToday: readonly string[]
  /** Whether the reader may see the event at all. */
  isReadable(event: StoredEvent): boolean
  /** Aborted once nobody waits for it. */
  gone?: AbortSignal | undefined
}

interface Changed {
  view: View
  key: string
  before: object | null | undefined
  after: object | null
}

/** One page of steps. @throws BadCursor when effective steps go on after a fact that is not there, NobodyWaits */
export function replay(source: ReplaySource, steps: ReplaySteps): Promise<Replayed> {
  return steps.order === 'recorded' ? inRecordedOrder(source, steps) : inEffectiveOrder(source, steps)
}

async function inRecordedOrder(source: ReplaySource, { after = 0, limit }: ReplaySteps): Promise<Replayed> {
  const { partition, events } = source
  const start = events.findIndex(({ position }) => position > after)
  if (start < 0) return { steps: [] }
  const plan = new FoldPlan({ ...source.registry, metrics: new Map() })
  const parts = { plan, zonesAt: (position: Position) => (unit: string | undefined) => source.zones(unit, position) }
  const fold = PartitionFold.over(partition, parts, events.slice(0, start))
  const documents = new Map<string, object | null>()
  fold.touchAll(0)
  for (const { view, key, document } of fold.drain()) documents.set(slotOf(view, key), document)
  const taken: FoldedStep[] = []
  const yields = new Yields(source.gone)
  for (let at = start; at < events.length; at++) {
    await yields.next()
    const event = events[at] as StoredEvent
    if (taken.length === limit) return { steps: taken, next: (events[at - 1] as StoredEvent).position }
    fold.take(event, () => versionsBefore(event, events))
    const changed = [...fold.drain()].filter(({ view }) => view.kept).map((each) => changeOf(each, documents))
    if (source.isReadable(event)) taken.push(stepOf(source, event, changed))
  }
  return { steps: taken }
}

/** What a document was before, and is; from then on the latter. */
function changeOf({ view, key, document }: DocumentChange, documents: Map<string, object | null>): Changed {
  const slot = slotOf(view, key)
  const before = documents.get(slot)
  documents.set(slot, document)
  return { view, key, before, after: document }
}

/** What a correction corrects, with the corrections before it. */
function versionsBefore({ metadata, position }: StoredEvent, events: readonly StoredEvent[]): StoredEvent[] {
  const first = metadata.corrects?.eventId
  return events.filter(
    (event) => event.position < position && (event.id === first || event.metadata.corrects?.eventId === first),
  )
}

async function inEffectiveOrder(source: ReplaySource, { after, limit }: ReplaySteps): Promise<Replayed> {
  const facts = historyOf(source.partition, source.events, { ...source.moment, zones: source.zones })
  const place = after === undefined ? -1 : facts.findIndex(({ position }) => position === after)
  if (after !== undefined && place < 0) throw new BadCursor()
  const byId = new Map(source.events.map((event) => [event.id, event]))
  const views = [...source.registry.views.values()].filter((v) => v.kept && v.partition === source.partition.kind)
  const documents = new Map<string, object | null>()
  const taken: FoldedStep[] = []
  const yields = new Yields(source.gone)
  for (const [at, fact] of facts.entries()) {
    await yields.next()
    if (taken.length === limit) return { steps: taken, next: (facts[at - 1] as Fact).position }
    const changed = views.flatMap((view) => foldStep(view, fact, documents))
    const event = byId.get(fact.id)
    if (at > place && event && source.isReadable(event)) {
      taken.push(stepOf(source, { ...event, data: fact.data }, changed))
    }
  }
  return { steps: taken }
}

function foldStep(view: View, fact: Fact, documents: Map<string, object | null>): Changed[] {
  const fold = view.foldFor(fact.type) as ((d: object | undefined, f: Fact) => object | null | undefined) | undefined
  const key = fold ? keyOf(view, fact) : undefined
  if (!fold || key === undefined) return []
  const slot = slotOf(view, key)
  const before = documents.get(slot)
  const after = fold(before ?? undefined, fact) ?? null
  documents.set(slot, after)
  return [{ view, key, before, after }]
}

function stepOf({ reading, unitsToday }: ReplaySource, event: StoredEvent, changed: readonly Changed[]): FoldedStep {
  const changes = changed.flatMap(({ view, key, before, after }) => {
    const seen = (document: object | null | undefined) =>
      document ? through(reading, view, document as JsonObject, unitsToday) : undefined
    const fields = differences(seen(before), seen(after))
    return fields.length > 0 ? [{ view: view.name, key, fields }] : []
  })
  return { event, changes }
}

const isPlain = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !('~' in value)

/** Fields that differ, by dot path; lists and sealed values count as one. */
function differences(before: JsonObject | undefined, after: JsonObject | undefined, prefix = ''): FieldChange[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names].flatMap((name): FieldChange[] => {
    const [was, is] = [before?.[name], after?.[name]]
    const path = `${prefix}${name}`
    if (isPlain(was) && isPlain(is)) return differences(was, is, `${path}.`)
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path, before: was, after: is }]
  })
}
