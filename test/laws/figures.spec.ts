/** The laws of figures, over arbitrary logs: what is stored is what a clean fold says, as known at any moment. */
import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type Business,
  type FiguresPort,
  historyOf,
  type Metric,
  type Partition,
  type Position,
  ReferenceHolder,
  type Row,
  type StoredDimension,
  type StoredEvent,
  statedDimensions,
  storedFor,
  type View,
} from '#kernel'
import { StoredFigures } from '#queries/figures/stored-figures.js'
import type { Sum } from '#queries/figures/sum.js'
import { figureSums, readSums, type Wanted } from '#queries/figures/sums.js'
import { type Measured, measure } from '#read-models/fold/measure.js'
import type { Caused } from '#read-models/fold/partition-fold.js'
import { CellSums } from '#read-models/rows/cells.js'
import { CELLS, FIGURES } from '#read-models/rows/tables.js'
import { happenings } from './generated.js'
import { logOf, Projected } from './projected.js'

const runs = Number(process.env.LAWS ?? 25)
const opened: Projected[] = []
const closeAll = async () => {
  for (const projected of opened.splice(0)) await projected.close()
}
afterAll(closeAll)

const law = (check: (projected: Projected, events: StoredEvent[]) => Promise<void>) =>
  fc.assert(
    fc
      .asyncProperty(happenings(30), async (happened) => {
        const { log, events } = await logOf(happened)
        const projected = await Projected.over(log)
        opened.push(projected)
        for (const event of events) await projected.projector.project([event])
        await check(projected, events)
      })
      .afterEach(closeAll),
    { numRuns: runs },
  )

type Sums = Record<string, number>

function add(sums: Sums, row: object, { value, whole }: { value: number; whole: number }): void {
  const columns = row as Record<string, unknown>
  const names = ['metric', 'entity', 'day', 'sector', 'who', 'bucket', ...statedDimensions]
  const key = names.map((name) => columns[name] ?? '').join('/')
  for (const [part, n] of Object.entries({ value, whole })) {
    const sum = (sums[`${key} ${part}`] ?? 0) + n
    if (sum === 0) delete sums[`${key} ${part}`]
    else sums[`${key} ${part}`] = sum
  }
}

/** Figures stored because of events up to a position. */
async function stored(projected: Projected, until: Position): Promise<Sums> {
  const sums: Sums = {}
  const where = { column: 'cause', to: until }
  for await (const rows of projected.store.scan(FIGURES, { where }))
    for (const { columns } of rows) add(sums, columns, columns as unknown as Measured)
  return sums
}

/** What every document contributes when its history as known at a position is folded from nothing. */
function folded(
  { registry, identitySetOf: groupOf }: Business,
  events: readonly StoredEvent[],
  knownAt: Position,
): Sums {
  const references = new ReferenceHolder(registry.references)
  for (const event of events) references.take(event)
  const groups = new Map<string, Partition>()
  for (const id of events.flatMap(({ metadata }) => metadata.customers)) {
    const ids = groupOf(id, references.at({ knownAt }))
    groups.set(ids[0], { kind: 'customer', ids })
  }
  const metricsOf = Map.groupBy(registry.metrics.values(), (metric) => metric.of)
  const sums: Sums = {}
  for (const partition of groups.values()) {
    const sector = sectorOf(registry.views, partition, { events, knownAt })
    for (const [view, metrics] of metricsOf) foldView({ view, metrics, sector }, { partition, events, knownAt }, sums)
  }
  return sums
}

interface Known {
  events: readonly StoredEvent[]
  knownAt: Position
}

function foldView(
  of: { view: View; metrics: readonly Metric[]; sector?: string },
  { partition, events, knownAt }: Known & { partition: Partition },
  sums: Sums,
): void {
  const documents = new Map<string, object | undefined>()
  for (const fact of historyOf(partition, events, { knownAt })) {
    const fold = of.view.foldFor(fact.type)
    const entity = { entity: fact.entity, partition: fact.partition, relationship: `${fact.customer}.${fact.unit}` }
    const key = entity[of.view.keyedBy]
    const isPassedOver = of.view.keyedBy === 'relationship' && fact.unit === undefined
    if (!fold || isPassedOver || (of.view.leadingOnly && !fact.leads)) continue
    const before = documents.get(key)
    const after = fold(before, fact as never) ?? undefined
    documents.set(key, after)
    const tags: Record<string, string> = of.sector === undefined ? {} : { sector: of.sector }
    for (const row of measure(of.metrics, { entity: key, before, after, fact, tags }, () => 'UTC')) add(sums, row, row)
  }
}

/** The sector a customer has in the end: all that is measured of it is counted under it. */
function sectorOf(
  views: ReadonlyMap<string, View>,
  partition: Partition,
  { events, knownAt }: Known,
): string | undefined {
  const view = views.get('customers') as View
  let document: object | undefined
  for (const fact of historyOf(partition, events, { knownAt })) {
    const fold = view.foldFor(fact.type)
    if (fold) document = fold(document, fact as never) ?? undefined
  }
  return (document as { sector?: string } | undefined)?.sector
}

describe('stored figures', () => {
  it('are, as known at every moment, what a clean fold contributes', async () => {
    await law(async (projected, events) => {
      for (const { position } of events)
        expect(await stored(projected, position)).toEqual(folded(projected.business, events, position))
    })
  })
})

/** The figures as the engine caused them, as far as cells are made of them. */
async function caused(projected: Projected): Promise<Caused[]> {
  const found: Caused[] = []
  for await (const rows of projected.store.scan(FIGURES, {}))
    for (const { columns } of rows)
      found.push(Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as unknown as Caused)
  return found
}

function sumsOf(rows: Iterable<Row>): Sums {
  const sums: Sums = {}
  for (const { key, columns } of rows) if (columns.value || columns.whole) sums[key] = columns.value as number
  return sums
}

describe('cells', () => {
  it('are the same in whatever order figures are added up', async () => {
    await law(async (projected) => {
      const sums = new CellSums(projected.business.registry.metrics)
      for (const cause of (await caused(projected)).reverse()) sums.add(cause)
      const rows: Row[] = []
      for await (const page of projected.store.scan(CELLS, {})) rows.push(...page)
      expect(sumsOf(sums.rows())).toEqual(sumsOf(rows))
    })
  })

  it('answer as the figures themselves do', async () => {
    await law(async ({ store, business: { registry } }) => {
      for (const metric of registry.metrics.values()) {
        for (const dims of dimsOf(metric)) {
          const wanted: Wanted = { metric, dims, where: {}, from: '2026-01-01', to: '2026-03-10', byDay: false }
          expect(netted(await readSums(store, wanted))).toEqual(netted(await figureSums(store, wanted)))
        }
      }
    })
  })

  it('leave out days that are not over, of what counts once they are', async () => {
    await law(async (projected, events) => {
      const metric = projected.business.registry.metrics.get('touchpoints') as Metric
      const question = { metric: 'touchpoints', by: ['unit', 'month'], from: '2026-01-01', to: '2026-03-31' } as const
      const all = portOf(projected, events)
      const ended = portOf(projected, events, {
        metric: { ...metric, counts: 'once-over' },
        now: '2026-02-10T12:00:00Z',
      })
      expect(sortedFigures(await ended.ask(question))).toEqual(
        sortedFigures(await all.ask({ ...question, to: '2026-02-09' })),
      )
    })
  })

  it('count different ones as the figures themselves do', async () => {
    await law(async (projected, events) => {
      const port = portOf(projected, events)
      for (const { name: metric, kind } of projected.business.registry.metrics.values()) {
        if (kind !== 'distinct') continue
        for (const by of [['unit', 'month'], ['month'], ['unit', 'quarter'], []] as const) {
          const question = { metric, by, from: '2026-01-01', to: '2026-03-31' }
          const [now, then] = [await port.ask(question), await port.ask({ ...question, known: '2026-12-31' })]
          expect(sortedFigures(then)).toEqual(sortedFigures(now))
        }
      }
    })
  })
})

/** By unit, by nothing, and by unit with each further dimension. */
function dimsOf({ dimensions }: Metric): StoredDimension[][] {
  const others = new Set(dimensions.map(storedFor))
  return others.delete('unit') ? [[], ['unit'], ...[...others].map((dimension) => ['unit' as const, dimension])] : []
}

/** Sums per month, without what cancels out. */
function netted(sums: readonly Sum[]): Sums {
  const found: Sums = {}
  for (const { at, value, whole, ...row } of sums) {
    const key = `${at.slice(0, 7)} ${Object.entries(row)
      .map(([name, of]) => `${name}=${of}`)
      .sort()}`
    found[key] = (found[key] ?? 0) + value + whole * 1000
  }
  return Object.fromEntries(Object.entries(found).filter(([, sum]) => sum !== 0))
}

/** @param like a metric that takes the place of the one of its name, and what the clock says */
function portOf(
  { store, business: known }: Projected,
  events: readonly StoredEvent[],
  like?: { metric: Metric; now: string },
): FiguresPort {
  const metrics = new Map(known.registry.metrics)
  if (like) metrics.set(like.metric.name, like.metric)
  const business = { ...known, registry: { ...known.registry, metrics } }
  const references = new ReferenceHolder(business.registry.references)
  for (const event of events) references.take(event)
  const clock = () => new Date(like?.now ?? '2027-01-01T00:00:00Z')
  const parts = {
    store,
    business,
    references,
    positionAt: async () => 1_000_000,
    eventOf: async () => undefined,
    clock,
  }
  const viewer = { member: 'system:law', grants: [] }
  return new StoredFigures(parts, { viewer, reading: { units: new Set(['*']), outline: true, personal: true } })
}

/** Groups without anything are there or not, as it comes. */
const sortedFigures = ({ figures }: { figures: { of: object; value: number | null }[] }) =>
  figures
    .filter(({ value }) => value !== null && value !== 0)
    .map((figure) => JSON.stringify(figure))
    .sort()
