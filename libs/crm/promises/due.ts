/** When something is due that was promised within so many hours, by the clock that was meant. */
import { Temporal } from 'temporal-polyfill'
import { utc } from '#kernel'
import { type BusinessHours, weekdays } from '../organization/events/unit.events.js'
import type { WorkCalendar } from '../organization/organization.reference.js'
import type { Clock } from './promise.events.js'

const msPerHour = 3_600_000

/**
 * The instant so many hours after another. Business hours pass only while the unit is at work.
 * @param from ISO instant
 * @returns ISO instant in UTC; undefined when the unit is never at work
 */
export function dueAfter(
  from: string,
  within: { hours: number; clock: Clock },
  calendar: WorkCalendar,
): string | undefined {
  const waitMs = within.hours * msPerHour
  const startMs = Date.parse(from)
  if (within.clock === 'calendar') return utc(new Date(startMs + waitMs))
  if (!isEverAtWork(calendar.businessHours)) return undefined
  return utc(new Date(afterWorkTime(startMs, waitMs, calendar)))
}

const isEverAtWork = ({ days, opensMinute, closesMinute }: BusinessHours): boolean =>
  days.length > 0 && opensMinute < closesMinute

function afterWorkTime(startMs: number, waitMs: number, calendar: WorkCalendar): number {
  let leftMs = waitMs
  let day = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(calendar.zone).toPlainDate()
  for (;;) {
    if (isWorkday(day, calendar)) {
      const { opensMinute, closesMinute } = calendar.businessHours
      const beginMs = Math.max(startMs, momentOf(day, opensMinute, calendar.zone))
      const workMs = Math.max(0, momentOf(day, closesMinute, calendar.zone) - beginMs)
      if (leftMs <= workMs) return beginMs + leftMs
      leftMs -= workMs
    }
    day = day.add({ days: 1 })
  }
}

function isWorkday(day: Temporal.PlainDate, { businessHours, holidays }: WorkCalendar): boolean {
  const weekday = weekdays[day.dayOfWeek - 1]
  return weekday !== undefined && businessHours.days.includes(weekday) && !holidays.has(day.toString())
}

/** Local minutes after midnight as epoch milliseconds. */
const momentOf = (day: Temporal.PlainDate, minute: number, zone: string): number =>
  day.toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone).epochMilliseconds
