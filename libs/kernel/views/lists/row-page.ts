/** A page of rows that stand in memory whole, asked as the read models are asked for theirs. */
import type { JsonObject } from '../../events/stored-event.js'
import { BadCursor, type Find, type Scalar } from '../../ports/read-models/read-store.js'
import { readCursor, writeCursor } from '../cursor.js'
import { type Compared, matches, sorted } from './matching.js'

export interface KeyedRow<R> {
  /** Tells it apart from the others. */
  key: string
  /** What is asked of it, by column. */
  columns: object
  row: R
}

export interface PagedRows<R> {
  rows: R[]
  next?: string
  total: number
}

/** @throws BadCursor where it belongs to another question, or its row is gone */
export function pageOfRows<R>(
  all: readonly KeyedRow<R>[],
  { where, sort, locale, limit = 50, cursor, skip = 0 }: Find,
  compared: Compared,
): PagedRows<R> {
  const fitting = all.flatMap(({ key, columns, row }) => {
    const document = columns as JsonObject
    return matches(document, where, compared) ? [{ key, document, row }] : []
  })
  const inOrder = sorted(fitting, sort, { ...compared, locale: locale ?? compared.locale })
  const question = JSON.stringify([where, sort])
  const begins = skip + (cursor === undefined ? 0 : placeAfter(inOrder, readCursor(question, cursor)))
  const page = inOrder.slice(begins, begins + limit)
  const last = begins + limit < inOrder.length ? page.at(-1) : undefined
  return {
    rows: page.map(({ row }) => row),
    next: last && writeCursor(question, [last.key]),
    total: inOrder.length,
  }
}

function placeAfter(rows: readonly { key: string }[], [key]: readonly Scalar[]): number {
  const place = rows.findIndex((row) => row.key === key)
  if (place < 0) throw new BadCursor()
  return place + 1
}
