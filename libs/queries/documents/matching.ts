/** Conditions and orders over documents in memory, meaning what they mean in the read store. */
import {
  type ColumnType,
  type Find,
  type JsonObject,
  plainLetters,
  type Scalar,
  sortKey,
  type Where,
  wordsOf,
} from '#kernel'

export type Columns = Readonly<Record<string, ColumnType>>

/** Whether a document fits a condition. */
export function matches(document: JsonObject, where: Where | undefined, columns: Columns): boolean {
  if (where === undefined) return true
  if ('and' in where) return where.and.every((part) => matches(document, part, columns))
  if ('or' in where) return where.or.some((part) => matches(document, part, columns))
  if ('not' in where) return !matches(document, where.not, columns)
  const value = document[where.column] ?? null
  if ('has' in where) return Array.isArray(value) && value.includes(where.has)
  const own = comparable(value as Scalar, columns[where.column])
  const other = (stated: Scalar) => comparable(stated, columns[where.column])
  if ('eq' in where) return own === other(where.eq)
  if ('in' in where) return where.in.some((stated) => own === other(stated))
  if (own === null) return false
  if ('words' in where) return haveWords(String(value), where.words)
  if ('prefix' in where) return String(own).startsWith(String(other(where.prefix)))
  return inRange(own, where, other)
}

function haveWords(text: string, asked: string): boolean {
  const [known, beginnings] = [wordsOf(text), wordsOf(asked)]
  return beginnings.length > 0 && beginnings.every((each) => known.some((word) => word.startsWith(each)))
}

function inRange(
  own: Scalar,
  where: { from?: Scalar; below?: Scalar; to?: Scalar },
  other: (stated: Scalar) => Scalar,
): boolean {
  const compare = (stated: Scalar) => order(own, other(stated))
  if (where.from !== undefined && compare(where.from) < 0) return false
  if (where.below !== undefined && compare(where.below) >= 0) return false
  return where.to === undefined || compare(where.to) <= 0
}

/** Text compares without case and accents. */
function comparable(value: Scalar, type: ColumnType | undefined): Scalar {
  return type === 'text' && typeof value === 'string' ? plainLetters(value) : value
}

function order(a: Scalar, b: Scalar): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

/** Sorted as the read store sorts: absent values last in either direction, the key last. */
export function sorted<T extends { key: string; document: JsonObject }>(
  rows: T[],
  sort: Find['sort'],
  from: { columns: Columns; locale: string },
): T[] {
  const keyOf = (row: T, column: string): Scalar => {
    const value = (row.document[column] ?? null) as Scalar
    return from.columns[column] === 'text' && typeof value === 'string' ? sortKey(value, from.locale) : value
  }
  return rows.sort((a, b) => {
    for (const { column, descending } of sort ?? []) {
      const [one, other] = [keyOf(a, column), keyOf(b, column)]
      const difference = order(one, other)
      const isOfAbsence = one === null || other === null
      if (difference !== 0) return descending && !isOfAbsence ? -difference : difference
    }
    const last = order(a.key, b.key)
    return sort?.at(-1)?.descending ? -last : last
  })
}
