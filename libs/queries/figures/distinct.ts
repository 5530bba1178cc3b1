/**
 * How many different, counted by the store: per month from the counts kept beside who is present,
 * over longer periods by counting who is present. Never by adding counts up.
 */
import { all, type ReadStore, type Scalar, type Span, type StoredDimension } from '#kernel'
import { CELLS, GROUP_CUT, presenceOf } from '#read-models'
import type { Asked } from './question.js'
import { wholeMonthsOf } from './spans.js'
import type { Sum } from './sum.js'
import { cellsOf, cutFor, type Wanted } from './sums.js'

interface Counted {
  name: string
  sum: Sum
}

/** The counts of those spans that cells can answer, and the spans that are left. */
export async function countDistinct(
  store: ReadStore,
  wanted: Wanted,
  { asked, spans }: { asked: Asked; spans: readonly Span[] },
): Promise<{ counts: Counted[]; left: readonly Span[] }> {
  const cut = cutFor(wanted)
  const isDerived = asked.dims.some((dimension) => !wanted.dims.includes(dimension as StoredDimension))
  const isOther = isDerived || Object.keys(asked.derived).length > 0 || asked.period?.startsWith('fiscal')
  if (cut === undefined || isOther || wanted.known !== undefined || wanted.byDay) return { counts: [], left: spans }
  const ofMonths = spans.filter((span) => isWholeMonths(span))
  const left = spans.filter((span) => !isWholeMonths(span))
  const count = ofMonths.every((span) => span.from.slice(0, 7) === span.to.slice(0, 7)) && isPinned(wanted, cut)
  return {
    counts: count
      ? await keptCounts(store, wanted, { cut, spans: ofMonths })
      : await counted(store, wanted, { cut, spans: ofMonths }),
    left,
  }
}

function isWholeMonths(span: Span): boolean {
  const months = wholeMonthsOf(span.from, span.to)
  return months?.from === span.from && months.to === span.to
}

/** Whether each group is one cell: all its dimensions are grouped by, or have one value. */
function isPinned({ dims, where }: Wanted, cut: string): boolean {
  const isOne = (dimension: StoredDimension) => dims.includes(dimension) || where[dimension]?.length === 1
  if (cut === GROUP_CUT) return true
  return isOne('unit') && (cut === 'unit' || isOne(cut as StoredDimension))
}

interface Part {
  cut: string
  spans: readonly Span[]
}

async function keptCounts(store: ReadStore, wanted: Wanted, { cut, spans }: Part): Promise<Counted[]> {
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return []
  const rows = await store.aggregate(CELLS, {
    where: cellsOf(wanted, { cut, grain: 'm', from: first.from, to: last.to }),
    group: ['period', ...columnsOf(wanted)],
    values: { value: { sum: 'value' } },
  })
  const names = new Map(spans.map((span) => [span.from, span.name]))
  return rows.map((row) =>
    countedOf(wanted, row, { name: names.get(row.period as string) ?? '', from: row.period as string }),
  )
}

async function counted(store: ReadStore, wanted: Wanted, { cut, spans }: Part): Promise<Counted[]> {
  const counts: Counted[] = []
  for (const span of spans) {
    const cells = cellsOf(wanted, { cut: presenceOf(cut), grain: 'm', from: span.from, to: span.to })
    const rows = await store.aggregate(CELLS, {
      where: all(cells, { column: 'value', from: 1 }),
      group: columnsOf(wanted),
      values: { value: { distinct: 'who' } },
    })
    counts.push(...rows.map((row) => countedOf(wanted, row, span)))
  }
  return counts
}

const columnsOf = ({ dims }: Wanted): string[] => dims.map((dimension) => (dimension === 'unit' ? 'unit' : 'place'))

function countedOf({ dims }: Wanted, row: Record<string, Scalar>, span: Pick<Span, 'name' | 'from'>): Counted {
  const sum: Sum = { at: span.from, bucket: null, who: null, value: row.value as number, whole: 0 }
  for (const dimension of dims) sum[dimension] = (row[dimension === 'unit' ? 'unit' : 'place'] ?? null) as string | null
  return { name: span.name, sum }
}
