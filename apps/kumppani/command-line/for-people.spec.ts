/** Figures as people read them, and what else a table says. */
import { describe, expect, it } from '@jest/globals'
import { forPeople } from './for-people.js'
import { localized } from './localized.js'
import { textOf } from './output.js'
import { RefusedRequest } from './refused.js'

const reader = { language: 'en', timeZone: 'UTC', events: false }
const shown = (answer: unknown) => textOf(localized(forPeople(answer), reader))
const figures = (figure: object) => ({ metric: { label: 'Won revenue' }, figures: [figure], names: [] })
const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

describe('for people', () => {
  it.each([
    [{ value: euros(8150684) }, '€81,506.84'],
    [{ value: { percent: 41.02564102564102 } }, '41.0 %'],
    [{ p90: 12.349 }, '12.3'],
    [{ value: 17 }, '17'],
  ])('a figure like %j is in its unit', (figure, text) => {
    expect(shown(figures(figure)).split('\n').at(-1)?.trim()).toBe(text)
  })

  it('figures by period are a table: one line a unit, the periods across', () => {
    const period = (name: string) => ({ name, from: `${name}-01`, to: `${name}-28` })
    const answer = {
      metric: { label: 'Won revenue' },
      figures: [
        { period: period('2026-02'), unit: 'Keittiöt', value: euros(150) },
        {
          period: period('2026-01'),
          unit: 'Keittiöt',
          value: euros(100),
          leftOut: '1 of 2 not valued: no rate for JPY',
        },
        { period: period('2026-02'), unit: 'Kök', value: euros(275) },
      ],
      names: [{ id: 'fi', name: 'Keittiöt' }],
    }
    expect(shown(answer).split('\n').slice(-3)).toEqual([
      '  unit      2026-01  2026-02  left out',
      '  Keittiöt  €1.00    €1.50    2026-01: 1 of 2 not valued: no rate for JPY',
      '  Kök                €2.75',
    ])
  })

  it('a median stands with what nine of ten do not exceed', () => {
    const period = { name: '2026-01', from: '2026-01-01', to: '2026-01-31' }
    const answer = { metric: { label: 'Time in stage' }, figures: [{ period, value: 1.24, p90: 9.96, count: 7 }] }
    expect(shown(answer).split('\n').at(-1)).toBe('  1.2 (p90 10.0)')
  })

  it('figures that are compared with others stay a list', () => {
    const period = { name: '2026-01', from: '2026-01-01', to: '2026-01-31' }
    expect(shown(figures({ period, value: 3, compared: 2, change: 1 }))).toContain('compared: 2')
  })

  it('what is so, or is not, is said in words', () => {
    const rows = [
      { name: 'Merituuli', keyAccount: true },
      { name: 'Ketju', keyAccount: false },
    ]
    expect(shown({ rows }).split('\n').slice(1)).toEqual([
      '  name       keyAccount',
      '  Merituuli  yes',
      '  Ketju      no',
    ])
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
