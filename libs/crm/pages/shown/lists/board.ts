/** Boards: lists in columns, each paged by itself, with what all of a column comes to. */
import {
  Currency,
  type Find,
  type Found,
  Integer,
  InvalidInput,
  ListQuery,
  mostMinor,
  Optional,
  type QueryContext,
  type View,
} from '#kernel'

export abstract class BoardQuery extends ListQuery {
  /** Rows of a column; 20 unless told. */
  @Optional() @Integer({ min: 1, max: 50 }) override limit?: number
  /** The column to answer alone, where a `cursor` goes on. */
  abstract stage?: string
}

/** Amounts as they were stated, of one currency. */
export class StatedSum {
  @Currency() currency!: string
  @Integer({ min: -mostMinor, max: mostMinor }) amountMinor!: number
  /** How many amounts. */
  @Integer({ min: 0, max: 1_000_000_000 }) count!: number
}

const usualLimit = 20

interface BoardAsked<D extends object, S extends string> {
  view: View<D>
  columns: readonly S[]
  find: Find
}

/**
 * A page of each column, or of the one that is asked for.
 * @throws InvalidInput for a cursor of no column
 */
export async function columnsAsked<D extends object, S extends string>(
  ask: Pick<QueryContext<BoardQuery>, 'query' | 'documents'>,
  { view, columns, find }: BoardAsked<D, S>,
): Promise<(Found<D> & { stage: S })[]> {
  const { stage, cursor, limit = usualLimit } = ask.query
  if (cursor !== undefined && stage === undefined) throw new InvalidInput([{ path: 'stage', code: 'required' }])
  const wanted = columns.filter((column) => stage === undefined || column === stage)
  const pages = await ask.documents.findEach(view, { ...find, of: { column: 'stage', values: wanted }, limit })
  return pages.flatMap((page, at) => {
    const column = wanted[at]
    return column === undefined ? [] : [{ ...page, stage: column }]
  })
}
