/** What may be asked of a list: its fields, its orders, and the parameters with which every list is asked. */
import { Integer, Label, Optional } from '../../fields/decorators.js'
import type { Where } from '../../ports/read-models/read-store.js'

/** @typeParam A what a condition may ask: the context of the query that lists */
export interface ListField<A = never> {
  type: 'text' | 'code' | 'id' | 'day' | 'instant' | 'integer' | 'flag' | 'ids'
  /** The column that holds it; its own name unless told. */
  column?: string
  choices?: readonly string[]
  /** The choices from least to greatest, where one is more than another. */
  order?: readonly string[]
  /** How the column ranks a choice, where it holds that instead of the choice. */
  rankOf?(choice: string): number
  /** For what no single column says: the condition for one value. */
  where?(value: string, ask: A): Where
}
export type ListFields<A = never> = Readonly<Record<string, ListField<A>>>

export interface ListShape<A = never> {
  /** The parameter with which a query lists this; absent where it lists nothing else. */
  askedWith?: string
  fields: ListFields<A>
  /** Name → column; only these are served by an index. */
  sorts: Readonly<Record<string, string>>
  /** The order unless asked otherwise, as it is asked. */
  usual: string
}

export class ListQuery {
  /** Conditions combined by `and`, `or`, `not` and brackets: `country eq FI and not (employees lt 50 or city is empty)`. */
  @Optional() @Label({ max: 2000 }) filter?: string
  /** Fields by comma, each with `-` in front to begin with the greatest: `-employees,name`. */
  @Optional() @Label({ max: 200 }) sort?: string
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  /** As answered by the page before. */
  @Optional() @Label({ max: 2000 }) cursor?: string
  /** How many rows are passed over before the page, from the beginning or from the cursor. */
  @Optional() @Integer({ min: 0, max: 10_000_000 }) skip?: number
}
