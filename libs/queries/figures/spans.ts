/** Stretches of days as whole months and what is left at their ends. */
import { addDays, addMonths } from '#kernel'

export const startsMonth = (day: string): boolean => day.endsWith('-01')

const endsMonth = (day: string): boolean => startsMonth(addDays(day, 1))

/** First and last day of the whole months between two days, both included; undefined when there is none. */
export function wholeMonthsOf(from: string, to: string): { from: string; to: string } | undefined {
  const first = startsMonth(from) ? from : addMonths(`${from.slice(0, 7)}-01`, 1)
  const last = endsMonth(to) ? to : addDays(`${to.slice(0, 7)}-01`, -1)
  return first <= last ? { from: first, to: last } : undefined
}
