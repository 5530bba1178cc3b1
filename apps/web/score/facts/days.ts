/** Days and moments of the cursor: a day stands for all of it, where its reader is. */

import { dayMs } from './facts.js'
import type { Cursor } from './seen.js'

const formats = new Map<string, Intl.DateTimeFormat>()

function partsIn(zone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(zone ?? '')
  if (known) return known
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  formats.set(zone ?? '', format)
  return format
}

/** Wall clock less UTC, in ms. */
function offsetAt(ms: number, zone: string | undefined): number {
  const wall = Date.parse(`${partsIn(zone).format(ms).replace(' ', 'T')}Z`)
  return wall - Math.floor(ms / 1000) * 1000
}

/** The ISO day of a moment. @param zone IANA name; the browser’s own when left out */
export const dayAt = (ms: number, zone?: string): string => new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 10)

/** ms of the last moment of an ISO day. */
export function endOfDay(day: string, zone?: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + dayMs
  const guess = wall - offsetAt(wall, zone)
  return wall - offsetAt(guess - 1, zone) - 1
}

/** A moment as addresses carry it. */
interface Carried {
  asOf?: string
  knownAt?: string
}

export interface Present {
  /** ms. */
  now: number
  zone?: string
}

function momentAt(iso: string | undefined, { now, zone }: Present): number {
  if (iso === undefined) return now
  const ms = iso.length <= 10 ? endOfDay(iso, zone) : Date.parse(iso)
  return Number.isNaN(ms) ? now : Math.min(now, ms)
}

export const cursorAt = ({ asOf, knownAt }: Carried, present: Present): Cursor => ({
  asOf: momentAt(asOf, present),
  knownAt: momentAt(knownAt, present),
})

/** The days on which a cursor stands; what stands on today is left out. */
export function carriedBy({ asOf, knownAt }: Cursor, { now, zone }: Present): Carried {
  const today = dayAt(now, zone)
  const [was, known] = [dayAt(asOf, zone), dayAt(knownAt, zone)]
  return { ...(was < today && { asOf: was }), ...(known < today && { knownAt: known }) }
}

/** The ISO day of an ISO day or instant, where its reader is. */
export const dayIn = (iso: string, zone?: string): string => (iso.length <= 10 ? iso : dayAt(Date.parse(iso), zone))
