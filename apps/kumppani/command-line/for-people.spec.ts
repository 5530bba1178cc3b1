/** What people read instead of minor units and long fractions. */
import { describe, expect, it } from '@jest/globals'
import { forPeople } from './for-people.js'
import { textOf } from './output.js'
import { RefusedRequest } from './refused.js'
import type { Answered } from './session.js'

const group = (currency: string) => ({
  get: async (): Promise<Answered> => ({ body: { currency }, headers: new Headers() }),
})
const shown = async (answer: unknown, session = group('SEK')) => textOf(await forPeople(answer, session))
const figures = (metric: object, figure: object) => ({ metric, figures: [figure] })

describe('for people', () => {
  it('minor units are amounts in the currency beside them, or in the group’s', async () => {
    expect(await shown({ openGroupMinor: 150, revenueMinor: 20_000, revenueCurrency: 'JPY' })).toBe(
      'openGroup: 1.50 SEK\nrevenue: 20000 JPY\nrevenueCurrency: JPY',
    )
    expect(await shown([{ value: { amountMinor: 5, currency: 'EUR', groupMinor: 51 } }])).toBe('value\n0.05 EUR')
  })

  it('leaves out what is drawn, so that rows are a table', async () => {
    expect(await shown([{ name: 'Merituuli', spark: { stages: ['1/2026-01-01'] } }])).toBe('name\nMerituuli')
  })

  it('minor units stay where the group’s currency is not theirs to read', async () => {
    const get = () => Promise.reject(new RefusedRequest(403, { code: 'not-allowed' }))
    expect(await shown({ openGroupMinor: 150 }, { get })).toBe('openGroupMinor: 150')
  })

  it.each([
    [{ unit: 'money', currency: 'EUR' }, { value: 8150684 }, '81506.84 EUR'],
    [{ unit: 'percent' }, { value: 41.02564102564102 }, '41.0 %'],
    [{ unit: 'days' }, { p90: 12.349 }, '12.3'],
    [{ unit: 'count' }, { value: 17 }, '17'],
  ])('a figure in %j is in its unit', async (metric, figure, text) => {
    expect((await shown(figures(metric, figure))).split('\n').at(-1)?.trim()).toBe(text)
  })

  it('what a number leaves out is said beside it', async () => {
    const money = { unit: 'money', currency: 'EUR' }
    const yen = { currency: 'JPY', count: 2 }
    const leftOut = '2/3 ilman arvoa: ei kurssia valuutalle JPY'
    const left = await shown(figures(money, { value: 100, amounts: 3, unvalued: [yen], leftOut }))
    expect(left.split('\n').at(-1)?.trim()).toBe(`1.00 EUR  ${leftOut}`)
    expect(await shown({ openGroupMinor: 150, openUnvalued: [yen], openLeftOut: leftOut })).toBe(
      `openGroup: 1.50 SEK\nopenLeftOut: ${leftOut}`,
    )
  })

  it('figures by period are a table: one line a unit, the periods across', async () => {
    const period = (name: string) => ({ name, from: `${name}-01`, to: `${name}-28` })
    const answer = {
      metric: { unit: 'money', currency: 'EUR' },
      figures: [
        { period: period('2026-02'), unit: 'fi', value: 150 },
        {
          period: period('2026-01'),
          unit: 'fi',
          value: 100,
          amounts: 2,
          unvalued: [{ currency: 'JPY', count: 1 }],
          leftOut: '1 of 2 not valued: no rate for JPY',
        },
        { period: period('2026-02'), unit: 'se', value: 275 },
      ],
      names: [{ id: 'fi', name: 'Keittiöt' }],
    }
    expect((await shown(answer)).split('\n').slice(-3)).toEqual([
      '  unit      2026-01   2026-02   left out',
      '  Keittiöt  1.00 EUR  1.50 EUR  2026-01: 1 of 2 not valued: no rate for JPY',
      '  se                  2.75 EUR',
    ])
  })

  it('a median stands with what nine of ten do not exceed', async () => {
    const period = { name: '2026-01', from: '2026-01-01', to: '2026-01-31' }
    const answer = { metric: { unit: 'days' }, figures: [{ period, value: 1.24, p90: 9.96, count: 7 }] }
    expect((await shown(answer)).split('\n').at(-1)).toBe('  1.2 (p90 10.0)')
  })

  it('figures that are compared with others stay a list', async () => {
    const period = { name: '2026-01', from: '2026-01-01', to: '2026-01-31' }
    const answer = { metric: { unit: 'count' }, figures: [{ period, value: 3, compared: 2, change: 1 }], names: [] }
    expect(await shown(answer)).toContain('compared: 2')
  })

  it('the last column of a table is not cut', () => {
    const advice = 'Fill in the country of the customer, '.repeat(4).trim()
    expect(textOf([{ name: 'x'.repeat(80), sentence: advice }])).toContain(`…  ${advice}`)
  })
})

describe('a refusal', () => {
  it('names every place with its sentence, and what else is said of it', () => {
    const errors = [
      { path: 'from', sentence: 'from is not a day like 2026-03-01' },
      { path: 'customers.csv:3:Turnover', sentence: 'This is no number.' },
    ]
    const problem = { status: 422, code: 'x', detail: 'No.', errors, reason: 'disk full', requestId: 'r1' }
    expect(new RefusedRequest(422, problem).message.split('\n  ')).toEqual([
      'No.',
      'from is not a day like 2026-03-01',
      'customers.csv:3:Turnover: This is no number.',
      'reason: disk full',
      'requestId: r1',
    ])
  })
})
