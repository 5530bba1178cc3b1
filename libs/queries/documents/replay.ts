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
  type ReadScope,
  type Registry,
  type Replayed,
  type ReplaySteps,
  type StoredEvent,
  type View,
} from '#kernel'
import { FoldPlan, foldAll, type Held, PartitionFold, slotOf } from '#read-models'
import { through } from './gate.js'

export interface ReplaySource {
  registry: Registry
  partition: Partition
  /** All that was known by the moment, in recorded order. */
  events: readonly StoredEvent[]
  moment: Moment
  reading: ReadScope
  /** Units that deal with the customer today: rights are today's. */
  unitsToday: readonly string[]
  /** Whether the reader may see the event at all. */
  isReadable(event: StoredEvent): boolean
}

interface Changed {
  view: View
  key: string
  before: object | null | undefined
  after: object | null
}

/** One page of steps. @throws BadCursor when effective steps go on after a fact that is not there */
export function replay(source: ReplaySource, steps: ReplaySteps): Promise<Replayed> {
  return steps.order === 'recorded' ? inRecordedOrder(source, steps) : inEffectiveOrder(source, steps)
}

async function inRecordedOrder(source: ReplaySource, { after = 0, limit }: ReplaySteps): Promise<Replayed> {
  const { partition, events } = source
  const start = events.findIndex(({ position }) => position > after)
  if (start < 0) return { steps: [] }
  const plan = new FoldPlan({ ...source.registry, metrics: new Map() })
  const known = events.slice(0, start)
  const held = foldedUpTo(plan, partition, known)
  const fold = new PartitionFold(partition, plan, {
    held,
    journal: async (stream) => (stream === undefined ? known : known.filter((event) => event.stream === stream)),
    isNew: async () => known.length === 0,
    versions: async (correction) => versionsBefore(correction, events),
    zoneOf: () => () => 'UTC',
  })
  const taken: FoldedStep[] = []
  for (let at = start; at < events.length; at++) {
    const event = events[at] as StoredEvent
    if (taken.length === limit) return { steps: taken, next: (events[at - 1] as StoredEvent).position }
    const before = new Map([...held].map(([slot, { document }]) => [slot, document]))
    for (const document of held.values()) document.changed = false
    await fold.apply(event)
    if (!source.isReadable(event)) continue
    const changed = [...held].filter(([, document]) => document.changed)
    taken.push(
      stepOf(
        source,
        event,
        changed.map(([slot, now]) => changeOf(now, before.get(slot))),
      ),
    )
  }
  return { steps: taken }
}

/** What a correction corrects, with the corrections before it. */
function versionsBefore({ metadata, position }: StoredEvent, events: readonly StoredEvent[]): StoredEvent[] {
  const first = metadata.corrects?.eventId
  return events.filter(
    (event) => event.position < position && (event.id === first || event.metadata.corrects?.eventId === first),
  )
}

const changeOf = ({ view, key, document }: Held, before: object | null | undefined): Changed => ({
  view,
  key,
  before,
  after: document,
})

function foldedUpTo(plan: FoldPlan, partition: Partition, events: readonly StoredEvent[]): Map<string, Held> {
  const facts = historyOf(partition, events)
  const held = new Map<string, Held>()
  for (const view of plan.views) {
    if (!view.kept || view.partition !== partition.kind) continue
    for (const [key, folded] of foldAll(facts, view)) {
      held.set(slotOf(view, key), { view, key, partition: partition.ids[0], ...folded, changedBy: 0, changed: false })
    }
  }
  return held
}

async function inEffectiveOrder(source: ReplaySource, { after, limit }: ReplaySteps): Promise<Replayed> {
  const facts = historyOf(source.partition, source.events, source.moment)
  const place = after === undefined ? -1 : facts.findIndex(({ position }) => position === after)
  if (after !== undefined && place < 0) throw new BadCursor()
  const byId = new Map(source.events.map((event) => [event.id, event]))
  const views = [...source.registry.views.values()].filter((v) => v.kept && v.partition === source.partition.kind)
  const documents = new Map<string, object | null>()
  const taken: FoldedStep[] = []
  for (const [at, fact] of facts.entries()) {
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
