/** What is shown of time, as addresses carry it: the first and the last day. */
import { isDay } from '../../api/address.js'
import type { Timespan } from '../axis/axis.js'
import { dayAt, endOfDay } from '../facts/days.js'
import { dayMs, weekMs } from '../facts/facts.js'

export interface ZoomAddress {
  /** `2025-03-01..2025-06-30`, both days included; the whole when absent. */
  zoom?: string
}

const between = '..'

function daysOf(zoom: unknown): readonly [string, string] | undefined {
  if (typeof zoom !== 'string') return undefined
  const [from, to, ...others] = zoom.split(between)
  return isDay(from) && isDay(to) && from <= to && others.length === 0 ? [from, to] : undefined
}

/** What is no stretch of time is left out. */
export const zoomIn = ({ zoom }: Record<string, unknown>): ZoomAddress =>
  typeof zoom === 'string' && daysOf(zoom) ? { zoom } : {}

/** From the beginning of its first day to the end of its last; of fewer days than a week, a week around them. */
export function windowOf({ zoom }: ZoomAddress, zone?: string): Timespan | undefined {
  const days = daysOf(zoom)
  if (!days) return undefined
  const [from, to] = [endOfDay(days[0], zone) + 1 - dayMs, endOfDay(days[1], zone)]
  const beside = Math.max(0, weekMs - (to - from)) / 2
  return { from: from - beside, to: to + beside }
}

export const zoomOf = (window: Timespan | undefined, zone?: string): ZoomAddress =>
  window ? { zoom: [window.from, window.to].map((ms) => dayAt(ms, zone)).join(between) } : {}
