/** Where the marks of a chart stand: one measure of values for all of them, so that they compare. */
import { scaleLinear } from 'd3-scale'
import type { Cell, Group } from './groups.js'

export interface Measure {
  /** px of a value. */
  at(value: number): number
  ticks: number[]
}

/** The measure ends at a round number, of so many up to there, though fewer may be named. */
const endsAt = 6

const valuesOf = (groups: readonly Group[]): number[] =>
  groups.flatMap(({ cells }) =>
    cells.flatMap(({ value, compared, told }) => [value, compared, told].filter((each) => each !== undefined)),
  )

/**
 * From nothing to the greatest, and below nothing where something is less than that.
 * @param range px of the least and of the greatest value
 * @param isShare percent, which end at 100
 */
export function measureOf(groups: readonly Group[], range: [number, number], isShare: boolean): Measure {
  const values = valuesOf(groups)
  const least = Math.min(0, ...values)
  const greatest = isShare ? 100 : Math.max(0, ...values)
  const tickPx = Math.abs(range[1] - range[0]) > 400 ? 110 : 48
  const count = Math.max(3, Math.floor(Math.abs(range[1] - range[0]) / tickPx))
  const scale = scaleLinear([least, greatest === least ? least + 1 : greatest], range).nice(Math.max(count, endsAt))
  return { at: (value) => scale(value), ticks: scale.ticks(count) }
}

export interface Bar {
  /** px from the start of the measure. */
  x: number
  width: number
  /** px of the year before, and of what was told first. */
  compared?: number
  told?: number
}

/** The bar of a cell, along a measure from left to right. */
export function barOf({ value, compared, told }: Cell, { at }: Measure): Bar {
  const from = at(Math.min(0, value ?? 0))
  const to = at(Math.max(0, value ?? 0))
  return {
    x: from,
    width: to - from,
    ...(compared !== undefined && { compared: at(compared) }),
    ...(told !== undefined && { told: at(told) }),
  }
}

export interface ColumnPlace {
  cell: Cell
  x: number
  width: number
  y: number
  height: number
  compared?: number
  told?: number
  /** Whether there is room for the name of its period. */
  isLabelled: boolean
}

const gapShare = 0.28
/** px of a character of a name, and between names. */
const characterPx = 6.6
const betweenPx = 12

/**
 * Columns beside each other, in the order of their periods.
 * @param left px at which they begin
 * @param named characters of the longest name of a period
 * @param measure of values, whose px fall from the top
 */
export function columnsOf(
  cells: readonly Cell[],
  { left, width, named }: { left: number; width: number; named: number },
  { at }: Measure,
): ColumnPlace[] {
  const step = (width - left) / Math.max(1, cells.length)
  const every = Math.max(1, Math.ceil((named * characterPx + betweenPx) / step))
  return cells.map((cell, n) => {
    const { value = 0, compared, told } = cell
    const top = at(Math.max(0, value))
    return {
      cell,
      x: left + n * step + (step * gapShare) / 2,
      width: step * (1 - gapShare),
      y: top,
      height: at(Math.min(0, value)) - top,
      ...(compared !== undefined && { compared: at(compared) }),
      ...(told !== undefined && { told: at(told) }),
      isLabelled: n % every === 0,
    }
  })
}
