/** What every list answers: a page of rows, where it goes on, and how many there are. */
import { Integer, Label, Optional } from '../../fields/decorators.js'

/** A list adds its `rows`; what is to stand beside them it adds as well. */
export abstract class ListAnswer {
  abstract rows: object[]
  /** Cursor of the next page; absent on the last. */
  @Optional() @Label({ max: 2000 }) next?: string
  /** How many rows there are, on all pages; absent where they are too many to be counted for an answer. */
  @Optional() @Integer({ min: 0, max: 1_000_000_000 }) total?: number
}

/** A list that has one page. */
export const wholeList = <Row extends object>(rows: Row[]): { rows: Row[]; total: number } => ({
  rows,
  total: rows.length,
})

/** How many rows there are on all pages: where the one that is read is the last, nobody has to count. */
export async function totalOf<T>(
  { documents, next }: { documents: readonly unknown[]; next?: string },
  { cursor, skip = 0 }: { cursor?: string; skip?: number },
  count: () => Promise<T>,
): Promise<T | number> {
  const isSeen = cursor === undefined && next === undefined && (skip === 0 || documents.length > 0)
  return isSeen ? skip + documents.length : count()
}
