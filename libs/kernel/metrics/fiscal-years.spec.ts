/** A fiscal year that is moved renames nothing that lies before. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../history/instants.js'
import { FiscalYears } from './fiscal-years.js'
import { periodOf, periodsBetween } from './periods.js'

const named = (fiscal: FiscalYears, from: string, to: string) =>
  periodsBetween(from, to, { period: 'fiscal-quarter', fiscal }).map(({ name, from }) => [name, from])

describe('fiscal years', () => {
  it('moved from January to April go on as they were until April', () => {
    const moved = FiscalYears.starting(1).movedTo(4, '2026-05-20')
    expect(named(moved, '2026-04-01', '2027-12-31')).toEqual([
      ['FY2026-Q2', '2026-04-01'],
      ['FY2026-Q3', '2026-07-01'],
      ['FY2026-Q4', '2026-10-01'],
      ['FY2027-Q1', '2027-01-01'],
      ['FY2028-Q1', '2027-04-01'],
      ['FY2028-Q2', '2027-07-01'],
      ['FY2028-Q3', '2027-10-01'],
    ])
    expect(periodOf('2027-02-01', 'fiscal-year', moved)).toEqual({
      name: 'FY2027',
      from: '2027-01-01',
      to: '2027-03-31',
    })
  })

  it('moved on the day on which they start anew start then', () => {
    expect(named(FiscalYears.starting(1).movedTo(4, '2026-04-01'), '2026-01-01', '2026-04-30')).toEqual([
      ['FY2026-Q1', '2026-01-01'],
      ['FY2027-Q1', '2026-04-01'],
    ])
  })

  it('moved back to January have two years that end in one, told apart', () => {
    expect(named(FiscalYears.starting(4).movedTo(1, '2027-11-02'), '2027-07-01', '2029-01-31')).toEqual([
      ['FY2028-Q2', '2027-07-01'],
      ['FY2028-Q3', '2027-10-01'],
      ['FY2028b-Q1', '2028-01-01'],
      ['FY2028b-Q2', '2028-04-01'],
      ['FY2028b-Q3', '2028-07-01'],
      ['FY2028b-Q4', '2028-10-01'],
      ['FY2029-Q1', '2029-01-01'],
    ])
  })

  it('moved before every day known always were so', () =>
    expect(FiscalYears.starting(1).movedTo(4, '')).toBe(FiscalYears.starting(4)))

  const month = fc.integer({ min: 1, max: 12 })
  const moves = fc
    .array(fc.tuple(month, fc.integer({ min: 0, max: 3000 })), { maxLength: 4 })
    .map((all) => all.sort(([, a], [, b]) => a - b).map(([to, days]) => [to, addDays('2020-01-01', days)] as const))

  it('cover each day once, under names of their own, and keep those of before a move', () =>
    fc.assert(
      fc.property(
        month,
        moves,
        fc.constantFrom('fiscal-quarter' as const, 'fiscal-half' as const, 'fiscal-year' as const),
        (first, all, period) => {
          let fiscal = FiscalYears.starting(first)
          for (const [to, day] of all) {
            const before = fiscal
            fiscal = fiscal.movedTo(to, day)
            const until = addDays(day, -1)
            const namesUntil = (of: FiscalYears) => periodsBetween('2015-01-01', until, { period, fiscal: of })
            expect(namesUntil(fiscal)).toEqual(namesUntil(before))
          }
          const spans = periodsBetween('2015-01-01', '2032-12-31', { period, fiscal })
          for (const [at, span] of spans.entries())
            expect(span.from).toBe(at === 0 ? '2015-01-01' : addDays(spans[at - 1]?.to ?? '', 1))
          expect(new Set(spans.map(({ name }) => name)).size).toBe(spans.length)
        },
      ),
    ))
})
