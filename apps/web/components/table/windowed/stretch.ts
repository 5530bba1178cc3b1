/** Which pages of a list are needed for the rows in sight, and where the rows of those that came stand in it. */

import { stretchRows as pageRows } from '../../../api/stretches.js'

/** Asked for before they are in sight. */
const aheadRows = 30

/** The pages, by their number from 0, that hold these rows and those around them. */
export function pagesAround(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first - aheadRows) / pageRows)
  const to = Math.floor((last + aheadRows) / pageRows)
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}

export interface CamePage<R> {
  page: number
  rows: readonly R[]
  /** Absent on the last. */
  next?: string
  /** Of the whole list; absent where it was too long to be counted. */
  total?: number
  /** ms */
  cameAt: number
}

/** How many rows the list has, as far as the page that came last can tell; at least so many. */
export function lengthOf(came: readonly CamePage<unknown>[], least: number): number {
  const last = came.reduce<CamePage<unknown> | undefined>((a, b) => (a && a.cameAt > b.cameAt ? a : b), undefined)
  if (last?.total !== undefined) return last.total
  const ends = came.map(({ page, rows, next }) => page * pageRows + rows.length + (next === undefined ? 0 : pageRows))
  return Math.max(least, ...ends)
}

/** The rows of a list where they stand; those of pages that are not here are holes. */
export function rowsAt<R>(came: readonly CamePage<R>[], length: number): (R | undefined)[] {
  const rows = new Array<R | undefined>(length)
  for (const { page, rows: of } of came)
    for (const [n, row] of of.entries()) if (page * pageRows + n < length) rows[page * pageRows + n] = row
  return rows
}
