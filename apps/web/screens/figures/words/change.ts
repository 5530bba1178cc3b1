/** How a figure changed: by how much, and whether that is for the better. */
import type { Metric } from '../address.js'

export interface Change {
  /** Of percent: points; of all else: a share of what it was, 0.1 for a tenth more. */
  by: number
  isPoints: boolean
  verdict: 'better' | 'worse' | 'neither'
}

/**
 * @param value as the metric counts, percent as 0 … 100
 * @param before the same, of the year before
 * @returns nothing where there is nothing to compare with
 */
export function changeOf(
  value: number | undefined,
  before: number | undefined,
  { unit, better }: Pick<Metric, 'unit' | 'better'>,
): Change | undefined {
  if (value === undefined || before === undefined) return undefined
  const isPoints = unit === 'percent'
  if (!isPoints && before === 0) return undefined
  const by = isPoints ? value - before : (value - before) / Math.abs(before)
  if (better === 'neither' || shownOf({ by, isPoints }).size === 0) return { by, isPoints, verdict: 'neither' }
  return { by, isPoints, verdict: value > before === (better === 'higher') ? 'better' : 'worse' }
}

/** A change as it is written, to a tenth of a point or of a percent: one that rounds to nothing is neither more nor less. */
export function shownOf({ by, isPoints }: Pick<Change, 'by' | 'isPoints'>): { sign: '+' | '−' | '±'; size: number } {
  const parts = isPoints ? 10 : 1000
  const size = Math.round(Math.abs(by) * parts) / parts
  return { sign: size === 0 ? '±' : by > 0 ? '+' : '−', size }
}

const few = 5

/** Whether a share or a median is of so few that one more would move it much. */
export const isOfFew = (
  { kind }: Pick<Metric, 'kind'>,
  { whole = few, count = few }: { whole?: number; count?: number },
): boolean => (kind === 'ratio' && whole < few) || (kind === 'duration' && count < few)
