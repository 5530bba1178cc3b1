/** The days on which the demo group works, and the times at which its members say something. */

/** Fixed days off that the demo's countries share or nearly share, as `MM-DD`. */
const daysOff = new Set(['01-01', '05-01', '12-24', '12-25', '12-26'])
const dayMs = 86_400_000

export const calendarDayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

export const plusDays = (day: string, days: number): string => calendarDayOf(new Date(Date.parse(day) + days * dayMs))

/** The same day so many years before; the last of February when that year has no 29th. */
export function yearsBefore(day: string, years: number): string {
  const same = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
  return same.endsWith('02-29') && Number(same.slice(0, 4)) % 4 !== 0 ? same.replace('02-29', '02-28') : same
}

/** 0 = Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay()

export const calendarMonthOf = (day: string): number => Number(day.slice(5, 7))

export const isWorkday = (day: string): boolean => {
  const weekday = weekdayOf(day)
  return weekday > 0 && weekday < 6 && !daysOff.has(day.slice(5))
}

/** The first workday so many days later, or after that. */
export function workdayAfter(day: string, days: number): string {
  const candidate = plusDays(day, days)
  return isWorkday(candidate) ? candidate : workdayAfter(candidate, 1)
}

/** So many workdays before: another day for another number. */
export function workdayBefore(day: string, workdays: number): string {
  const before = plusDays(day, -1)
  if (!isWorkday(before)) return workdayBefore(before, workdays)
  return workdays <= 1 ? before : workdayBefore(before, workdays - 1)
}

/** All days from the first up to the last, which is left out. */
export function daysFrom(first: string, last: string): string[] {
  const count = Math.round((Date.parse(last) - Date.parse(first)) / dayMs)
  return Array.from({ length: count }, (_, index) => plusDays(first, index))
}

/** An instant of a day, by minutes after midnight UTC. */
export const calendarInstantOf = (day: string, minute: number): string =>
  new Date(Date.parse(day) + minute * 60_000).toISOString()
