/**
 * From changes of documents to contributions. They are netted per day and dimensions, so that a document
 * folded over its facts once more leaves exactly the difference between what counted before and what counts then.
 */
import {
  BEFORE_ALL,
  type Contribution,
  dayIn,
  type Fact,
  type Metric,
  type StatedDimension,
  statedDimensions,
} from '#kernel'

/** What a partition adds to everything measured in it. */
export type Tags = Readonly<Record<string, string>>

/** One netted contribution: what is stored of it besides its cause and partition. */
export interface Measured extends Partial<Record<StatedDimension, string>> {
  metric: string
  /** Key of the document measured. */
  entity: string
  /** Local day in the unit's time zone. */
  day: string
  sector?: string
  who?: string
  /** Of a duration, in the metric's unit; undefined otherwise. */
  length?: number
  /** Of money without a group amount, see `Contribution`. */
  amount?: number
  currency?: string
  rateDay?: string
  share?: string
  value: number
  whole: number
}

export const sameTags = (a: Tags, b: Tags): boolean => Object.keys({ ...a, ...b }).every((tag) => a[tag] === b[tag])

export type ZoneOf = (unit: string | undefined) => string

/** What one change of one document contributes. */
export function measure(
  metrics: readonly Metric[],
  change: { entity: string; before?: object; after?: object; fact: Fact; tags: Tags },
  zoneOf: ZoneOf,
): Measured[] {
  const measured: Measured[] = []
  for (const metric of metrics) {
    for (const contribution of metric.measure(change.before, change.after, change.fact)) {
      measured.push(measuredOf(metric, contribution, { ...change, zoneOf }))
    }
  }
  return measured
}

/** Before all days there is no zone to tell them by. */
function dayOf({ on, unit }: Contribution, zoneOf: ZoneOf): string {
  if (on.length === 10) return on
  return on === BEFORE_ALL ? on.slice(0, 10) : dayIn(on, zoneOf(unit))
}

function measuredOf(metric: Metric, c: Contribution, from: { entity: string; tags: Tags; zoneOf: ZoneOf }): Measured {
  const row: Measured = {
    metric: metric.name,
    entity: from.entity,
    day: dayOf(c, from.zoneOf),
    value: c.value ?? 1,
    whole: c.whole ?? 0,
  }
  for (const dimension of statedDimensions) if (c[dimension] !== undefined) row[dimension] = c[dimension]
  if (c.who !== undefined) row.who = c.who
  if (c.length !== undefined) row.length = c.length
  if (c.amount !== undefined) Object.assign(row, amountIn(c))
  if (from.tags.sector !== undefined) row.sector = from.tags.sector
  return row
}

function amountIn({ amount, currency, rateDay, share }: Contribution): Partial<Measured> {
  return share === undefined ? { amount, currency, rateDay } : { amount, currency, rateDay, share }
}

/** So many rows are held against each other faster than what tells them apart is written as a text. */
const mostCompared = 8

const areApart = (rows: readonly Measured[]): boolean =>
  rows.every((row, at) => !rows.some((other, place) => place > at && isOfSameIdentity(row, other)))

const isOfSameIdentity = (a: Measured, b: Measured): boolean =>
  a.metric === b.metric &&
  a.entity === b.entity &&
  a.day === b.day &&
  a.sector === b.sector &&
  a.who === b.who &&
  a.length === b.length &&
  a.amount === b.amount &&
  a.currency === b.currency &&
  a.rateDay === b.rateDay &&
  a.share === b.share &&
  statedDimensions.every((name) => a[name] === b[name])

/** Everything but the numbers: rows alike in this are one. */
function identityOf(row: Measured): string {
  const dimensions = statedDimensions.map((name) => row[name] ?? '').join('\u001f')
  const { metric, entity, day, sector = '', who = '', length = '' } = row
  const { amount = '', currency = '', rateDay = '', share = '' } = row
  return [metric, entity, day, sector, who, length, amount, currency, rateDay, share, dimensions].join('\u001f')
}

/** What `after` has more than `before`, in one order however they were found; rows that cancel out are left out. */
export function difference(before: readonly Measured[], after: readonly Measured[]): Measured[] {
  if (before.length === 0 && after.length <= mostCompared && areApart(after)) return after.filter(counts)
  const net = new Map<string, Measured>()
  const add = (rows: readonly Measured[], sign: 1 | -1) => {
    for (const row of rows) {
      const key = identityOf(row)
      const known = net.get(key)
      if (known) {
        known.value += sign * row.value
        known.whole += sign * row.whole
      } else net.set(key, { ...row, value: sign * row.value, whole: sign * row.whole })
    }
  }
  add(before, -1)
  add(after, 1)
  return [...net]
    .filter(([, row]) => counts(row))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row)
}

const counts = ({ value, whole }: Measured): boolean => value !== 0 || whole !== 0
