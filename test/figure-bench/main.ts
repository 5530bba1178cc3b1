/**
 * How long questions about figures take over a million touchpoints, a hundred thousand customers and
 * the deals that go with them. Fills a read store with what the real metrics make of made-up facts.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { business } from '#crm/business.js'
import type { OpportunityDocument } from '#crm/opportunities/opportunities.view.js'
import type { RelationshipDocument } from '#crm/relationships/relationships.view.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import {
  addDays,
  type Fact,
  type FigureQuestion,
  type Metric,
  type StoredEvent,
  storedPosition,
  type Viewer,
} from '#kernel'
import { StoredFigures } from '#queries/figures/stored-figures.js'
import { BulkContributions } from '#read-models/contributions/bulk-contributions.js'
import { ContributionReader } from '#read-models/contributions/contribution-reader.js'
import { measure } from '#read-models/fold/measure.js'
import type { Caused } from '#read-models/fold/partition-fold.js'
import { TestGroup } from '../harness/group.js'

const units = Array.from({ length: 10 }, (_, i) => `unit-${i}`)
const functions = ['sales', 'service', 'marketing', 'projects']
const sectors = ['hospitality', 'healthcare', 'food-service', 'laboratory', 'marine']
const stages = ['identified', 'exploratory', 'basic', 'cooperative']
const days = 1826
const members = 700
const customers = 100_000

/** A rebuild finds events customer by customer: their positions come in no order. */
const spread = (position: number) => (position * 7919) % 10_000_019

/** The same numbers each time. */
function randoms(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const random = randoms(1)
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T
const instant = () => `${addDays('2021-06-01', random(days))}T${String(7 + random(10)).padStart(2, '0')}:00:00.000Z`
const causeAt = (position: number, recordedAt: string) =>
  ({ position, metadata: { recordedAt } }) as unknown as StoredEvent

function touchpoint() {
  const member = random(members)
  const at = instant()
  const customer = random(customers)
  return {
    customer: `customer-${customer}`,
    // Most customers have one unit.
    unit: units[random(10) === 0 ? random(10) : customer % 10],
    member: `member-${member}`,
    function: functions[member % functions.length],
    kind: 'meeting',
    startedBy: pick(['we-unasked', 'we-asked', 'they', undefined]),
    at,
    recordedAt: new Date(Date.parse(at) + random(3_600_000 * 24 * (random(4) === 0 ? 60 : 2))).toISOString(),
    exact: true,
  }
}

/** One in twenty has no rate when it is recorded, and is valued by every question. */
const worth = (amountMinor: number, day: string) =>
  random(20) === 0
    ? { value: { amountMinor, currency: pick(['JPY', 'SEK']) }, valueDay: day }
    : { value: { amountMinor, currency: 'EUR', groupMinor: amountMinor } }

function deal(): Partial<OpportunityDocument> {
  const openedAt = instant()
  const decided = new Date(Date.parse(openedAt) + (20 + random(200)) * 86_400_000).toISOString()
  const status = pick(['won', 'lost', 'open'] as const)
  return {
    ...{
      unit: pick(units),
      owner: `member-${random(members)}`,
      profile: pick(['product-sale', 'project-sale'] as const),
    },
    ...{ product: `product-${random(200)}`, stage: 'offered', openedAt, credit: [], status },
    ...worth(random(9_000_000), openedAt.slice(0, 10)),
    probability: random(101),
    ...{ wonAt: status === 'won' ? decided : undefined, lostAt: decided },
  }
}

const relationship = (): Partial<RelationshipDocument> => ({
  ...{
    unit: pick(units),
    owner: `member-${random(members)}`,
    stage: pick(stages) as never,
    schedule: [],
    since: instant(),
  },
})

function* madeUp(facts: number): Generator<Caused> {
  const of = (view: string): Metric[] => [...business.registry.metrics.values()].filter((m) => m.of.name === view)
  const zoneOf = () => 'Europe/Helsinki'
  const sorts = [
    { metrics: of('touchpoints'), make: touchpoint, count: facts },
    { metrics: of('opportunities'), make: deal, count: facts / 20 },
    { metrics: of('relationships'), make: relationship, count: facts / 10 },
  ]
  let position = 0
  for (const { metrics, make, count } of sorts) {
    for (let i = 0; i < count; i++) {
      const after = make() as { at?: string; openedAt?: string; since?: string; recordedAt?: string }
      const at = after.at ?? after.openedAt ?? after.since ?? ''
      const change = { entity: `entity-${++position}`, after, fact: { at } as Fact, tags: { sector: pick(sectors) } }
      const cause = causeAt(spread(position), after.recordedAt ?? at)
      for (const row of measure(metrics, change, zoneOf)) yield { ...row, cause, partition: '' }
    }
  }
}

const last60: Pick<FigureQuestion, 'from' | 'to'> = { from: '2021-06-01', to: '2026-05-31' }
const lastYear: Pick<FigureQuestion, 'from' | 'to'> = { from: '2025-06-01', to: '2026-05-12' }

function questions(): [string, FigureQuestion][] {
  const byUnitAndMonth = [...business.registry.metrics.keys()].map((metric): [string, FigureQuestion] => [
    `${metric} by unit, month, 5 years`,
    { metric, by: ['unit', 'month'], ...last60 },
  ])
  return [
    ...byUnitAndMonth,
    ['touchpoints by function, month, 5 years', { metric: 'touchpoints', by: ['function', 'month'], ...last60 }],
    ['touchpoints by member, 1 year', { metric: 'touchpoints', by: ['member'], ...lastYear }],
    ['touchpoints by unit, week, 1 year', { metric: 'touchpoints', by: ['unit', 'week'], ...lastYear }],
    [
      'touchpoints by unit, function, sector, 1 year',
      { metric: 'touchpoints', by: ['unit', 'function', 'sector'], ...lastYear },
    ],
    [
      'touchpoints by unit, month, last year',
      { metric: 'touchpoints', by: ['unit', 'month'], ...lastYear, compare: 'last-year' },
    ],
    [
      'touchpoints known 2026-03-31',
      { metric: 'touchpoints', by: ['unit', 'month'], ...lastYear, known: '2026-03-31' },
    ],
    [
      'touchpoints by unit, function, month, 5 years, known',
      { metric: 'touchpoints', by: ['unit', 'function', 'month'], ...last60, known: '2026-03-31' },
    ],
    ['recording-delay by member, 1 year', { metric: 'recording-delay', by: ['member'], ...lastYear }],
    ['active-customers by month, 1 year', { metric: 'active-customers', by: ['month'], ...lastYear }],
    ['active-customers by unit, quarter, 5 years', { metric: 'active-customers', by: ['unit', 'quarter'], ...last60 }],
    ['active-customers by country, year', { metric: 'active-customers', by: ['country', 'year'], ...lastYear }],
  ]
}

/** Prints one line per question: its p50 and p95 in milliseconds of processor time, which other programs do not add to. */
async function benchFigures(facts: number, print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-bench-'))
  const group = await (await TestGroup.open()).found()
  const rates = [{ currency: 'JPY', toGroup: '0.0065' }]
  await group.do('rates', 'publish', { day: '2022-01-01', rates }, { id: 'bench' })
  for (const id of units) await group.do('unit', 'open', { subsidiary: 'fi', name: id }, { id })
  const store = openSqliteReadStore({ file: join(folder, 'read.db') })
  const contributions = new BulkContributions(store)
  for (const caused of madeUp(facts)) {
    contributions.add([caused])
    await contributions.flush()
  }
  await contributions.finish()
  const heads = await store.contributions.heads()
  const rows = heads.reduce((sum, { count }) => sum + count, 0)
  const bytes = statSync(join(folder, 'read.db')).size
  print(`${facts} touchpoints: ${rows} contributions in ${heads.length} blocks, ${Math.round(bytes / rows)} bytes each`)
  const viewer: Viewer = { member: 'system:bench', grants: [] }
  const everything = new Set(['*'])
  const reading = { units: everything, outline: true, personal: true, members: everything }
  const { references } = group.projector
  // Half of the events.
  const positionAt = async () => storedPosition(5_000_000)
  const reader = new ContributionReader(store)
  const parts = {
    contributions: reader,
    ...business,
    references,
    positionAt,
    newestAt: async () => '2026-01-01T00:00:00.000Z',
    eventOf: async () => undefined,
    clock: () => new Date(),
  }
  for (const [name, question] of questions()) {
    const tookMs: number[] = []
    for (let run = 0; run < 20; run++) {
      const started = process.cpuUsage()
      await new StoredFigures(parts, { viewer, reading }).ask(question)
      const { user, system } = process.cpuUsage(started)
      tookMs.push((user + system) / 1000)
    }
    tookMs.sort((a, b) => a - b)
    print(
      `${name.padEnd(52)} p50 ${(tookMs[9] ?? 0).toFixed(1).padStart(7)}  p95 ${(tookMs[18] ?? 0).toFixed(1).padStart(7)} ms`,
    )
  }
  await store.close()
  await group.close()
  rmSync(folder, { recursive: true, force: true })
}

await benchFigures(Number(process.argv[2] ?? 1_000_000), (line) => process.stdout.write(`${line}\n`))
