/**
 * Dates in declared formats. A format is a row of tokens and the characters between them; what does
 * not match it, does not exist in the calendar, or lies outside 1900–2100 is no date.
 */

import { Temporal } from 'temporal-polyfill'
import type { Sentence, Values } from '#kernel'
import { dateFormatTexts } from './date-format-texts.js'
import { escapedCell } from './escaped.js'
import { monthKey, monthsIn } from './month-names.js'

/** What a text says of a moment, and no more. */
export interface ReadDate {
  year: number
  month: number
  day?: number
  /** Present together with the minute. */
  hour?: number
  minute?: number
  second?: number
  millisecond?: number
  /** Where the text says so itself: `Z` or `+02:00`. */
  offset?: string
}

export type DateFault = 'not-a-date' | 'absurd-date'
export type ReadDateText = (text: string) => ReadDate | DateFault

/** What a format leaves open. */
interface DateNotation {
  /** Years of two digits lie in the hundred years that begin here. */
  pivot?: string
  /** Of the names of months; English when left out. */
  language?: string
}

const tokens = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MMM: '(?<monthName>[^\\d\\s,./-]{1,20}\\.?)',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<millisecond>\\d{3})',
  A: '(?<half>[AaPp]\\.?[Mm]\\.?)',
  Z: '(?<offset>Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)',
} as const

export const dateTokens = Object.keys(tokens)
const token = /YYYY|YY|MMM|MM|M|DD|D|HH|H|mm|ss|SSS|A|Z/g
const iso =
  /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<millisecond>\d{3})\d*)?)?(?<offset>Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?)?$/
/** A spreadsheet's number of a day, with the time of day as its fraction after either sign. */
const serial = 'serial'
const firstDay = Date.UTC(1899, 11, 30)
/** Numbers below count a 29 February 1900, which there was not. */
const firstSureSerial = 61

function readSerial(text: string): ReadDate | DateFault {
  if (!/^\d{1,7}(?:[.,]\d{1,15})?$/.test(text)) return 'not-a-date'
  const days = Number(text.replace(',', '.'))
  if (days < firstSureSerial) return 'absurd-date'
  const when = new Date(Math.round((firstDay + days * 86_400_000) / 1000) * 1000)
  const year = when.getUTCFullYear()
  if (year > latestYear) return 'absurd-date'
  const day = { year, month: when.getUTCMonth() + 1, day: when.getUTCDate() }
  if (!/[.,]/.test(text)) return day
  return { ...day, hour: when.getUTCHours(), minute: when.getUTCMinutes(), second: when.getUTCSeconds() }
}

const earliestYear = 1900
const latestYear = 2100

const fault = (what: keyof typeof dateFormatTexts, values?: Values): Sentence => ({
  texts: dateFormatTexts[what],
  ...(values && { values }),
})

/** What is wrong with a format, or undefined. */
export function formatFault(format: string, { pivot }: DateNotation = {}): Sentence | undefined {
  if (format === 'ISO' || format === serial) return undefined
  const found: string[] = format.match(token) ?? []
  const rest = format.replace(token, '')
  if (/[A-Za-z]/.test(rest)) return fault('unknown-letters', { tokens: dateTokens.join(', ') })
  const letters = found.map((one) => (one === 'mm' ? 'minute' : one[0]))
  if (new Set(letters).size < letters.length) return fault('part-twice')
  if (!letters.includes('Y') || !letters.includes('M')) return fault('year-and-month')
  if (found.includes('YY') && pivot === undefined) return fault('pivot')
  if (letters.includes('A') && !letters.includes('H')) return fault('half-day')
  if (letters.includes('H') !== letters.includes('minute')) return fault('hours-and-minutes')
  if (letters.includes('H') && !letters.includes('D')) return fault('time-without-day')
  return undefined
}

/** The first of the formats that reads a text counts. They must be free of faults. */
export function dateReader(formats: string | readonly string[], notation: DateNotation = {}): ReadDateText {
  const readers = (typeof formats === 'string' ? [formats] : formats).map((format) => readerOf(format, notation))
  return (text) => {
    let fault: DateFault = 'not-a-date'
    for (const read of readers) {
      const found = read(text)
      if (typeof found === 'object') return found
      if (found === 'absurd-date') fault = found
    }
    return fault
  }
}

function readerOf(format: string, notation: DateNotation): ReadDateText {
  if (format === serial) return readSerial
  const pattern = format === 'ISO' ? iso : patternOf(format)
  const months = format.includes('MMM') ? monthsIn(notation.language ?? 'en') : undefined
  return (text) => {
    const groups = text.length > 40 ? undefined : pattern.exec(text)?.groups
    return groups ? checked({ ...groups, ...spelled(groups, months, Number(notation.pivot)) }) : 'not-a-date'
  }
}

/** Year, month and hour as numbers, where the text tells them otherwise. */
function spelled(
  { shortYear, monthName, half, hour }: Record<string, string | undefined>,
  months: ReadonlyMap<string, number> | undefined,
  pivot: number,
): Record<string, string> {
  const parts: Record<string, string> = {}
  if (shortYear !== undefined) parts.year = String(pivot + ((((Number(shortYear) - pivot) % 100) + 100) % 100))
  if (monthName !== undefined) parts.month = String(months?.get(monthKey(monthName)) ?? 0)
  if (half !== undefined) {
    const isClock = Number(hour) >= 1 && Number(hour) <= 12
    parts.hour = isClock ? String((Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0)) : '99'
  }
  return parts
}

function patternOf(format: string): RegExp {
  let at = 0
  let pattern = ''
  for (const match of format.matchAll(token)) {
    pattern += escapedCell(format.slice(at, match.index)) + tokens[match[0] as keyof typeof tokens]
    at = match.index + match[0].length
  }
  return new RegExp(`^${pattern}${escapedCell(format.slice(at))}$`)
}

function checked(groups: Record<string, string | undefined>): ReadDate | DateFault {
  const { offset } = groups
  const part = (name: string) => (groups[name] === undefined ? undefined : Number(groups[name]))
  const [year, month, day] = [part('year') ?? 0, part('month') ?? 0, part('day')]
  const [hour, minute, second, millisecond] = [part('hour'), part('minute'), part('second'), part('millisecond')]
  if (month < 1 || month > 12) return 'not-a-date'
  if (day !== undefined && (day < 1 || day > daysIn(year, month))) return 'not-a-date'
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return 'not-a-date'
  if (year < earliestYear || year > latestYear) return 'absurd-date'
  return { year, month, day, hour, minute, second, millisecond, offset }
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const padded = (value: number, width = 2): string => String(value).padStart(width, '0')

export const readMonth = ({ year, month }: ReadDate): string => `${padded(year, 4)}-${padded(month)}`

/** The calendar day as written or, where the text states an offset and a zone is given, the day it was there. */
export function readDay(date: ReadDate, zone: string | undefined): string | undefined {
  if (date.day === undefined) return undefined
  if (!date.offset || !zone) return `${readMonth(date)}-${padded(date.day)}`
  const instant = readInstant(date, zone)
  return instant && Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** Which one is meant of a time of day that exists twice, or on which side of it one lies that does not exist. */
export type ClockChange = 'earlier' | 'later'

/**
 * ISO in UTC with milliseconds; undefined when the text has no time of day or nothing says in which zone; `unclear`
 * when clocks are moved over it and nothing says which moment is meant.
 */
export function readInstant(date: ReadDate, zone: string | undefined, clock?: ClockChange): string | undefined {
  if (date.day === undefined || date.hour === undefined) return undefined
  const time = `${padded(date.hour)}:${padded(date.minute ?? 0)}:${padded(date.second ?? 0)}`
  const local = `${readMonth(date)}-${padded(date.day)}T${time}.${padded(date.millisecond ?? 0, 3)}`
  if (date.offset) return utc(Temporal.Instant.from(local + withColon(date.offset)))
  return zone === undefined ? undefined : inZone(Temporal.PlainDateTime.from(local), zone, clock)
}

export const unclear = 'unclear'

function inZone(local: Temporal.PlainDateTime, zone: string, clock: ClockChange | undefined): string {
  const at = (disambiguation: ClockChange) => utc(local.toZonedDateTime(zone, { disambiguation }).toInstant())
  if (clock) return at(clock)
  const earlier = at('earlier')
  return earlier === at('later') ? earlier : unclear
}

const utc = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 })

const withColon = (offset: string): string =>
  offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset
