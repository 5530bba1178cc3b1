/**
 * A metric answers one question with a number that means the same in every country. It says what
 * each change of a document contributes; summing, comparing and drilling down are the engine's.
 */
import type { Fact } from '../history/fact.js'
import type { View } from '../views/view.js'
import { belongingOf, type Dimension } from './dimension.js'

/**
 * flow: a sum over a period · stock: a state at a date · ratio: part over whole · duration: how long,
 * by percentiles · distinct: how many different.
 */
export const metricKinds = ['flow', 'stock', 'ratio', 'duration', 'distinct'] as const
export type MetricKind = (typeof metricKinds)[number]

/** @typeParam S names of the dimensions that it may state; what those belong to is looked up when asked */
export type Contribution<S extends string = never> = Counting & { readonly [stated in S]?: string }

export interface Counting {
  /** The instant or day it counts on; may lie ahead. */
  on: string
  /** The selling unit in whose zone an instant has its day. */
  unit?: string
  /** A whole number: what is summed (flow, stock); the part of a ratio; ±1 otherwise. 1 unless told. */
  value?: number
  /** The whole of a ratio, or of a stock that is a share; of money how many amounts it is; a whole number. */
  whole?: number
  /** A duration in the metric's unit. */
  length?: number
  /** Whose presence is counted (distinct): an id. */
  who?: string
  /**
   * Of money that no fact values in group currency (see `amountCounted`): minor units of `currency`, worth what the rate
   * of `rateDay` says when asked, or a share of that. `value` and `whole` are how many of them.
   */
  amount?: number
  currency?: string
  rateDay?: string
  share?: string
}

/** Money is in minor units of group currency; only what is summed, flows and stocks, may be money. */
export const metricUnits = ['count', 'percent', 'money', 'days', 'hours'] as const
export type MetricUnit = (typeof metricUnits)[number]

export interface Metric<D extends object = object, S extends string = never> {
  /** Kebab-case. */
  name: string
  /** Raised when it counts otherwise, so that figures are derived anew. */
  version: number
  kind: MetricKind
  /** What it is called in a few words, by language. */
  label?: Readonly<Record<string, string>>
  /** The question it answers. */
  question: string
  /** In words. */
  formula: string
  unit: MetricUnit
  better: 'higher' | 'lower' | 'neither'
  /** Function that answers for its definition. */
  owner: string
  of: View<D>
  dimensions: readonly Dimension[]
  /** Columns in which dimensions are stored: those that contributions state, and those by which the partition is tagged. */
  stored: { stated: readonly string[]; tags: readonly string[] }
  /** A day counts whenever it is asked for, unless it counts once it is over: what is dated ahead may turn out otherwise. */
  counts?: 'once-over'
  /**
   * Of documents that several units share: contributions without a unit are the group's and count where
   * nobody asks by unit, those with one where somebody does. So a document counts once in a total.
   */
  apart?: boolean
  /**
   * What one change of a document contributes. Summed over a document's history it must depend on
   * that history alone, so that a late fact replaces what was counted before.
   */
  measure(before: D | undefined, after: D | undefined, fact: Fact): Contribution<S>[]
}

/** What contributions of these dimensions may state. */
type StatedOf<T extends readonly Dimension[]> = NonNullable<T[number]['states']>

type MetricOptions<D extends object, T extends readonly Dimension[]> = Omit<
  Metric<D, StatedOf<T>>,
  'version' | 'stored' | 'dimensions'
> & { version?: number; dimensions: T }

/**
 * Defines a metric over the documents of a view; of version 1 unless told.
 * @throws Error for money that is not summed: nothing could be said of amounts that cannot be valued
 */
export function defineMetric<D extends object, const T extends readonly Dimension[]>(
  metric: MetricOptions<D, T>,
): Metric<D> {
  const { name, unit, kind } = metric
  if (unit === 'money' && kind !== 'flow' && kind !== 'stock')
    throw new Error(`the metric ${name} is money and no sum: only a flow or a stock may be`)
  return { version: 1, ...metric, stored: storedOf(metric.dimensions) }
}

function storedOf(dimensions: readonly Dimension[]): Metric['stored'] {
  const stored = dimensions.map((dimension) => belongingOf(dimension)?.dimension ?? dimension)
  const columns = (from: Dimension['from']) => [
    ...new Set(stored.filter((one) => one.from === from).map(({ column }) => column)),
  ]
  return { stated: columns('contribution'), tags: columns('partition') }
}
