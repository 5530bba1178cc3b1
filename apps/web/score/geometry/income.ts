/** Income as bars: as high as its root, so that a small order is seen beside a large one; amounts where there is room. */
import type { TimeAxis } from '../axis/axis.js'
import type { Fact } from '../facts/facts.js'
import type { Span } from '../facts/seen.js'
import { textWidth } from './stages.js'

export interface IncomeBar {
  fact: Fact
  x: number
  height: number
  /** Minor units of group currency; none where no rate is known. */
  minor?: number
  /** Beside the bar. */
  label?: string
}

export interface IncomeLane {
  axis: TimeAxis
  /** px of the highest. */
  height: number
  /** Of all units, in minor units: as high as that. */
  most: number
  word(minor: number): string
}

const leastHeight = 2.5
const beside = 5

/** @param spans of the income of one unit, in the order in which it happened */
export function incomeBars(spans: readonly Span[], { axis, height, most, word }: IncomeLane): IncomeBar[] {
  const seen = spans.filter(({ from }) => from >= axis.from && from <= axis.to)
  return seen.map(({ fact }, n) => {
    const x = axis.x(fact.at)
    const next = seen[n + 1]
    const label = fact.minor === undefined ? fact.unvalued : word(fact.minor)
    const room = (next ? axis.x(next.fact.at) : axis.right) - x - beside - 3
    return {
      fact,
      x,
      height: Math.max(leastHeight, height * Math.sqrt(Math.max(0, fact.minor ?? 0) / Math.max(1, most))),
      ...(fact.minor !== undefined && { minor: fact.minor }),
      ...(label !== undefined && textWidth(label) <= room && { label }),
    }
  })
}
