/** Periods of the calendar and of fiscal years: which one a day is in, and what comes before it. */
import { addDays, addMonths, daysBetween, laterOf } from '../history/instants.js'
import { calendarYears, type FiscalYears } from './fiscal-years.js'

export const periods = [
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'year',
  'fiscal-quarter',
  'fiscal-half',
  'fiscal-year',
] as const
export type Period = (typeof periods)[number]

/** Days from and to, both included, with the name people call them by. */
export interface Span {
  /** `2026-03-01`, `2026-W10`, `2026-03`, `2026-Q1`, `2026-H1`, `2026`, `FY2026-Q1`; `FY2026b-Q1` where the year before is of that name. */
  name: string
  from: string
  to: string
}

const monthsIn: Readonly<Partial<Record<Period, number>>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  'fiscal-quarter': 3,
  'fiscal-half': 6,
  'fiscal-year': 12,
}

/** Whether a period begins and ends with months, whatever its fiscal year. */
export const isOfMonths = (period: Period): boolean => monthsIn[period] !== undefined

const known = new Map<string, Span>()

/** The period a day is in. A fiscal year is named by the year in which it ends. */
export function periodOf(day: string, period: Period, fiscal: FiscalYears = calendarYears): Span {
  const place = `${day} ${period} ${fiscal.key}`
  const found = known.get(place)
  if (found) return found
  const span = computed(day, period, fiscal)
  if (known.size > 50_000) known.clear()
  known.set(place, span)
  return span
}

function computed(day: string, period: Period, fiscal: FiscalYears): Span {
  const months = monthsIn[period]
  if (months !== undefined)
    return period.startsWith('fiscal')
      ? ofFiscalYear(day, { period, months }, fiscal)
      : ofMonths(day, { period, months, start: 1 })
  return period === 'week' ? weekOf(day) : { name: day, from: day, to: day }
}

/** Cut to the days whose years start in the same month. */
function ofFiscalYear(day: string, of: { period: Period; months: number }, fiscal: FiscalYears): Span {
  const { from: since, startMonth, before } = fiscal.on(day)
  const span = ofMonths(day, { ...of, start: startMonth })
  const to = before !== undefined && before <= span.to ? addDays(before, -1) : span.to
  return {
    name: `${span.name.slice(0, 6)}${markOf(span, since, fiscal)}${span.name.slice(6)}`,
    from: laterOf(span.from, since),
    to,
  }
}

/** A year cut short by the one that follows it may bear the same name: then come `b`, `c` and so on. */
function markOf({ name }: Span, since: string, fiscal: FiscalYears): string {
  if (since === '') return ''
  const before = periodOf(addDays(since, -1), 'fiscal-year', fiscal).name
  if (before.slice(0, 6) !== name.slice(0, 6)) return ''
  return String.fromCharCode((before[6] ?? 'a').charCodeAt(0) + 1)
}

function ofMonths(day: string, of: { period: Period; months: number; start: number }): Span {
  const year = Number(day.slice(0, 4))
  const sinceStart = (Number(day.slice(5, 7)) - of.start + 12) % 12
  const place = Math.floor(sinceStart / of.months)
  const beginYear = Number(day.slice(5, 7)) < of.start ? year - 1 : year
  const from = addMonths(`${beginYear.toString().padStart(4, '0')}-${two(of.start)}-01`, place * of.months)
  const to = addDays(addMonths(from, of.months), -1)
  const named = of.period.startsWith('fiscal') ? `FY${of.start === 1 ? beginYear : beginYear + 1}` : day.slice(0, 4)
  return { name: `${named}${partOf(of.months, place, day)}`, from, to }
}

function partOf(months: number, place: number, day: string): string {
  if (months === 12) return ''
  if (months === 1) return day.slice(4, 7)
  return `-${months === 3 ? 'Q' : 'H'}${place + 1}`
}

/** ISO 8601: weeks begin on Monday and belong to the year of their Thursday. */
function weekOf(day: string): Span {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const from = addDays(day, -weekday)
  const thursday = addDays(from, 3)
  const dayOfYear = daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday)
  return { name: `${thursday.slice(0, 4)}-W${two(Math.floor(dayOfYear / 7) + 1)}`, from, to: addDays(from, 6) }
}

/** All periods that have a day between two days, cut to them. */
export function periodsBetween(from: string, to: string, of: { period: Period; fiscal?: FiscalYears }): Span[] {
  const spans: Span[] = []
  for (let day = from; day <= to; ) {
    const span = periodOf(day, of.period, of.fiscal)
    spans.push({ name: span.name, from: day, to: span.to < to ? span.to : to })
    day = addDays(span.to, 1)
  }
  return spans
}

/** The stretch to compare with: one period (or the own length) or one year earlier; ends of months stay ends of months. */
export function earlier(span: { from: string; to: string }, by: 'previous' | 'last-year', period?: Period) {
  if (by === 'last-year') return period === 'week' ? movedDays(span, 364) : moved(span, 12)
  const months = period === undefined ? wholeMonths(span) : monthsIn[period]
  if (months !== undefined) return moved(span, months)
  return movedDays(span, period === 'week' ? 7 : period === 'day' ? 1 : daysBetween(span.from, span.to) + 1)
}

const movedDays = ({ from, to }: { from: string; to: string }, days: number) => ({
  from: addDays(from, -days),
  to: addDays(to, -days),
})

function moved({ from, to }: { from: string; to: string }, months: number) {
  const end = addMonths(`${to.slice(0, 7)}-01`, 1 - months)
  return { from: addMonths(from, -months), to: endsMonth(to) ? addDays(end, -1) : addMonths(to, -months) }
}

const endsMonth = (day: string): boolean => addDays(day, 1).endsWith('-01')

function wholeMonths({ from, to }: { from: string; to: string }): number | undefined {
  if (!from.endsWith('-01') || !endsMonth(to)) return undefined
  const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return count(to) - count(from) + 1
}

const two = (n: number): string => String(n).padStart(2, '0')
