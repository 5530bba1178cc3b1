/** Which rows fit a condition, and in which order they come: over rows in memory. */
import {
  askedWords,
  beginningWith,
  type Find,
  otherAlphabet,
  type Row,
  type Scalar,
  sameText,
  saysWords,
  sortKey,
  type TableShape,
  type Where,
} from '#kernel'

type Fits = (row: Row) => boolean
export interface Told {
  shape: TableShape
  locale: string
  /** By whose alphabet rows are sorted, where that is told. */
  reader?: string
}

const inColumn = ({ columns }: Row, name: string): Scalar => columns[name] as Scalar

/** @param where that fits the table */
export function fitting(where: Where | undefined, of: Told): Fits {
  if (!where) return () => true
  if ('and' in where) return every(where.and.map((part) => fitting(part, of)))
  if ('or' in where) return some(where.or.map((part) => fitting(part, of)))
  if ('not' in where) return negated(fitting(where.not, of))
  if ('has' in where) return ({ columns }) => (columns[where.column] as string[]).includes(where.has)
  if ('words' in where) return worded(where)
  const isText = of.shape.column(where.column).type === 'text'
  const compared = isText ? textFits(where, of.locale) : plainFits(where)
  return (row) => compared(inColumn(row, where.column))
}

const every =
  (parts: readonly Fits[]): Fits =>
  (row) =>
    parts.every((fits) => fits(row))
const some =
  (parts: readonly Fits[]): Fits =>
  (row) =>
    parts.some((fits) => fits(row))
const negated =
  (fits: Fits): Fits =>
  (row) =>
    !fits(row)

function worded({ column, words }: { column: string; words: string }): Fits {
  const asked = askedWords(words)
  return (row) => saysWords(String(inColumn(row, column) ?? ''), asked)
}

type Comparison = Extract<Where, { eq: unknown } | { in: unknown } | { prefix: unknown } | { below?: unknown }>
type FitsValue = (value: Scalar) => boolean

function plainFits(where: Comparison): FitsValue {
  if ('eq' in where) return (value) => value === where.eq
  if ('in' in where) return (value) => where.in.includes(value)
  if ('prefix' in where) return (value) => typeof value === 'string' && value.startsWith(where.prefix)
  const { from, below, to } = where
  return (value) =>
    value !== null &&
    (from === undefined || compareValues(value, from) >= 0) &&
    (below === undefined || compareValues(value, below) < 0) &&
    (to === undefined || compareValues(value, to) <= 0)
}

/** Texts compare by their first level: a bound stands for all that equal it but for case and accents. */
function textFits(where: Comparison, locale: string): FitsValue {
  const within = (range: { from?: string; below?: string }): FitsValue => {
    return (value) => {
      if (value === null) return false
      const key = sortKey(String(value), locale)
      const isFrom = range.from === undefined || compareTexts(key, range.from) >= 0
      return isFrom && (range.below === undefined || compareTexts(key, range.below) < 0)
    }
  }
  const equal = (asked: Scalar): FitsValue =>
    asked === null ? (value) => value === null : within(sameText(String(asked), locale))
  if ('eq' in where) return equal(where.eq)
  if ('in' in where) {
    const each = where.in.map(equal)
    return (value) => each.some((fits) => fits(value))
  }
  if ('prefix' in where) return within(beginningWith(where.prefix, locale))
  const bound = (asked: Scalar | undefined) => (asked === undefined ? undefined : sameText(String(asked), locale))
  const [below, to] = [within({ below: bound(where.below)?.from }), within({ below: bound(where.to)?.below })]
  const from = within({ from: bound(where.from)?.from })
  return (value) => from(value) && below(value) && to(value)
}

/** As UTF-8: where letters lie beyond the first plane, units of JavaScript order otherwise. */
function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  if (/[\ud800-\udfff]/.test(one + other)) return Buffer.compare(Buffer.from(one), Buffer.from(other))
  return one < other ? -1 : 1
}

export function compareValues(one: Scalar, other: Scalar): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other)
  return Number(one) - Number(other)
}

type Sort = NonNullable<Find['sort']>

/** Where a row stands in an order: what a cursor says of it. */
export const sortPlaceOf = (row: Row, sort: Sort, { shape, locale, reader }: Told): Scalar[] => [
  ...sort.map(({ column }) => {
    const value = inColumn(row, column)
    const isIndexed = shape.spec.indexes.some((names) => names.includes(column))
    const by = (isIndexed && otherAlphabet(reader, locale)) || locale
    return shape.column(column).type === 'text' && value !== null ? sortKey(String(value), by) : value
  }),
  row.key,
]

/** Absent values last, whatever the direction; then by key, in the direction of the last. */
export function comparePlaces(one: readonly Scalar[], other: readonly Scalar[], sort: Sort): number {
  for (const [at, { descending = false }] of [...sort, sort.at(-1) ?? { descending: false }].entries()) {
    const [a = null, b = null] = [one[at], other[at]]
    const order = compareValues(a, b)
    if (order !== 0) return descending && a !== null && b !== null ? -order : order
  }
  return 0
}
