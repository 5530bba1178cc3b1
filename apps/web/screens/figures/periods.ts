/** Stretches of days by which people ask for figures, as they lie on a day. */

export const periodNames = [
  'twelve-months',
  'this-year',
  'last-year',
  'this-quarter',
  'last-quarter',
  'three-years',
] as const
export type PeriodName = (typeof periodNames)[number]

export interface Days {
  /** ISO days, both counted. */
  from: string
  to: string
}

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** @param today ISO day; periods that go on end on it */
export function periodsAt(today: string): Record<PeriodName, Days> {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number)
  const at = month - 1
  const quarter = at - (at % 3)
  return {
    'twelve-months': { from: day(year - 1, at, date + 1), to: today },
    'this-year': { from: day(year, 0, 1), to: today },
    'last-year': { from: day(year - 1, 0, 1), to: day(year - 1, 11, 31) },
    'this-quarter': { from: day(year, quarter, 1), to: today },
    'last-quarter': { from: day(year, quarter - 3, 1), to: day(year, quarter, 0) },
    'three-years': { from: day(year - 2, 0, 1), to: today },
  }
}

/** A year before; what ends with a month does then too. */
export function yearBefore({ from, to }: Days): Days {
  const [year = 0, month = 1, date = 1] = to.split('-').map(Number)
  const endsMonth = day(year, month, 0) === to
  return { from: aYearEarlier(from), to: endsMonth ? day(year - 1, month, 0) : day(year - 1, month - 1, date) }
}

function aYearEarlier(iso: string): string {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number)
  const lastOfMonth = Number(day(year - 1, month, 0).slice(8))
  return day(year - 1, month - 1, Math.min(date, lastOfMonth))
}

/** What days are called; nothing where they are the asker's own. */
export function nameOfDays({ from, to }: Days, today: string): PeriodName | undefined {
  const periods = periodsAt(today)
  return periodNames.find((name) => periods[name].from === from && periods[name].to === to)
}
