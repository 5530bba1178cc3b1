/**
 * Dates in declared formats. A format is a row of tokens and the characters between them; what does
 * not match it, does not exist in the calendar, or lies outside 1900–2100 is no date.
 */
import { Temporal } from 'temporal-polyfill'
import { escapedCell } from './escaped.js'

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

const tokens = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<millisecond>\\d{3})',
  Z: '(?<offset>Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)',
} as const

export const dateTokens = Object.keys(tokens)
const token = /YYYY|MM|M|DD|D|HH|H|mm|ss|SSS|Z/g
const iso =
  /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<millisecond>\d{3})\d*)?)?(?<offset>Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?)?$/
const earliestYear = 1900
const latestYear = 2100

/** What is wrong with a format, in words, or undefined. */
export function formatFault(format: string): string | undefined {
  if (format === 'ISO') return undefined
  const found: string[] = format.match(token) ?? []
  const rest = format.replace(token, '')
  if (/[A-Za-z]/.test(rest)) return `holds letters that are no token (${dateTokens.join(', ')}, or ISO)`
  const letters = found.map((one) => (one === 'mm' ? 'minute' : one[0]))
  if (new Set(letters).size < letters.length) return 'names a part twice'
  if (!found.includes('YYYY') || !letters.includes('M')) return 'needs at least YYYY and M'
  if (letters.includes('H') !== letters.includes('minute')) return 'needs both hours and minutes, or neither'
  if (letters.includes('H') && !letters.includes('D')) return 'names a time of day but no day'
  return undefined
}

/** The format must be free of faults. */
export function dateReader(format: string): ReadDateText {
  const pattern = format === 'ISO' ? iso : patternOf(format)
  return (text) => {
    const groups = text.length > 40 ? undefined : pattern.exec(text)?.groups
    return groups ? checked(groups) : 'not-a-date'
  }
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

/** ISO in UTC with milliseconds, or undefined when the text has no time of day or nothing says in which zone. */
export function readInstant(date: ReadDate, zone: string | undefined): string | undefined {
  if (date.day === undefined || date.hour === undefined) return undefined
  const time = `${padded(date.hour)}:${padded(date.minute ?? 0)}:${padded(date.second ?? 0)}`
  const local = `${readMonth(date)}-${padded(date.day)}T${time}.${padded(date.millisecond ?? 0, 3)}`
  if (date.offset) return utc(Temporal.Instant.from(local + withColon(date.offset)))
  return zone === undefined ? undefined : utc(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant())
}

const utc = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 })

const withColon = (offset: string): string =>
  offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset
