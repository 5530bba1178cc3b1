/**
 * Where queries get their documents from, whether from the read models or from a fold of the past:
 * a query is a function of this, so whatever it shows now it can show as of any moment.
 */
import type { Find, FindEach, Scalar, Search, Where } from '../ports/read-models/read-store.js'
import type { SharedTrait } from './likeness.js'
import { totalOf } from './lists/list-answer.js'
import type { View } from './view.js'

export interface Found<D> {
  documents: D[]
  /** Absent on the last page. */
  next?: string
}

export interface SummedDocuments {
  /** Value of each column that they have in common. */
  of: Readonly<Record<string, Scalar>>
  count: number
  /** By column; 0 where none has a value. */
  sums: Readonly<Record<string, number>>
}

export interface Documents {
  /** The document as this reader may see it; undefined when there is none or it is not theirs to see. */
  get<D extends object>(view: View<D>, key: string): Promise<D | undefined>
  find<D extends object>(view: View<D>, query: Find): Promise<Found<D>>
  /** Of each of some values of a column the page of documents that have it, in their order. */
  findEach<D extends object>(view: View<D>, query: FindEach): Promise<Found<D>[]>
  /** How many documents fit, whatever page of them is read. */
  count(view: View, where?: Where): Promise<number>
  /** How many documents there are for each value of a column. */
  counts(view: View, of: { where?: Where; column: string }): Promise<ReadonlyMap<Scalar, number>>
  /** How many documents there are, and what columns of numbers come to, for each value of others; only for the present. */
  sums(view: View, of: { where?: Where; by: readonly string[]; sum: readonly string[] }): Promise<SummedDocuments[]>
  /**
   * Documents by their `clear` fields: those in which all words of the text occur, none for one without
   * words, and all of them for an empty one; may be sorted by those fields. Only for the present, and nothing for
   * whoever may not read personal values.
   */
  search<D extends object>(view: View<D>, query: Search): Promise<Found<D>>
  /**
   * Which documents share one of these traits, as the view says them: at most so many, since a value of more says
   * nothing of any two of them. Who they are is asked of `get`, which tells what may be read. Only for the present;
   * of traits that are personal nothing to whoever may not read personal values.
   */
  alike(view: View, of: { by: readonly string[]; most: number }): Promise<readonly SharedTrait[]>
}

/** A page of rows with how many there are on all pages; counted while they are made, so that both are read together. */
export async function countedRows<D extends object, R>(
  docs: { find(view: View<D>, query: Find): Promise<Found<D>> } & Pick<Documents, 'count'>,
  { view, find }: { view: View<D>; find: Find },
  rowsOf: (documents: readonly D[]) => Promise<R[]>,
): Promise<{ rows: R[]; next?: string; total: number }> {
  const page = await docs.find(view, find)
  const counted = totalOf(page, find, () => docs.count(view as View, find.where))
  const [rows, total] = await Promise.all([rowsOf(page.documents), counted])
  return { rows, next: page.next, total }
}

/** Every document that fits, read page after page as long as somebody goes on. */
export async function* everyDocument<D extends object>(
  docs: Pick<Documents, 'find'>,
  view: View<D>,
  find: Omit<Find, 'cursor'>,
): AsyncGenerator<D, void, undefined> {
  let cursor: string | undefined
  do {
    const page: Found<D> = await docs.find(view, { limit: mostAtOnce, ...find, cursor })
    yield* page.documents
    cursor = page.next
  } while (cursor !== undefined)
}

const mostAtOnce = 500
