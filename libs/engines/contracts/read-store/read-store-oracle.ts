/**
 * What `find` has to answer, said as plainly as possible: filter and sort an array. Text is compared
 * by Intl.Collator, so nothing is shared with the stores under test.
 */
import type { Find, Row, Scalar, TableSpec, Where } from '#kernel'

const alike = new Intl.Collator('fi', { sensitivity: 'base' }).compare
const inOrder = new Intl.Collator('fi', { caseFirst: 'lower' }).compare

export function findNaively(rows: readonly Row[], spec: TableSpec, { where, sort = [] }: Find): string[] {
  const found = rows.filter((row) => !where || matches(row, spec, where))
  const direction = sort.at(-1)?.descending ? -1 : 1
  found.sort((one, other) => {
    for (const { column, descending } of sort) {
      const compare = spec.columns[column] === 'text' ? inOrder : undefined
      const [left, right] = [inColumn(one, column), inColumn(other, column)]
      const order = compareScalars(left, right, compare)
      if (order !== 0) return descending && left !== null && right !== null ? -order : order
    }
    return direction * compareScalars(one.key, other.key)
  })
  return found.map((row) => row.key)
}

function matches(row: Row, spec: TableSpec, where: Where): boolean {
  if ('and' in where) return where.and.every((part) => matches(row, spec, part))
  if ('or' in where) return where.or.some((part) => matches(row, spec, part))
  if ('not' in where) return !matches(row, spec, where.not)
  if ('has' in where) return (row.columns[where.column] as string[]).includes(where.has)
  const value = inColumn(row, where.column)
  const compare = spec.columns[where.column] === 'text' ? alike : undefined
  const against = (bound: Scalar) => compareScalars(value, bound, compare)
  if ('eq' in where) return against(where.eq) === 0
  if ('in' in where) return where.in.some((each) => against(each) === 0)
  if (value === null) return false
  if ('words' in where) return haveWords(String(value), where.words)
  if ('prefix' in where) return compareScalars(String(value).slice(0, where.prefix.length), where.prefix, compare) === 0
  const { from, below, to } = where
  return (
    (from === undefined || against(from) >= 0) &&
    (below === undefined || against(below) < 0) &&
    (to === undefined || against(to) <= 0)
  )
}

/** Samples are too short for compounds; letters may be spelled out. */
function haveWords(text: string, asked: string): boolean {
  const split = (words: string) =>
    words
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .split(/[^a-z0-9]+/)
  const spelled = (words: string) =>
    split(words.normalize('NFC').replace(/[äÄ]/g, 'ae').replace(/[öÖ]/g, 'oe').replace(/[åÅ]/g, 'aa'))
  const known = [...split(text), ...spelled(text)]
  const out = spelled(asked)
  const begins = (each: string, at: number) =>
    each === '' || known.some((word) => word.startsWith(each) || word.startsWith(out[at] ?? each))
  return split(asked).some((word) => word !== '') && split(asked).every(begins)
}

function inColumn(row: Row, column: string): Scalar {
  return row.columns[column] as Scalar
}

/** Null after everything. */
function compareScalars(one: Scalar, other: Scalar, compare?: (one: string, other: string) => number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  if (compare) return compare(String(one), String(other))
  if (one === other) return 0
  return one < other ? -1 : 1
}
