/** Encounters as ticks that show direction; where they would run into each other, counted by stretches of whole weeks. */
import type { Stretch, TimeAxis } from '../axis/axis.js'
import { dayMs, type StartedBy, type Touch } from '../facts/facts.js'
import { type Cursor, type Showing, showingOf } from '../facts/seen.js'

type Shown = Exclude<Showing, 'hidden'>

/** A tick, or the bar of a stretch of weeks. */
export interface TickMark {
  x: number
  /** ms. */
  at: number
  touches: Touch[]
}

/** Where a lane of ticks stands; px. */
export interface Lane {
  axis: TimeAxis
  y: number
  /** Of the longest tick. */
  height: number
}

/** Ticks of one direction as they show, as one path each. */
export interface TickPath {
  by: StartedBy
  showing: Shown
  d: string
}

export interface TickLane {
  marks: TickMark[]
  paths: TickPath[]
  /** Counted touches, up and down. */
  bars: TickPath[]
}

const leastPxPerTick = 1.5
const leastBarPx = 3
const weekMs = 7 * dayMs
const firstMonday = Date.UTC(1970, 0, 5)

/** Which end a tick has: up is minus. */
const reach = { they: -1, 'we-unasked': 1, 'we-asked': 0.5, private: 0.5 } as const
const hollow = 2

interface Part {
  stretch: Stretch
  touches: Touch[]
}

function partsOf(touches: readonly Touch[], axis: TimeAxis): Part[] {
  const parts = axis.stretches.map((stretch) => ({ stretch, touches: [] as Touch[] }))
  for (const touch of touches) {
    const at = touch.at === Number.NEGATIVE_INFINITY ? axis.from : touch.at
    if (at < axis.from || at > axis.to) continue
    parts.find(({ stretch }) => at < stretch.to || stretch.to === axis.to)?.touches.push(touch)
  }
  return parts
}

const isDense = ({ stretch, touches }: Part): boolean =>
  touches.some(({ isWeek }) => isWeek) || touches.length > (stretch.right - stretch.left) / leastPxPerTick

/** Touches by stretches of as many whole weeks as are wide enough to be seen. */
function binned({ stretch, touches }: Part, axis: TimeAxis): (TickMark & { width: number })[] {
  const weekPx = ((stretch.right - stretch.left) * weekMs) / (stretch.to - stretch.from)
  const weeks = Math.max(1, Math.ceil(leastBarPx / weekPx))
  const length = weeks * weekMs
  const bins = new Map<number, Touch[]>()
  for (const touch of touches) {
    const place = touch.at === Number.NEGATIVE_INFINITY ? 0 : Math.floor((touch.at - firstMonday) / length)
    const bin = bins.get(place)
    if (bin) bin.push(touch)
    else bins.set(place, [touch])
  }
  return [...bins].map(([place, all]) => {
    const at = Math.max(stretch.from, firstMonday + place * length)
    return { x: axis.x(at), at, touches: all, width: Math.max(1.5, weeks * weekPx - 1) }
  })
}

const countOf = (touches: readonly Touch[]): number => touches.reduce((sum, { count }) => sum + count, 0)

const sides = [
  ['they', -1],
  ['we-unasked', 1],
] as const

/** What we began: asked and unasked stand in one bar. */
const isOf = (side: StartedBy, by: StartedBy): boolean => (side === 'they' ? by === 'they' : by !== 'they')

class Paths {
  private readonly d = new Map<string, string[]>()

  add(by: StartedBy, showing: Shown, d: string): void {
    const name = `${by}/${showing}`
    const known = this.d.get(name)
    if (known) known.push(d)
    else this.d.set(name, [d])
  }

  get all(): TickPath[] {
    return [...this.d].map(([name, d]) => {
      const [by, showing] = name.split('/') as [StartedBy, Shown]
      return { by, showing, d: d.join('') }
    })
  }
}

const px = (value: number): string => value.toFixed(1)

function drawTick(
  paths: Paths,
  touch: Touch,
  showing: Shown,
  { x, y, height }: { x: number; y: number; height: number },
) {
  const d =
    touch.by === 'private'
      ? `M${px(x - hollow)},${px(y + hollow + 2)}h4v4h-4z`
      : `M${px(x)},${px(y)}v${px(reach[touch.by] * height)}`
  paths.add(touch.by, showing, d)
}

const showings: readonly Shown[] = ['told', 'blind', 'ghost']

/** How the touches of one moment are drawn from where the cursor stands. */
export interface Seeing {
  cursor: Cursor
  /** ms. */
  now: number
}

/** @param touches of one unit */
export function tickLane(touches: readonly Touch[], lane: Lane, { cursor, now }: Seeing): TickLane {
  const { axis, y, height } = lane
  const paths = new Paths()
  const bars = new Paths()
  const marks: TickMark[] = []
  const parts = partsOf(touches, axis)
  const dense = parts.filter(isDense).flatMap((part) => binned(part, axis))
  const most = dense.reduce(
    (max, { touches: all }) => Math.max(max, ...sides.map(([side]) => countOf(all.filter(({ by }) => isOf(side, by))))),
    1,
  )
  for (const bin of dense) {
    marks.push(bin)
    for (const [side, sign] of sides) drawBar(bars, bin, { side, sign, y, height, most, cursor, now })
  }
  for (const part of parts.filter((each) => !isDense(each)))
    for (const touch of part.touches) {
      const showing = showingOf(touch, cursor, now)
      if (showing === 'hidden') continue
      const x = axis.x(touch.at)
      marks.push({ x, at: touch.at, touches: [touch] })
      drawTick(paths, touch, showing, { x, y, height })
    }
  return { marks: marks.sort((a, b) => a.x - b.x), paths: paths.all, bars: bars.all }
}

interface Bar extends Seeing {
  side: StartedBy
  sign: number
  y: number
  height: number
  most: number
}

/** What was told stands at the lane, what was not known beyond it, what came later beyond that. */
function drawBar(bars: Paths, bin: TickMark & { width: number }, { side, sign, y, height, most, cursor, now }: Bar) {
  const all = bin.touches.filter(({ by }) => isOf(side, by))
  let from = y
  for (const showing of showings) {
    const count = countOf(all.filter((touch) => showingOf(touch, cursor, now) === showing))
    if (count === 0) continue
    const long = sign * Math.max(1, (height * count) / most)
    bars.add(side, showing, `M${px(bin.x)},${px(from)}h${px(bin.width)}v${px(long)}h${px(-bin.width)}z`)
    from += long
  }
}
