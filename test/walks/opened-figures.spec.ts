/** Every number opens to its events: of every metric, by each of its dimensions, whatever value it has, or none, or a team's sum. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import type { FigureEventsAnswer } from '#crm/figures/figure-events.query.js'
import type { FigureShown, FiguresAnswer } from '#crm/figures/figures.query.js'
import type { Metric } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { grownIn } from '#test/harness/grown-customer.js'
import { pagesOf } from '../harness/pages-of.js'

let group: TestGroup
beforeAll(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-06-01T09:00:00.000Z'
  const { customer } = await grownIn(group)
  await group.member('aila', 'fi', 'member')
  for (const [as, unit] of [['aila', 'fi'] as const, ['bengt', 'se'] as const])
    await group.do('touchpoint', 'record-note', { customers: [customer], unit, note: 'Noted.' }, { as })
})
afterAll(() => group.close())

const days = { from: '2000-01-01', to: '2026-06-01' }
type Opened = Pick<FigureEventsAnswer, 'events' | 'hidden'>

/** What a value of a dimension is asked for by. */
function conditionOf(dimension: string, value: unknown): object {
  if (value === undefined) return { unstated: [dimension] }
  if (value === '*') return { whose: 'team' }
  return { [dimension]: dimension === 'line' || dimension === 'brand' ? value : [value] }
}

async function opened(metric: string, as: string, condition: object): Promise<Opened> {
  const all: Opened = { events: [], hidden: 0 }
  const ask = (on: object) =>
    group.ask<FigureEventsAnswer>(
      'figure-events',
      { metric },
      { as, query: { ...days, ...condition, limit: 200, ...on } },
    )
  for await (const page of pagesOf(ask)) {
    all.events.push(...page.events)
    all.hidden = page.hidden
  }
  return all
}

const total = (of: readonly { value?: number }[]): number => of.reduce((sum, { value = 0 }) => sum + value, 0)

/** What a figure says, and the same of the events behind it. */
function said({ kind }: Metric, figure: FigureShown, { events }: Opened): [unknown, unknown] {
  if (figure.part !== undefined) {
    const whole = events.reduce((sum, each) => sum + each.whole, 0)
    return [
      [figure.part, figure.whole],
      [total(events), whole],
    ]
  }
  if (kind === 'duration') return [figure.count, total(events)]
  // Of how many different the events say no more than that there are some.
  if (kind === 'distinct') return [Number(figure.value) > 0, total(events) > 0]
  return [figure.value, total(events)]
}

/** What the figures that a reader sees were of. */
async function openAll(as: string): Promise<string[]> {
  const of: string[] = []
  for (const metric of business.registry.metrics.values()) {
    for (const { name } of metric.dimensions) {
      const ask = group.ask<FiguresAnswer>('figures', { metric: metric.name }, { as, query: { ...days, by: [name] } })
      const figures = await ask.then(
        (answer) => answer.figures,
        (error: { code?: string }) => {
          if (error.code === 'not-allowed') return []
          throw error
        },
      )
      for (const figure of figures) {
        const value = figure[name]
        const found = await opened(metric.name, as, conditionOf(name, value))
        const [shown, behind] = said(metric, figure, found)
        expect({ of: [metric.name, name, value], behind }).toEqual({ of: [metric.name, name, value], behind: shown })
        of.push(value === undefined ? `no ${name}` : value === '*' ? 'the team' : name)
      }
    }
  }
  return of
}

describe('every number', () => {
  it.each([
    ['greta', ['no line', 'no member', 'no sector', 'member', 'unit', 'country']],
    ['aino', ['the team', 'member', 'unit']],
  ])(
    'that %s sees opens to its events',
    async (as, among) => {
      const of = await openAll(as)
      expect(of).toEqual(expect.arrayContaining(among))
    },
    120_000,
  )
})
