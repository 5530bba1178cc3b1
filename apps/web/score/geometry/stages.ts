/** The stages as a staircase: a step per stage, its edge to the one before, its label, and where it was passive. */
import { rankOf, stageOrder } from '../../look/stages.js'
import type { TimeAxis } from '../axis/axis.js'
import type { Fact } from '../facts/facts.js'
import type { Span } from '../facts/seen.js'
import type { Stretched } from './hatch.js'

export interface StairStep extends Stretched {
  fact: Fact
  /** 0 … 5; -1 where it has ended. */
  rank: number
  /** Of its upper edge. */
  y: number
  /** From the step before. */
  edge?: { from: number; falls: boolean }
  /** It still holds at the end of what is looked at. */
  isLast: boolean
  /** It still holds beyond what is shown. */
  goesOn: boolean
  /** Hatched: passive here. */
  passive: Stretched[]
}

export interface Stair {
  axis: TimeAxis
  /** y under the steps. */
  base: number
  /** px of the highest of all ranks. */
  height: number
}

const ranks = stageOrder.length

export const stairY = (rank: number, { base, height }: Pick<Stair, 'base' | 'height'>): number =>
  rank < 0 ? base - 3 : base - ((rank + 1) * height) / ranks

/** @param spans of the stage and the status of one unit, in the order in which they happened */
export function staircase(spans: readonly Span[], stair: Stair): StairStep[] {
  const { axis } = stair
  const passive = spans.filter(({ fact }) => fact.line === 'status').flatMap(passiveIn)
  const stages = spans.filter(({ fact }) => fact.line === 'stage')
  const last = stages.at(-1)
  return stages
    .filter(({ from, to }) => to > axis.from && from < axis.to)
    .map((span) => {
      const { fact, before, from, to } = span
      const rank = rankOf(fact.says.stage)
      const x = axis.x(from)
      const isSeen = before !== undefined && from > axis.from
      const former = rankOf(before?.says.stage)
      return {
        fact,
        rank,
        x,
        width: Math.max(0, axis.x(to) - x),
        y: stairY(rank, stair),
        // A relationship that begins again rises from its base.
        ...(isSeen && { edge: { from: former < 0 ? stair.base : stairY(former, stair), falls: rank < former } }),
        isLast: span === last,
        goesOn: to > axis.to,
        passive: rank < 0 ? [] : passive.flatMap((period) => within(period, { from, to }, axis)),
      }
    })
}

interface Times {
  from: number
  to: number
}

/** When it was passive or lost: from a day on by time alone, or because somebody said so. */
function passiveIn({ fact, from, to }: Span): Times[] {
  const { status, passiveFrom } = fact.says
  if (status === 'passive' || status === 'lost') return [{ from, to }]
  const begins = typeof passiveFrom === 'string' ? Date.parse(passiveFrom) : Number.POSITIVE_INFINITY
  return begins < to ? [{ from: Math.max(from, begins), to }] : []
}

function within(a: Times, b: Times, axis: TimeAxis): Stretched[] {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  const x = axis.x(from)
  const width = axis.x(to) - x
  return to > from && width > 0 ? [{ x, width }] : []
}

/** px of a text in the small type, roughly and rather too much. */
export const textWidth = (text: string): number => text.length * 6.3

export interface StepLabel {
  step: StairStep
  name: string
  /** Follows the name where there is room. */
  since?: string
  x: number
  y: number
  anchor: 'start' | 'end'
}

export interface StepWords {
  name(step: StairStep): string
  since(step: StairStep): string
}

const inset = 5

/** The names of steps, each where it touches no other; that of the last step whatever its width. */
export function stepLabels(steps: readonly StairStep[], words: StepWords, left: number): StepLabel[] {
  const labels: StepLabel[] = []
  for (const step of steps.toReversed()) {
    const name = words.name(step)
    const room = step.width - 2 * inset
    const nameWidth = textWidth(name)
    const base = { step, name, y: step.y - 5 }
    if (nameWidth <= room) {
      const since = words.since(step)
      const hasRoom = nameWidth + textWidth(since) + 8 <= room
      labels.push({ ...base, x: step.x + inset, anchor: 'start', ...(hasRoom && { since }) })
    } else if (step.isLast && step.x + step.width - nameWidth > left) {
      labels.push({ ...base, x: step.x + step.width - 2, anchor: 'end' })
    }
  }
  return withoutTouching(labels)
}

/** Since when it is lost as of a moment: because somebody said so, or from a day on by time alone. */
export function lostAt(spans: readonly Span[], asOf: number): { lostFrom?: number } {
  const span = spans.findLast(({ fact, to }) => fact.line === 'status' && to === asOf)
  if (!span) return {}
  const { status, lostFrom } = span.fact.says
  const begins = status === 'lost' ? span.from : typeof lostFrom === 'string' ? Date.parse(lostFrom) : Number.NaN
  return begins <= asOf ? { lostFrom: begins } : {}
}

/** Right above the end of the last step, where its name leaves room. */
export function lostPlace(
  steps: readonly StairStep[],
  lost: string,
  words: StepWords,
): { x: number; y: number } | undefined {
  const last = steps.findLast(({ isLast, rank }) => isLast && rank >= 0)
  // What is so later than anything shown is not said in the picture.
  if (!last || last.goesOn) return undefined
  const name = `${words.name(last)} ${words.since(last)}`
  const hasRoom = textWidth(name) + textWidth(lost) + 4 * inset <= last.width
  return hasRoom ? { x: last.x + last.width - inset, y: last.y - 5 } : undefined
}

const lineHeight = 15

/** Of two that touch, the later one stands. */
function withoutTouching(labels: readonly StepLabel[]): StepLabel[] {
  const placed: StepLabel[] = []
  const ends = ({ x, anchor, name }: StepLabel) =>
    anchor === 'end' ? [x - textWidth(name), x] : [x, x + textWidth(name)]
  for (const label of labels) {
    const [from = 0, to = 0] = ends(label)
    const touches = placed.some((other) => {
      const [otherFrom = 0, otherTo = 0] = ends(other)
      return from < otherTo && to > otherFrom && Math.abs(other.y - label.y) < lineHeight
    })
    if (!touches) placed.push(label)
  }
  return placed.map((label) => {
    const to = label.x + textWidth(label.name + (label.since ?? '')) + 8
    const meets = placed.some(
      (other) =>
        other !== label &&
        Math.abs(other.y - label.y) < lineHeight &&
        (ends(other)[0] ?? 0) < to &&
        (ends(other)[1] ?? 0) > label.x,
    )
    if (!meets) return label
    const { since: _, ...short } = label
    return short
  })
}
