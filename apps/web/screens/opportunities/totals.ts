/** What the columns of a board come to altogether. */

export interface Totals {
  count: number
  groupMinor: number
  weightedMinor: number
  /** In the currencies in which they are stated, the one of most deals first. */
  stated: { currency: string; amountMinor: number; count: number }[]
  unvalued: { currency: string; count: number }[]
  withoutAmount: number
}

export interface TotalledColumn extends Omit<Totals, 'count' | 'unvalued' | 'stated'> {
  total: number
  stated: readonly Totals['stated'][number][]
  unvalued?: readonly Totals['unvalued'][number][]
}

export function totalsOf(columns: readonly TotalledColumn[]): Totals {
  const sum = (of: (column: TotalledColumn) => number) => columns.reduce((all, column) => all + of(column), 0)
  const stated = new Map<string, Totals['stated'][number]>()
  const unvalued = new Map<string, number>()
  for (const column of columns) {
    for (const { currency, amountMinor, count } of column.stated) {
      const before = stated.get(currency)
      const sums = { amountMinor: amountMinor + (before?.amountMinor ?? 0), count: count + (before?.count ?? 0) }
      stated.set(currency, { currency, ...sums })
    }
    for (const { currency, count } of column.unvalued ?? []) {
      unvalued.set(currency, count + (unvalued.get(currency) ?? 0))
    }
  }
  return {
    count: sum(({ total }) => total),
    groupMinor: sum(({ groupMinor }) => groupMinor),
    weightedMinor: sum(({ weightedMinor }) => weightedMinor),
    stated: [...stated.values()].sort((a, b) => b.count - a.count),
    unvalued: [...unvalued].map(([currency, count]) => ({ currency, count })),
    withoutAmount: sum(({ withoutAmount }) => withoutAmount),
  }
}
