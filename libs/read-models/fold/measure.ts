/**
 * From changes of documents to contributions. They are netted per day and dimensions, so that a document
 * folded over its facts once more leaves exactly the difference between what counted before and what counts then.
 */
import { BEFORE_ALL, type Contribution, dayIn, type Fact, type Metric } from '#kernel'

/** What a partition adds to everything measured in it. */
export type Tags = Readonly<Record<string, string>>

/** One netted contribution: what is stored of it besides its cause and partition. */
export interface Measured {
  metric: string
  /** Values of stored dimensions, by their columns. */
  of: Readonly<Record<string, string>>
  /** Key of the document measured. */
  entity: string
  /** Local day in the unit's time zone. */
  day: string
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
    of: dimensionsOf(metric, c, from.tags),
    entity: from.entity,
    day: dayOf(c, from.zoneOf),
    value: c.value ?? 1,
    whole: c.whole ?? 0,
  }
  if (c.who !== undefined) row.who = c.who
  if (c.length !== undefined) row.length = c.length
  if (c.amount !== undefined) Object.assign(row, amountIn(c))
  return row
}

function dimensionsOf({ stored }: Metric, contribution: Contribution, tags: Tags): Measured['of'] {
  const of: Record<string, string> = {}
  const stated = contribution as unknown as Readonly<Record<string, string | undefined>>
  for (const name of stored.stated) if (stated[name] !== undefined) of[name] = stated[name]
  for (const name of stored.tags) if (tags[name] !== undefined) of[name] = tags[name]
  return of
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
  a.who === b.who &&
  a.length === b.length &&
  a.amount === b.amount &&
  a.currency === b.currency &&
  a.rateDay === b.rateDay &&
  a.share === b.share &&
  areAlike(a.of, b.of)

/** Of one metric the columns are written down in one order. */
function areAlike(a: Measured['of'], b: Measured['of']): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

/** Everything but the numbers: rows alike in this are one. */
function identityOf(row: Measured): string {
  const { metric, entity, day, of, who = '', length = '' } = row
  const { amount = '', currency = '', rateDay = '', share = '' } = row
  const dimensions = Object.entries(of).flat()
  return [metric, entity, day, who, length, amount, currency, rateDay, share, ...dimensions].join('\u001f')
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
