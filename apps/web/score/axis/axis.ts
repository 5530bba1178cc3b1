/** Where a moment stands: on the whole in perspective, so that the last year has the most room; zoomed, evenly. */
import { scaleLinear } from 'd3-scale'
import { dayMs } from '../facts/facts.js'

/** A stretch of the axis in which a day is always as wide. */
export interface Stretch {
  from: number
  to: number
  /** px. */
  left: number
  right: number
}

export interface TimeAxis {
  /** ms of both ends. */
  from: number
  to: number
  /** px of both ends. */
  left: number
  right: number
  /** px of a moment; what lies outside stands at the end. */
  x(ms: number): number
  /** ms at a px. */
  at(px: number): number
  stretches: readonly Stretch[]
}

export interface Ends {
  left: number
  right: number
}

/** What the whole axis has to hold; ms. */
export interface Extent {
  begins: number
  now: number
  /** Of what is planned, promised or aimed at. */
  ends: number
}

const yearMs = 365.25 * dayMs
/** Of the width, from the left: all that was earlier, the three years before the last, the last year, the future. */
const earlierShare = 1 / 8
const threeYearsShare = 1 / 3
const lastYearShare = 0.45
const futureShare = 0.1
const leastFuture = 120 * dayMs
const mostFuture = 2 * yearMs
/** What begins so little before a stretch has none of its own. */
const leastStretch = 90 * dayMs

function axisOver(moments: readonly number[], shares: readonly number[], { left, right }: Ends): TimeAxis {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let x = left
  const places = [left, ...shares.map((share) => (x += ((right - left) * share) / whole))]
  const scale = scaleLinear(moments, places).clamp(true)
  return {
    from: moments[0] ?? 0,
    to: moments.at(-1) ?? 0,
    left,
    right,
    x: (ms) => (ms === Number.NEGATIVE_INFINITY ? left : scale(ms)),
    at: (px) => scale.invert(px),
    stretches: shares.map((_, n) => ({
      from: moments[n] ?? 0,
      to: moments[n + 1] ?? 0,
      left: places[n] ?? left,
      right: places[n + 1] ?? right,
    })),
  }
}

/** The whole of a customer. It depends on now, and never on the cursor: the map stands still while that moves. */
export function perspective({ begins, now, ends }: Extent, at: Ends): TimeAxis {
  const future = now + Math.min(mostFuture, Math.max(leastFuture, ends - now + 14 * dayMs))
  const first = Math.min(begins - 7 * dayMs, now - yearMs)
  const older = now - yearMs - first
  if (older < leastStretch) return axisOver([first, now, future], [1 - futureShare, futureShare], at)
  if (older < 3 * yearMs + leastStretch) {
    const shares = [earlierShare + threeYearsShare, lastYearShare, futureShare]
    return axisOver([first, now - yearMs, now, future], shares, at)
  }
  const shares = [earlierShare, threeYearsShare, lastYearShare, futureShare]
  return axisOver([first, now - 4 * yearMs, now - yearMs, now, future], shares, at)
}

/** A window of time; ms. */
export interface Timespan {
  from: number
  to: number
}

export const linear = ({ from, to }: Timespan, at: Ends): TimeAxis => axisOver([from, to], [1], at)

const leastWindow = 7 * dayMs

/** Moved so that nothing beyond the whole is shown; none where it would show all of it. */
export function within({ from, to }: Timespan, whole: Timespan): Timespan | undefined {
  if (to - from >= whole.to - whole.from) return undefined
  const by = Math.max(0, whole.from - from) - Math.max(0, to - whole.to)
  return { from: from + by, to: to + by }
}

/** Of a window's width from the side that a moment comes in by. */
const comesInAt = 1 / 4

/** A window that shows a moment: turned, like a page, to where the moment has gone; as it is where it shows it. */
export function turnedTo(window: Timespan, { from, to }: { from: number; to: number }): Timespan {
  if (to >= window.from && to <= window.to) return window
  const width = window.to - window.from
  const begin = to - width * (to > from ? comesInAt : 1 - comesInAt)
  return { from: begin, to: begin + width }
}

/** A window nearer or farther, in which a moment stays where it is; none where it would show the whole. */
export function zoomed(axis: TimeAxis, factor: number, around: number): Timespan | undefined {
  const isWhole = axis.stretches.length > 1
  if (isWhole && factor >= 1) return undefined
  const share = (axis.x(around) - axis.left) / Math.max(1, axis.right - axis.left)
  const shown = isWhole ? widthAround(axis, around) : axis.to - axis.from
  const width = Math.max(leastWindow, shown * factor)
  const from = around - width * share
  return { from, to: from + width }
}

/** How much the whole width would show if all of it were as around a moment. */
function widthAround({ stretches, left, right }: TimeAxis, around: number): number {
  const stretch = stretches.find(({ from, to }) => around >= from && around <= to) ?? stretches.at(-1)
  if (!stretch) return yearMs
  return ((stretch.to - stretch.from) / (stretch.right - stretch.left)) * (right - left)
}
