/** The laws of figures, over arbitrary logs: what is stored is what a clean fold says, as known at any moment. */
import { afterAll, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import type { Business } from '#crm/business.js'
import {
  BEYOND,
  type FiguresPort,
  historyOf,
  type Metric,
  type Partition,
  type Position,
  ReferenceHolder,
  type StoredEvent,
  type View,
} from '#kernel'
import { StoredFigures } from '#queries/figures/stored-figures.js'
import { ContributionReader } from '#read-models/contributions/contribution-reader.js'
import type { Counted } from '#read-models/contributions/counted.js'
import { compactContributions } from '#read-models/contributions/live-contributions.js'
import { measure } from '#read-models/fold/measure.js'
import { happenings } from './generated.js'
import { inTime, mostMs } from './in-time.js'
import { logOf, Projected } from './projected.js'

jest.setTimeout(mostMs)

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
    { ...inTime, numRuns: runs },
  )

type Sums = Record<string, number>

function add(sums: Sums, row: object, { value, whole }: { value: number; whole: number }): void {
  const columns = row as Record<string, unknown>
  const names = ['metric', 'entity', 'day', 'who', 'length']
  const of = Object.entries(columns.of as object).sort()
  const key = `${names.map((name) => columns[name] ?? '').join('/')}/${of}`
  for (const [part, n] of Object.entries({ value, whole })) {
    const sum = (sums[`${key} ${part}`] ?? 0) + n
    if (sum === 0) delete sums[`${key} ${part}`]
    else sums[`${key} ${part}`] = sum
  }
}

/** Figures stored because of events up to a position. */
async function stored(projected: Projected, until: Position): Promise<Sums> {
  const sums: Sums = {}
  for (const row of await projected.contributions(until)) add(sums, row, row)
  return sums
}

/** What every document contributes when its history as known at a position is folded from nothing. */
function folded({ registry, identitySets }: Business, events: readonly StoredEvent[], knownAt: Position): Sums {
  const references = new ReferenceHolder(registry.references)
  for (const event of events) references.take(event)
  const groups = new Map<string, Partition>()
  for (const id of events.flatMap(({ metadata }) => metadata.customers)) {
    const ids = identitySets.setOf('customer', id, references.at({ knownAt }))
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
    const entity = { entity: fact.entity, partition: fact.partition, unit: `${fact.customer}.${fact.unit}` }
    const key = entity[of.view.keyedBy]
    const isPassedOver = of.view.keyedBy === 'unit' && fact.unit === undefined
    if (!fold || isPassedOver || (of.view.leadingOnly && !fact.leads)) continue
    const before = documents.get(key)
    const after = fold(before, fact as never) ?? undefined
    documents.set(key, after)
    const tags: Record<string, string> = of.sector === undefined ? {} : { sector: of.sector }
    requireStated(of.metrics, (metric) => metric.measure(before, after, fact))
    for (const row of measure(of.metrics, { entity: key, before, after, fact, tags }, () => 'UTC')) add(sums, row, row)
  }
}

const ofAll = ['on', 'unit', 'value', 'whole', 'length', 'who', 'amount', 'currency', 'rateDay', 'share']

/** What a metric states beside its numbers is a dimension that it has, or it would be lost without a word. */
function requireStated(metrics: readonly Metric[], measured: (metric: Metric) => readonly object[]): void {
  for (const metric of metrics) {
    const stated = new Set(measured(metric).flatMap((each) => Object.keys(each)))
    const lost = [...stated].filter((name) => !ofAll.includes(name) && !metric.stored.stated.includes(name))
    if (lost.length > 0) throw new Error(`${metric.name} states ${lost}, by which nobody can ask`)
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

/** Packs what waits, and each time what was packed before with it, as far as that is small. */
const packed = (projected: Projected) => compactContributions(projected.store)

describe('contributions', () => {
  it('are the same however often they are packed', async () => {
    await law(async (projected, events) => {
      const half = Math.floor(events.length / 2)
      const other = await Projected.over(projected.log)
      opened.push(other)
      for (const [at, event] of events.entries()) {
        await other.projector.project([event])
        if (at % 7 === 3 || at === half) await packed(other)
      }
      for (const until of [events[half]?.position ?? 0, BEYOND])
        expect(await stored(other, until)).toEqual(await stored(projected, until))
    })
  })
})

describe('figures', () => {
  it('are sums of what contributes, by any two dimensions, packed or not, as known at any moment', async () => {
    await law(async (projected, events) => {
      // By turns, as the logs come.
      if (events.length % 2 === 0) await packed(projected)
      const knownAt = events.length % 3 === 0 ? events[Math.floor(events.length / 2)]?.position : undefined
      const port = portOf(projected, events, { knownAt })
      const rows = await projected.contributions(knownAt)
      const questions = [...projected.business.registry.metrics.values()].flatMap((metric) =>
        pairsOf(metric).map((by) => ({ metric, by, isPast: knownAt !== undefined })),
      )
      for (const question of questions) expect(await asked(port, question)).toEqual(counted(rows, question))
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

  it('count different ones alike now and as known later', async () => {
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

const march = { from: '2026-01-15', to: '2026-03-10' }

/** Nothing, and each pair of neighbours among what is stated. */
function pairsOf({ dimensions, stored }: Metric): string[][] {
  const { stated } = stored
  return [[], ...stated.map((name, at) => [name, stated[at - 1] ?? 'sector'])].filter((by) =>
    by.every((name) => dimensions.some((dimension) => dimension.name === name)),
  )
}

type Numbers = Record<string, number>

interface Asking {
  metric: Metric
  by: string[]
  isPast: boolean
}

async function asked(port: FiguresPort, { metric, by, isPast }: Asking): Promise<Numbers> {
  const known = isPast ? '2026-12-31' : undefined
  const { figures } = await port.ask({ metric: metric.name, by: [...by, 'month'], ...march, known })
  const found = figures.map(({ of, period, value, count }): [string, number] => {
    const place = [...by.map((dimension) => of[dimension] ?? ''), period?.name].join('/')
    return [place, count ?? value ?? 0]
  })
  return Object.fromEntries(found.filter(([, number]) => number !== 0))
}

/** The shortest way there is from contributions to numbers. */
function counted(all: readonly Counted[], { metric, by }: Asking): Numbers {
  const numbers: Numbers = {}
  const byUnit = by.includes('unit')
  const rows = all.filter(
    (row) => row.metric === metric.name && (!metric.apart || byUnit === (row.of.unit !== undefined)),
  )
  for (const month of ['2026-01', '2026-02', '2026-03']) {
    const until = month === '2026-03' ? march.to : `${month}-31`
    const counts = (day: string) =>
      day <= until && (metric.kind === 'stock' || (day >= march.from && day.slice(0, 7) === month))
    const places = Map.groupBy(
      rows.filter(({ day }) => counts(day)),
      (row) => [...by.map((dimension) => row.of[dimension] ?? ''), month].join('/'),
    )
    for (const [place, inPlace] of places) {
      const number = numberOf(metric, inPlace)
      if (number !== 0) numbers[place] = number
    }
  }
  return numbers
}

function numberOf(metric: Metric, rows: readonly Counted[]): number {
  const sum = (of: readonly Counted[], name: 'value' | 'whole') => of.reduce((total, row) => total + row[name], 0)
  if (metric.kind === 'distinct')
    return [...Map.groupBy(rows, ({ who }) => who).values()].filter((each) => sum(each, 'value') > 0).length
  if (metric.kind !== 'ratio' && metric.unit !== 'percent') return sum(rows, 'value')
  return sum(rows, 'whole') === 0 ? 0 : (sum(rows, 'value') / sum(rows, 'whole')) * 100
}

/** @param like a metric that takes the place of the one of its name, what the clock says, and what was known */
function portOf(
  { store, business: known }: Projected,
  events: readonly StoredEvent[],
  like: { metric?: Metric; now?: string; knownAt?: Position } = {},
): FiguresPort {
  const metrics = new Map(known.registry.metrics)
  if (like.metric) metrics.set(like.metric.name, like.metric)
  const business = { ...known, registry: { ...known.registry, metrics } }
  const references = new ReferenceHolder(business.registry.references)
  for (const event of events) references.take(event)
  const clock = () => new Date(like.now ?? '2027-01-01T00:00:00Z')
  const parts = {
    contributions: new ContributionReader(store),
    ...business,
    references,
    positionAt: async () => like.knownAt ?? BEYOND,
    newestAt: async () => '2026-01-01T00:00:00.000Z',
    eventOf: async () => undefined,
    clock,
  }
  const viewer = { member: 'system:law', grants: [] }
  const everything = new Set(['*'])
  const reading = { units: everything, outline: true, personal: true, members: everything }
  return new StoredFigures(parts, { viewer, reading })
}

/** Groups without anything are there or not, as it comes. */
const sortedFigures = ({ figures }: { figures: { of: object; value: number | null }[] }) =>
  figures
    .filter(({ value }) => value !== null && value !== 0)
    .map((figure) => JSON.stringify(figure))
    .sort()
