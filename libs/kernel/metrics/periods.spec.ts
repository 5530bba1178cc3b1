/** Which period a day is in, by which name, and what it is compared with. */
import { expect, it } from '@jest/globals'
import { FiscalYears } from './fiscal-years.js'
import { earlier, type Period, periodOf, periodsBetween } from './periods.js'

it.each<[string, Period, number, string, string, string]>([
  ['2026-03-05', 'day', 1, '2026-03-05', '2026-03-05', '2026-03-05'],
  ['2026-03-05', 'month', 1, '2026-03', '2026-03-01', '2026-03-31'],
  ['2024-02-29', 'month', 1, '2024-02', '2024-02-01', '2024-02-29'],
  ['2026-03-31', 'quarter', 1, '2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-07-01', 'half', 1, '2026-H2', '2026-07-01', '2026-12-31'],
  ['2026-12-31', 'year', 1, '2026', '2026-01-01', '2026-12-31'],
  // ISO 8601: the week of its Thursday.
  ['2026-01-01', 'week', 1, '2026-W01', '2025-12-29', '2026-01-04'],
  ['2027-01-03', 'week', 1, '2026-W53', '2026-12-28', '2027-01-03'],
  // A fiscal year is named by the year in which it ends.
  ['2026-03-31', 'fiscal-year', 4, 'FY2026', '2025-04-01', '2026-03-31'],
  ['2026-04-01', 'fiscal-year', 4, 'FY2027', '2026-04-01', '2027-03-31'],
  ['2026-04-01', 'fiscal-quarter', 4, 'FY2027-Q1', '2026-04-01', '2026-06-30'],
  ['2026-02-10', 'fiscal-half', 7, 'FY2026-H2', '2026-01-01', '2026-06-30'],
  ['2026-02-10', 'fiscal-year', 1, 'FY2026', '2026-01-01', '2026-12-31'],
])('%s is, by %s from month %i, in %s', (day, period, start, name, from, to) => {
  expect(periodOf(day, period, FiscalYears.starting(start))).toEqual({ name, from, to })
})

it('periods between two days are cut at both ends', () => {
  expect(periodsBetween('2026-01-15', '2026-03-02', { period: 'month' })).toEqual([
    { name: '2026-01', from: '2026-01-15', to: '2026-01-31' },
    { name: '2026-02', from: '2026-02-01', to: '2026-02-28' },
    { name: '2026-03', from: '2026-03-01', to: '2026-03-02' },
  ])
})

it.each<[string, string, 'previous' | 'last-year', Period | undefined, string, string]>([
  ['2026-03-01', '2026-03-31', 'previous', 'month', '2026-02-01', '2026-02-28'],
  ['2026-02-01', '2026-02-28', 'previous', 'month', '2026-01-01', '2026-01-31'],
  ['2024-02-01', '2024-02-29', 'last-year', 'month', '2023-02-01', '2023-02-28'],
  ['2023-02-01', '2023-02-28', 'last-year', undefined, '2022-02-01', '2022-02-28'],
  ['2025-02-01', '2025-02-28', 'last-year', 'month', '2024-02-01', '2024-02-29'],
  ['2026-03-02', '2026-03-08', 'previous', 'week', '2026-02-23', '2026-03-01'],
  ['2026-03-02', '2026-03-08', 'last-year', 'week', '2025-03-03', '2025-03-09'],
  ['2026-03-05', '2026-03-05', 'previous', 'day', '2026-03-04', '2026-03-04'],
  ['2026-04-01', '2026-06-30', 'previous', 'quarter', '2026-01-01', '2026-03-31'],
  // Without a period: as many days before, or as many whole months.
  ['2026-03-10', '2026-03-19', 'previous', undefined, '2026-02-28', '2026-03-09'],
  ['2026-02-01', '2026-03-31', 'previous', undefined, '2025-12-01', '2026-01-31'],
])('%s to %s, %s (%s), is held against %s to %s', (from, to, by, period, begins, ends) => {
  expect(earlier({ from, to }, by, period)).toEqual({ from: begins, to: ends })
})
