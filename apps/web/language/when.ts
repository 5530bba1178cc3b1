/** When something happened, as people type it: nothing for now, a day, a time, or both. */
import type { Language } from './languages.js'

/** A day counted from today, by word. */
const dayWords: Record<Language, Readonly<Record<string, number>>> = {
  en: { today: 0, yesterday: -1 },
  fi: { tänään: 0, eilen: -1, toissapäivänä: -2 },
  sv: { idag: 0, 'i dag': 0, igår: -1, 'i går': -1, förrgår: -2 },
  de: { heute: 0, gestern: -1, vorgestern: -2 },
  nb: { 'i dag': 0, 'i går': -1, 'i forgårs': -2 },
}

export interface TypedAt {
  language: Language
  /** IANA name of the reader's time zone. */
  zone: string
  now: Date
}

/** `undefined` for now, an ISO day or an ISO instant; `null` where it cannot be read. */
export type Typed = string | undefined | null

const clock = /(?:^|[\s,]|klo\s|kl\.?\s|um\s|at\s)(\d{1,2})[:.](\d{2})$/i
const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const pointedDay = /^(\d{1,2})[./]\s?(\d{1,2})[./]?\s?(\d{4})?$/
/** As some who write English do. */
const monthFirst = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/u
const namedDay = /^(\d{1,2})\.?\s+(\p{L}{3,})\.?\s*(\d{4})?$/u

/** @returns the ISO day that is meant, nothing where nothing is typed; `null` where it cannot be read */
export function dayTyped(typed: string, reading: TypedAt): Typed {
  const text = typed.trim().toLowerCase()
  return text === '' ? undefined : (dayIn(text, reading) ?? null)
}

/** @returns how somebody means what they typed */
export function momentTyped(typed: string, reading: TypedAt): Typed {
  const text = typed.trim().toLowerCase()
  if (text === '') return undefined
  const instant = Date.parse(typed.trim())
  if (/^\d{4}-\d{2}-\d{2}t\d/i.test(text)) return Number.isNaN(instant) ? null : new Date(instant).toISOString()
  const whole = dayIn(text, reading)
  if (whole) return whole
  const time = clock.exec(text)
  if (!time) return null
  const before = text
    .slice(0, time.index)
    .replace(/\s*(,|klo|kl\.?|um|at)\s*$/, '')
    .trim()
  const day = before === '' ? dayFromNow(0, reading) : dayIn(before, reading)
  const [hour, minute] = [Number(time[1]), Number(time[2])]
  if (!day || hour > 23 || minute > 59) return null
  return instantOf(day, hour * 60 + minute, reading.zone)
}

function dayIn(text: string, reading: TypedAt): string | undefined {
  const steps = dayWords[reading.language][text]
  if (steps !== undefined) return dayFromNow(steps, reading)
  const iso = isoDay.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const pointed = pointedDay.exec(text)
  if (pointed) return dayMeant(Number(pointed[1]), Number(pointed[2]), pointed[3], reading)
  const named = namedDay.exec(reading.language === 'en' ? text.replace(monthFirst, '$2 $1 $3').trim() : text)
  const month = named ? monthNamed(named[2] ?? '', reading.language) : 0
  return named && month > 0 ? dayMeant(Number(named[1]), month, named[3], reading) : undefined
}

/** 1 … 12 of the month whose name begins so; 0 of none. */
function monthNamed(text: string, language: Language): number {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const names = Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2000, month, 1))
    return parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? ''
  })
  return names.findIndex((name) => name.startsWith(text)) + 1
}

function dayMeant(day: number, month: number, year: string | undefined, reading: TypedAt): string | undefined {
  const today = dayFromNow(0, reading)
  if (year) return dayOf(Number(year), month, day)
  const thisYear = dayOf(Number(today.slice(0, 4)), month, day)
  // Without a year it is the last such day that there was.
  return thisYear !== undefined && thisYear > today ? dayOf(Number(today.slice(0, 4)) - 1, month, day) : thisYear
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

function dayFromNow(steps: number, { now, zone }: TypedAt): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now)
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + steps)).toISOString().slice(0, 10)
}

const minuteMs = 60_000

/** The instant at which clocks of a zone show this minute of a day. */
function instantOf(day: string, minuteOfDay: number, zone: string): string {
  const shown = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * minuteMs
  const first = shown - offsetMs(new Date(shown), zone)
  return new Date(shown - offsetMs(new Date(first), zone)).toISOString()
}

function offsetMs(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(at.getTime() / 1000) * 1000
}
