/** When something happened, as people type it: nothing for now, a day, a time, or both. */
import type { Language } from '../../../language/texts.js'

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
const pointedDay = /^(\d{1,2})[./](\d{1,2})[./]?(\d{4})?$/

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
  if (!pointed) return undefined
  const [, day, month, year] = pointed
  const today = dayFromNow(0, reading)
  if (year) return dayOf(Number(year), Number(month), Number(day))
  const thisYear = dayOf(Number(today.slice(0, 4)), Number(month), Number(day))
  // Without a year it is the last such day that there was.
  return thisYear !== undefined && thisYear > today
    ? dayOf(Number(today.slice(0, 4)) - 1, Number(month), Number(day))
    : thisYear
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
