/**
 * Where sums come from: cells where a cut holds what is asked, the figures themselves otherwise and
 * for what was known in the past. Both say the same; cells are quicker.
 */
import {
  type Aggregate,
  addDays,
  all,
  type Metric,
  type ReadStore,
  type Scalar,
  type StoredDimension,
  type Where,
} from '#kernel'
import { CELLS, cutsOf, FIGURES, GROUP_CUT, hasDays, presenceOf, UNIT_CUT } from '#read-models'
import type { StoredValues } from './question.js'
import { startsMonth, wholeMonthsOf } from './spans.js'
import type { Sum } from './sum.js'

export interface Wanted {
  metric: Metric
  /** Grouped by these and by time. */
  dims: readonly StoredDimension[]
  where: Readonly<StoredValues>
  /** Everything up to `to` when absent. */
  from?: string
  to: string
  /** Only what was known at the end of this day. */
  known?: string
  /** Whether days must be told apart; months otherwise. */
  byDay: boolean
}

const FIRST_DAY = '0000-01-01'
const valuesOf = ({ kind }: Metric): Aggregate['values'] =>
  kind === 'duration' || kind === 'distinct'
    ? { value: { sum: 'value' } }
    : { value: { sum: 'value' }, whole: { sum: 'whole' } }

export async function readSums(store: ReadStore, wanted: Wanted): Promise<Sum[]> {
  if (wanted.known === undefined) return presentSums(store, wanted)
  const direct = wanted.metric.kind === 'distinct' || (await isLongAgo(store, wanted.metric, wanted.known))
  if (direct) return figureSums(store, wanted, { column: 'known', to: wanted.known })
  const later = await sumsSince(store, wanted, addDays(wanted.known, 1))
  const present = await presentSums(store, wanted)
  return [...present, ...later.map((sum) => ({ ...sum, value: -sum.value, whole: -sum.whole }))]
}

/** What came to be known since. Days are told apart afterwards, so that the store looks by when it was known alone. */
async function sumsSince(store: ReadStore, wanted: Wanted, known: string): Promise<Sum[]> {
  const { from = FIRST_DAY, to } = wanted
  const sums = await sumsWhere(store, wanted, all(statedOf(wanted), { column: 'known', from: known }))
  return sums.filter(({ at }) => at >= from && at <= to)
}

/** Whether less was known by then than came to be known since, by time. */
async function isLongAgo(store: ReadStore, metric: Metric, known: string): Promise<boolean> {
  const edge = async (descending: boolean) => {
    const query = { where: { column: 'metric', eq: metric.name }, sort: [{ column: 'known', descending }], limit: 1 }
    const [row] = (await store.find(FIGURES, query)).rows
    return Date.parse((row?.columns.known as string | undefined) ?? known)
  }
  const [first, last] = [await edge(false), await edge(true)]
  return Date.parse(known) - first < last - Date.parse(known)
}

/** The one cut that holds every dimension asked for; undefined when none does. */
export function cutFor({ metric, dims, where }: Wanted): string | undefined {
  const named = new Set([...dims, ...(Object.keys(where) as StoredDimension[])])
  named.delete('unit')
  if (named.size > 1) return undefined
  const isGrouped = dims.includes('unit') || where.unit !== undefined
  const [other] = named
  if (other !== undefined) return cutsOf(metric).includes(other) ? other : undefined
  return metric.kind === 'distinct' && !isGrouped ? GROUP_CUT : UNIT_CUT
}

async function presentSums(store: ReadStore, wanted: Wanted): Promise<Sum[]> {
  const cut = cutFor(wanted)
  if (cut === undefined) return figureSums(store, wanted)
  const daysKept = cut === UNIT_CUT && hasDays(wanted.metric)
  const days = (from: string, to: string) =>
    daysKept ? cellSums(store, wanted, { cut, grain: 'd', from, to }) : figureSums(store, { ...wanted, from, to })
  const from = wanted.from ?? FIRST_DAY
  if (wanted.byDay) return days(from, wanted.to)
  const months = wholeMonthsOf(from, wanted.to)
  if (!months) return days(from, wanted.to)
  const sums = await cellSums(store, wanted, { cut, grain: 'm', ...months })
  if (!startsMonth(from)) sums.push(...(await days(from, addDays(months.from, -1))))
  if (months.to < wanted.to) sums.push(...(await days(addDays(months.to, 1), wanted.to)))
  return sums
}

interface Part {
  cut: string
  grain: 'd' | 'm'
  from: string
  to: string
}

async function cellSums(store: ReadStore, wanted: Wanted, part: Part): Promise<Sum[]> {
  const { metric, dims } = wanted
  const isDistinct = metric.kind === 'distinct'
  const columns = new Map(dims.map((dimension) => [dimension, dimension === 'unit' ? 'unit' : 'place']))
  const rows = await store.aggregate(CELLS, {
    where: all(
      cellsOf(wanted, { ...part, cut: isDistinct ? presenceOf(part.cut) : part.cut }),
      isDistinct ? present : undefined,
    ),
    // In the index's order, so that nothing has to be sorted for the groups.
    group:
      metric.kind === 'duration'
        ? ['period', 'unit', 'place', 'bucket']
        : ['period', ...new Set(columns.values()), ...(isDistinct ? ['who'] : [])],
    values: valuesOf(metric),
  })
  const read = [...columns]
  return rows.map((row) => sumOf(row, 'period', read))
}

/** Nobody is present by contributions that were taken back. */
const present: Where = { column: 'value', from: 1 }

/** The cells of a part that fit what is wanted. */
export function cellsOf({ metric, where }: Wanted, { cut, grain, from, to }: Part): Where {
  return all(
    { column: 'metric', eq: metric.name },
    { column: 'cut', eq: cut },
    { column: 'grain', eq: grain },
    { column: 'period', from, to },
    ...(Object.entries(where) as [StoredDimension, readonly (string | null)[]][]).map(
      ([dimension, wanted]): Where => ({ column: dimension === 'unit' ? 'unit' : 'place', in: [...wanted] }),
    ),
  )
}

/** Sums of the figures themselves, day by day. */
export const figureSums = (store: ReadStore, wanted: Wanted, known?: Where): Promise<Sum[]> =>
  sumsWhere(store, wanted, all(figuresOf(wanted), known))

async function sumsWhere(store: ReadStore, { metric, dims }: Wanted, where: Where): Promise<Sum[]> {
  const rows = await store.aggregate(FIGURES, {
    where,
    group: [
      'day',
      ...dims,
      ...(metric.kind === 'duration' ? ['bucket'] : []),
      ...(metric.kind === 'distinct' ? ['who'] : []),
    ],
    values: valuesOf(metric),
  })
  const read = dims.map((dimension) => [dimension, dimension] as const)
  return rows.map((row) => sumOf(row, 'day', read))
}

/** The figures that fit what is wanted, whenever known. */
export function figuresOf(wanted: Pick<Wanted, 'metric' | 'where' | 'from' | 'to'>): Where {
  return all(statedOf(wanted), { column: 'day', from: wanted.from ?? FIRST_DAY, to: wanted.to })
}

/** The figures that fit, of any day. */
function statedOf({ metric, where }: Pick<Wanted, 'metric' | 'where'>): Where {
  const stated = Object.entries(where) as [StoredDimension, readonly (string | null)[]][]
  return all(
    { column: 'metric', eq: metric.name },
    ...stated.map(([column, values]): Where => ({ column, in: [...values] })),
  )
}

function sumOf(row: Record<string, Scalar>, at: string, columns: readonly (readonly [StoredDimension, string])[]): Sum {
  const sum: Sum = {
    at: row[at] as string,
    bucket: (row.bucket ?? null) as number | null,
    who: (row.who ?? null) as string | null,
    value: row.value as number,
    whole: (row.whole ?? 0) as number,
  }
  for (const [dimension, column] of columns) sum[dimension] = (row[column] ?? null) as string | null
  return sum
}
