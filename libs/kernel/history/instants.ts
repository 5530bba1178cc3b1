/** Moments, days and months: how a stated time becomes a place in effective order. */
import { Temporal } from 'temporal-polyfill'
import type { Precision } from '../events/stored-event.js'

/** Ahead of everything. */
export const BEFORE_ALL = '0000-01-01T00:00:00.000Z'

/** An instant that can be shown; nothing for what lies before everything. */
export const instantOf = (at: string | undefined): string | undefined => (at === BEFORE_ALL ? undefined : at)

/** A stated time with how exactly it is known: an instant, a day, a month, or '' for before everything. */
export interface Stated {
  occurredAt: string
  occurredPrecision: Precision
}

/** An ISO instant in UTC with milliseconds. */
export const utc = (instant: string | Date): string => new Date(instant).toISOString()

/** The later of two ISO instants in UTC. */
export const laterOf = (a: string, b: string): string => (a < b ? b : a)

const startCache = new Map<string, string>()

/** First moment of a day or a month in a time zone, as a UTC instant. */
export function startOf(dayOrMonth: string, zone: string): string {
  const cacheKey = `${dayOrMonth} ${zone}`
  const known = startCache.get(cacheKey)
  if (known) return known
  const day = dayOrMonth.length === 7 ? `${dayOrMonth}-01` : dayOrMonth
  const start = utc(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).toInstant().toString())
  if (startCache.size > 20_000) startCache.clear()
  startCache.set(cacheKey, start)
  return start
}

const endCache = new Map<string, string>()

/** First moment after a day or a month in a time zone. */
export function endOf(dayOrMonth: string, zone: string): string {
  const cacheKey = `${dayOrMonth} ${zone}`
  const known = endCache.get(cacheKey)
  if (known) return known
  const end = endUncached(dayOrMonth, zone)
  if (endCache.size > 20_000) endCache.clear()
  endCache.set(cacheKey, end)
  return end
}

function endUncached(dayOrMonth: string, zone: string): string {
  const from = Temporal.PlainDate.from(dayOrMonth.length === 7 ? `${dayOrMonth}-01` : dayOrMonth)
  const next = dayOrMonth.length === 7 ? from.add({ months: 1 }) : from.add({ days: 1 })
  return startOf(next.toString(), zone)
}

interface Offset {
  from: number
  until: number
  shiftMs: number
}
const offsets = new Map<string, Offset[]>()

/** What was asked last: everything that one fact counts for asks for the same day. */
let last = { instant: '', zone: '', day: '' }

/** The local day of an instant in a time zone. */
export function dayIn(instant: string, zone: string): string {
  if (zone === 'UTC') return instant.slice(0, 10)
  if (last.instant !== instant || last.zone !== zone) last = { instant, zone, day: dayUnremembered(instant, zone) }
  return last.day
}

/** Offsets are looked up once per zone and change of clocks. */
function dayUnremembered(instant: string, zone: string): string {
  const ms = Date.parse(instant)
  const known = offsets.get(zone) ?? []
  const hit = known.find((o) => ms >= o.from && ms < o.until)
  const shiftMs = hit ? hit.shiftMs : learnOffset(known, ms, zone)
  if (known.length > 0) offsets.set(zone, known)
  return new Date(ms + shiftMs).toISOString().slice(0, 10)
}

function learnOffset(known: Offset[], ms: number, zone: string): number {
  const here = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  const shiftMs = here.offsetNanoseconds / 1e6
  const previous = here.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const next = here.getTimeZoneTransition('next')
  known.push({
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    shiftMs,
  })
  return shiftMs
}

/** When a day begins anywhere on earth: at +14:00. No fact before it is of that day or a later one. */
export const firstMomentOf = (day: string): string => utc(`${day}T00:00:00+14:00`)

/** The first moment at which a day is over everywhere on earth: at -12:00. */
export const endOfAll = (day: string): string => utc(`${addDays(day, 1)}T00:00:00-12:00`)

/** A day so many months later, clipped to the end of the month. */
export const addMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString()

/** A day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/**
 * Fixes the place in effective order. A day or month takes the latest effective moment of the same
 * stream inside it, else its first moment in the zone.
 * @param stream effective moments of the stream so far
 */
export function effectiveMoment(stated: Stated, stream: readonly string[], zone: string): string {
  if (stated.occurredPrecision === 'before') return BEFORE_ALL
  if (stated.occurredPrecision === 'instant') return utc(stated.occurredAt)
  const start = startOf(stated.occurredAt, zone)
  const end = endOf(stated.occurredAt, zone)
  return stream.reduce((latest, moment) => (moment >= latest && moment < end ? moment : latest), start)
}
