/** Encounters as ticks that show direction; where they would run into each other, counted by stretches of whole weeks. */
import type { Stretch, TimeAxis } from '../axis/axis.js'
import { dayMs, type StartedBy, type Touch } from '../facts/facts.js'
import { type Seeing, type Showing, showingOf } from '../facts/seen.js'

/** What a filter leaves out stands aside. */
type Shown = Exclude<Showing, 'hidden'> | 'aside'

/** A tick, or the bar of a stretch of weeks. */
export interface TickMark {
  x: number
  /** ms. */
  at: number
  touches: Touch[]
}

/** Where a lane of ticks stands; px. */
export interface TickRoom {
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
const reach = { they: -1, 'we-unasked': 1, 'we-asked': 0.5 } as const
/** Of those of which nobody says who began them: across the lane, to neither side. */
const across = 0.25
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

/** Touches of some whole weeks. */
interface Bin extends TickMark {
  /** px. */
  width: number
  weeks: number
}

/** Touches by stretches of as many whole weeks as are wide enough to be seen. */
function binned({ stretch, touches }: Part, axis: TimeAxis): Bin[] {
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
    return { x: axis.x(at), at, touches: all, width: Math.max(1.5, weeks * weekPx - 1), weeks }
  })
}

const countOf = (touches: readonly Touch[]): number => touches.reduce((sum, { count }) => sum + count, 0)

const sides = [
  ['they', -1],
  ['we-unasked', 1],
] as const
type Side = (typeof sides)[number][0]

/** Asked and unasked stand in one bar; where nobody says who began, half of it stands on either side. */
const partsOfSide = (side: Side) =>
  [
    { by: side, share: 1, isOf: (by: StartedBy) => by !== 'unstated' && (by === 'they') === (side === 'they') },
    { by: 'unstated', share: 0.5, isOf: (by: StartedBy) => by === 'unstated' },
  ] as const

const weightOn = (side: Side, touches: readonly Touch[]): number =>
  partsOfSide(side).reduce((sum, { share, isOf }) => sum + share * countOf(touches.filter(({ by }) => isOf(by))), 0)

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
  paths.add(touch.by, showing, tickPath(touch.by, { x, y, height }))
}

function tickPath(by: StartedBy, { x, y, height }: { x: number; y: number; height: number }): string {
  if (by === 'private') return `M${px(x - hollow)},${px(y + hollow + 2)}h4v4h-4z`
  if (by === 'unstated') return `M${px(x)},${px(y - across * height)}v${px(2 * across * height)}`
  return `M${px(x)},${px(y)}v${px(reach[by] * height)}`
}

const showings: readonly Shown[] = ['told', 'blind', 'ghost', 'aside']

/** How touches are looked at. */
export interface Watching extends Seeing {
  /** Whether a filter leaves it out; nothing where there is none. */
  leavesOut?: ((touch: Touch) => boolean) | undefined
}

function shownAs(touch: Touch, { leavesOut, ...seeing }: Watching): Shown | 'hidden' {
  const showing = showingOf(touch, seeing)
  return showing !== 'hidden' && leavesOut?.(touch) ? 'aside' : showing
}

/** @param touches of one unit */
export function tickLane(touches: readonly Touch[], lane: TickRoom, watching: Watching): TickLane {
  const { axis, y, height } = lane
  const paths = new Paths()
  const bars = new Paths()
  const marks: TickMark[] = []
  const parts = partsOf(touches, axis)
  const dense = parts.filter(isDense).flatMap((part) => binned(part, axis))
  const perWeek = dense.flatMap(({ touches: all, weeks }) => sides.map(([side]) => weightOn(side, all) / weeks))
  const most = perWeek.reduce((max, each) => Math.max(max, each), 0.01)
  for (const bin of dense) {
    marks.push(bin)
    for (const [side, sign] of sides) drawBar(bars, bin, { ...watching, side, sign, y, height, most })
  }
  for (const part of parts.filter((each) => !isDense(each)))
    for (const touch of part.touches) {
      const showing = shownAs(touch, watching)
      if (showing === 'hidden') continue
      const x = axis.x(touch.at)
      marks.push({ x, at: touch.at, touches: [touch] })
      drawTick(paths, touch, showing, { x, y, height })
    }
  return { marks: marks.sort((a, b) => a.x - b.x), paths: paths.all, bars: bars.all }
}

interface Bar extends Watching {
  side: Side
  sign: number
  y: number
  height: number
  /** In a week: as high as the lane. */
  most: number
}

/** What was told stands at the lane, what was not known beyond it, what came later beyond that. */
function drawBar(bars: Paths, bin: Bin, { side, sign, y, height, most, ...watching }: Bar) {
  const shown = bin.touches.map((touch) => ({ touch, as: shownAs(touch, watching) }))
  let from = y
  for (const { by, share, isOf } of partsOfSide(side))
    for (const showing of showings) {
      const touches = shown.flatMap(({ touch, as }) => (as === showing && isOf(touch.by) ? [touch] : []))
      if (touches.length === 0) continue
      const long = sign * Math.max(1, (height * share * countOf(touches)) / bin.weeks / most)
      bars.add(by, showing, `M${px(bin.x)},${px(from)}h${px(bin.width)}v${px(long)}h${px(-bin.width)}z`)
      from += long
    }
}
