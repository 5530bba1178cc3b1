/** Conditions and orders over documents in memory, meaning what they mean in the read store. */
import type { JsonObject } from '../../events/stored-event.js'
import type { ColumnType, Find, Scalar, Where } from '../../ports/read-models/read-store.js'
import { beginningWith, type KeyRange, sameText, sortKey } from '../../text/sort-key.js'
import { askedWords, saysWords } from '../../text/terms.js'

/** What columns hold, and by which alphabet (BCP 47) their texts compare. */
export interface Compared {
  columns: Readonly<Record<string, ColumnType>>
  locale: string
}

/** Whether a document fits a condition. */
export function matches(document: JsonObject, where: Where | undefined, of: Compared): boolean {
  if (where === undefined) return true
  if ('and' in where) return where.and.every((part) => matches(document, part, of))
  if ('or' in where) return where.or.some((part) => matches(document, part, of))
  if ('not' in where) return !matches(document, where.not, of)
  const value = document[where.column] ?? null
  if ('has' in where) return Array.isArray(value) && value.includes(where.has)
  if ('words' in where) return value !== null && saysWords(String(value), askedWords(where.words))
  const own = value as Scalar
  return of.columns[where.column] === 'text' ? textFits(own, where, of.locale) : fits(own, where)
}

type Comparison = Exclude<Extract<Where, { column: string }>, { has: string } | { words: string }>

function fits(own: Scalar, where: Comparison): boolean {
  if ('eq' in where) return own === where.eq
  if ('in' in where) return where.in.includes(own)
  if (own === null) return false
  if ('prefix' in where) return String(own).startsWith(where.prefix)
  const { from, below, to } = where
  if (from !== undefined && order(own, from) < 0) return false
  if (below !== undefined && order(own, below) >= 0) return false
  return to === undefined || order(own, to) <= 0
}

/** Without case and accents: a text that is stated stands for all that equal it. */
function textFits(own: Scalar, where: Comparison, locale: string): boolean {
  const key = own === null ? undefined : sortKey(String(own), locale)
  const isIn = ({ from, below }: Partial<KeyRange>): boolean =>
    key !== undefined && (from === undefined || key >= from) && (below === undefined || key < below)
  const equals = (stated: Scalar): boolean =>
    stated === null ? key === undefined : isIn(sameText(String(stated), locale))
  if ('eq' in where) return equals(where.eq)
  if ('in' in where) return where.in.some(equals)
  if ('prefix' in where) return isIn(beginningWith(where.prefix, locale))
  const range = (stated: Scalar | undefined): Partial<KeyRange> =>
    stated === undefined ? {} : sameText(String(stated), locale)
  const { from, below, to } = where
  return isIn({ from: range(from).from, below: range(below).from }) && isIn({ below: range(to).below })
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
  from: Compared,
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
