/** What a figure of the bench is: something measured on a data set, beside its baseline from the same run. */
import type { DataSet } from './data-set/data-set.js'

/** One line of the table. */
export interface Measured {
  what: string
  /** As people read it, with its unit. */
  measured: string
  /** What it is held against; absent where the target is absolute. */
  baseline?: string
  /** Measured against baseline; absent where the target is absolute. */
  ratio?: number
  target: string
  /** Absent where there is nothing to measure; what was measured says why. */
  met?: boolean
}

export interface Context {
  data: DataSet
  /** A folder of its own for whatever a figure writes; removed after the run. */
  scratch: string
}

export interface Figure {
  /** For `--only`. */
  name: string
  measure(context: Context): Promise<Measured[]>
}

/** A target of the kind "at least so much of the baseline", both in things per second. */
export function atLeast(
  what: string,
  from: { unit: string; perSecond: number; baselinePerSecond: number; target: number },
): Measured {
  const ratio = from.perSecond / from.baselinePerSecond
  return {
    what,
    measured: `${rounded(from.perSecond)} ${from.unit}/s`,
    baseline: `${rounded(from.baselinePerSecond)} ${from.unit}/s`,
    ratio,
    target: `≥ ${from.target} ×`,
    met: ratio >= from.target,
  }
}

/** A target of the kind "below so much". */
export function below(what: string, from: { unit: string; value: number; target: number; label?: string }): Measured {
  const label = from.label === undefined ? '' : `${from.label} `
  return {
    what,
    measured: `${label}${from.value.toFixed(from.value < 10 ? 1 : 0)} ${from.unit}`,
    target: `${label}< ${from.target} ${from.unit}`,
    met: from.value < from.target,
  }
}

const rounded = (value: number): string => Math.round(value).toLocaleString('en-US')

/** Seconds that something took. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}
