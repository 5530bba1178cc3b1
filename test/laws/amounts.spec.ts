/**
 * The laws of amounts, over arbitrary deals and rates, published late, corrected and taken back: a figure is the sum of
 * its drill-down and says the same of what it leaves out, now and as known on any day; what is open is worth in lists
 * what it is in figures; and a rebuild comes to the same.
 */
import { afterAll, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import type { FigureEventShown, FigureEventsAnswer } from '#crm/figures/figure-events.query.js'
import type { FigureShown, FiguresAnswer } from '#crm/figures/figures.query.js'
import type { OpportunitiesAnswer } from '#crm/opportunities/lists/opportunities.query.js'
import type { OpportunityAnswer } from '#crm/opportunities/opportunity.query.js'
import type { CustomersAnswer } from '#crm/pages/customers/customers.query.js'
import { addDays, DomainError } from '#kernel'
import { type CommandOptions, TestGroup } from '../harness/group.js'
import { pagesOf } from '../harness/pages-of.js'
import { verified } from '../harness/verified.js'
import { inTime, mostMs } from './in-time.js'

jest.setTimeout(mostMs)

const numRuns = Number(process.env.LAWS ?? 8)
const opened: TestGroup[] = []
const closeAll = async () => {
  for (const group of opened.splice(0)) await group.close()
}
afterAll(closeAll)

const currencies = ['EUR', 'JPY', 'KWD'] as const
const actions = ['open', 'open', 'open', 'edit', 'edit', 'win', 'win', 'lose', 'reopen', 'share'] as const
const ofRates = ['publish', 'publish', 'restate', 'retract'] as const

interface Step {
  what: (typeof actions)[number] | (typeof ofRates)[number]
  n: number
  amountMinor: number
  currency: (typeof currencies)[number]
  /** Days back. */
  ago: number
  /** Ten-thousandths. */
  rate: number
}

const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...actions, ...ofRates),
    n: fc.nat(9),
    amountMinor: fc.oneof(fc.nat(9), fc.nat(2_000_000_000)),
    currency: fc.constantFrom(...currencies),
    ago: fc.nat(20),
    rate: fc.integer({ min: 1, max: 40_000 }),
  }),
  { minLength: 5, maxLength: 25, size: 'max' },
)

/** There are some deals first. */
const steps = anySteps.map((list) => list.map((step, at): Step => (at < 3 ? { ...step, what: 'open' } : step)))

const step = (what: Step['what'], amountMinor: number, more: Partial<Step> = {}): Step => ({
  ...{ what, amountMinor, n: 3, currency: 'JPY', ago: 0, rate: 65 },
  ...more,
})
/** Valued otherwise on the day it was opened, won, taken up again and valued at last, by a rate that is then corrected. */
const valuedLate = [
  ...[step('open', 501), step('edit', 703), step('edit', 9)],
  ...[step('win', 0, { n: 4 }), step('publish', 0, { ago: 9 }), step('reopen', 0)],
  ...[step('share', 0), step('win', 11, { n: 5 }), step('restate', 0, { ago: 9, rate: 77, n: 0 })],
  ...[step('open', 333, { currency: 'KWD' }), step('edit', 10, { currency: 'JPY' })],
]

const firstDay = '2026-03-01'
/** Some things happen on one day. */
const dayOf = (step: number) => addDays(firstDay, Math.floor(step / 3))

class Dealing {
  private readonly deals: string[] = []
  private readonly published: { stream: string; event: string }[] = []

  constructor(
    readonly group: TestGroup,
    private readonly customer: string,
  ) {}

  static async open(): Promise<Dealing> {
    const group = await TestGroup.open()
    opened.push(group)
    group.time = '2025-12-01T09:00:00.000Z'
    await group.found()
    const { id } = await group.do('customer', 'register', { name: 'Hotelli' }, { as: 'aino' })
    return new Dealing(group, id)
  }

  /** What the rules refuse does not happen. */
  async take(step: Step, at: number): Promise<void> {
    this.group.time = `${dayOf(at)}T09:00:00.000Z`
    try {
      await this.act(step, addDays(dayOf(at), -step.ago))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
  }

  private act({ what, n, amountMinor, currency, rate }: Step, day: string): Promise<unknown> {
    const { group } = this
    const id = this.deals[n % (this.deals.length || 1)] ?? 'none'
    const value = { amountMinor, currency }
    const rates = [{ currency: currency === 'EUR' ? 'JPY' : currency, toGroup: (rate / 10_000).toFixed(4) }]
    const by = { id, confirmed: true, ...(n > 6 && { at: day }) }
    switch (what) {
      case 'open':
        return this.openDeal(value, { n, day })
      case 'edit':
        return this.edit(value, { n, by })
      case 'win':
        return group.do('opportunity', 'win', n % 2 ? { value } : {}, by)
      case 'lose':
        return group.do('opportunity', 'lose', { reason: 'price' }, by)
      case 'reopen':
        return group.do('opportunity', 'reopen', { at: 'negotiating' }, by)
      case 'share':
        return group.do('opportunity', 'shareCredit', { shares: sharesOf(n) }, by)
      case 'publish':
        return this.publish({ day, rates }, n)
      default:
        return this.correctRates(n, what === 'restate' ? { day, rates } : undefined)
    }
  }

  private async openDeal(value: object, { n, day }: { n: number; day: string }): Promise<void> {
    const deal = { customer: this.customer, unit: n % 2 ? 'fi' : 'se', name: 'Deal', profile: 'project-sale' }
    const body = { ...deal, stage: 'engaging', owner: 'aino', value, ...(n > 2 && { probability: n * 7 }) }
    this.deals.push((await this.group.do('opportunity', 'open', body, { at: day })).id)
  }

  private async edit(value: object, { n, by }: { n: number; by: CommandOptions & { id: string } }): Promise<void> {
    const now = await this.group.ask<OpportunityAnswer>('opportunity', { id: by.id })
    const was = now.value && { amountMinor: now.value.amountMinor, currency: now.value.currency }
    const probability = { was: now.probability, is: n * 11 }
    await this.group.do('opportunity', 'edit', { value: { was, is: value }, probability }, by)
  }

  private async publish(body: object, n: number): Promise<void> {
    const { stream, events } = await this.group.do('rates', 'publish', body, { id: `source-${n % 2}` })
    for (const { id } of events) this.published.push({ stream, event: id })
  }

  private async correctRates(n: number, body: object | undefined): Promise<void> {
    const of = this.published[n % (this.published.length || 1)]
    if (of) await this.group.correct(of.stream, of.event, { body, confirmed: true })
  }
}

const sharesOf = (n: number) => [
  { member: 'aino', unit: 'fi', percent: 33 + n },
  { member: 'bengt', unit: 'se', percent: 33 },
  { member: 'eero', unit: 'fi', percent: 34 - n },
]

const metrics = ['won-revenue', 'open-pipeline', 'weighted-pipeline']

async function eventsOf(group: TestGroup, metric: string, query: object): Promise<FigureEventsAnswer[]> {
  const pages: FigureEventsAnswer[] = []
  const ask = (on: object) =>
    group.ask<FigureEventsAnswer>('figure-events', { metric }, { query: { ...query, ...on, limit: 7 } })
  for await (const page of pagesOf(ask)) pages.push(page)
  return pages
}

const sumOf = (numbers: readonly (number | undefined)[]) => numbers.reduce((sum: number, n = 0) => sum + n, 0)

function leftOutIn(rows: readonly FigureEventShown[]) {
  const counts = new Map<string, number>()
  for (const { value, whole, amount } of rows)
    if (value === undefined && amount) counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + whole)
  return Object.fromEntries([...counts].filter(([, count]) => count !== 0))
}

const leftOutOf = ({ unvalued = [] }: Pick<FigureShown, 'unvalued'>) =>
  Object.fromEntries(unvalued.map(({ currency, count }) => [currency, count]))

async function expectSums(group: TestGroup, known: string | undefined): Promise<void> {
  const range = { from: '2026-01-01', to: '2026-12-31', known }
  for (const metric of metrics) {
    const { figures } = await group.ask<FiguresAnswer>('figures', { metric }, { query: { ...range, by: ['unit'] } })
    const [total] = (await group.ask<FiguresAnswer>('figures', { metric }, { query: range })).figures
    expect(sumOf(figures.map(({ value }) => value))).toBe(total?.value)
    for (const figure of figures) {
      const pages = await eventsOf(group, metric, { ...range, unit: [figure.unit] })
      const rows = pages.flatMap(({ events }) => events)
      expect(sumOf(rows.map(({ value }) => value))).toBe(figure.value)
      expect(leftOutIn(rows)).toEqual(leftOutOf(figure))
      for (const page of pages) expect(leftOutOf(page)).toEqual(leftOutOf(figure))
      if (figure.amounts !== undefined) expect(sumOf(rows.map(({ whole }) => whole))).toBe(figure.amounts)
    }
  }
}

async function expectLists(group: TestGroup): Promise<void> {
  const sum = async (metric: string) => {
    const query = { from: '2026-01-01', to: '2026-12-31' }
    return (await group.ask<FiguresAnswer>('figures', { metric }, { query })).figures[0]
  }
  const list = await group.ask<OpportunitiesAnswer>(
    'opportunities',
    {},
    { query: { filter: 'status eq open', limit: 200 } },
  )
  const [pipeline, weighted] = [await sum('open-pipeline'), await sum('weighted-pipeline')]
  expect(sumOf(list.rows.map(({ value }) => value?.groupMinor))).toBe(pipeline?.value)
  expect(sumOf(list.rows.map(({ weightedMinor }) => weightedMinor))).toBe(weighted?.value)
  const [row] = (await group.ask<CustomersAnswer>('customers')).rows
  expect(row?.openGroupMinor).toBe(pipeline?.value)
  expect(row?.openUnvalued).toEqual(pipeline?.unvalued)
  expect(row?.openLeftOut).toEqual(pipeline?.leftOut)
  const sorted = await group.ask<OpportunitiesAnswer>(
    'opportunities',
    {},
    { query: { sort: 'groupMinor', limit: 200 } },
  )
  const worths = sorted.rows.map(({ value }) => value?.groupMinor ?? Number.POSITIVE_INFINITY)
  expect(worths).toEqual([...worths].sort((a, b) => a - b))
}

it('a figure is the sum of its drill-down, lists say the same, and so does a rebuild', async () => {
  await fc.assert(
    fc
      .asyncProperty(steps, fc.nat(9), async (list, knownDay) => {
        const dealing = await Dealing.open()
        for (const [at, step] of list.entries()) await dealing.take(step, at)
        await expectSums(dealing.group, undefined)
        const today = dealing.group.time.slice(0, 10)
        await expectSums(dealing.group, [addDays(firstDay, knownDay), today].sort()[0])
        await expectLists(dealing.group)
        expect((await verified(dealing.group)).differences).toEqual([])
      })
      .afterEach(closeAll),
    { ...inTime, numRuns, examples: [[valuedLate, 1]] },
  )
})
