/** The relationships by stage: a page of each, with what the customers at it have bought altogether. */
import {
  Choice,
  Currency,
  defineQuery,
  Integer,
  Label,
  ListOf,
  type ListShape,
  mostMinor,
  Optional,
  type QueryContext,
  type SummedDocuments,
  type Unvalued,
} from '#kernel'
import { requireReader } from '../../access/access.js'
import { type Stage, stages } from '../../organization/events/group.events.js'
import { organization } from '../../organization/organization.reference.js'
import { relationships } from '../../relationships/relationships.view.js'
import { leftOutSaid } from '../../texts/not-valued.js'
import { findOf } from '../shown/lists/asked-list.js'
import { BoardQuery, columnsAsked } from '../shown/lists/board.js'
import { Names } from '../shown/names.js'
import { RelationshipRow, relationshipList, relationshipRows } from './relationships.query.js'

export class RelationshipBoardQuery extends BoardQuery {
  /** The column to answer alone, where a `cursor` goes on. */
  @Optional() @Choice(stages) stage?: Stage
}

export class RelationshipColumn {
  @Choice(stages) stage!: Stage
  /** What the group calls it. */
  @Label({ max: 80 }) name!: string
  /** How many there are, on all pages. */
  @Integer({ min: 0, max: 1_000_000_000 }) total!: number
  /** All purchases, minor units of group currency; without those that cannot be valued. */
  @Integer({ min: -mostMinor, max: mostMinor }) boughtGroupMinor!: number
  /** How many purchases that leaves out, since no rate is known for their currency. */
  @Integer({ min: 0, max: 1_000_000_000 }) boughtUnvalued!: number
  /** The same in the reader’s language, with the currencies. */
  @Optional() @Label({ max: 500 }) boughtLeftOut?: string
  @ListOf(RelationshipRow, { max: 50 }) rows!: RelationshipRow[]
  /** Asks for more of this column, with its `stage`. */
  @Optional() @Label({ max: 2000 }) next?: string
}

export class RelationshipBoardAnswer {
  /** Of the sums. */
  @Optional() @Currency() currency?: string
  @ListOf(RelationshipColumn, { max: 20 }) columns!: RelationshipColumn[]
}

const { stage: _, ...fields } = relationshipList.fields
const { stage: __, ...sorts } = relationshipList.sorts
const shape: ListShape<QueryContext> = { fields, sorts, usual: '-lastTouch' }

type Bought = Pick<RelationshipColumn, 'total' | 'boughtGroupMinor' | 'boughtUnvalued' | 'boughtLeftOut'>

/** @param summed of one stage, by the currencies that are left out */
function boughtAt(summed: readonly SummedDocuments[], ask: QueryContext<object>): Bought {
  const total = (column: string) => summed.reduce((sum, { sums }) => sum + (sums[column] ?? 0), 0)
  const boughtUnvalued = total('incomesUnvalued')
  const unvalued = unvaluedTogether(summed)
  return {
    total: summed.reduce((sum, { count }) => sum + count, 0),
    boughtGroupMinor: total('incomeGroupMinor'),
    boughtUnvalued,
    boughtLeftOut: leftOutSaid({ amounts: total('incomeCount'), unvalued }, ask),
  }
}

/** How many there are of each currency is not known where one customer has bought in several. */
function unvaluedTogether(summed: readonly SummedDocuments[]): Unvalued[] {
  const left = summed.filter(({ of }) => of.unvaluedIn !== null)
  const currencies = new Set(left.flatMap(({ of }) => String(of.unvaluedIn).split(' ')))
  const count = left.reduce((sum, { sums }) => sum + (sums.incomesUnvalued ?? 0), 0)
  return [...currencies].sort().map((currency, at) => ({ currency, count: at === 0 ? count : 0 }))
}

export const relationshipBoardQuery = defineQuery({
  name: 'relationship-board',
  about: 'The relationships by stage: a page of each, with what the customers at it have bought altogether.',
  route: '/boards/relationships',
  query: RelationshipBoardQuery,
  answer: RelationshipBoardAnswer,
  lists: [shape],
  fileRows: 'columns.rows',
  async read(ask: QueryContext<RelationshipBoardQuery>): Promise<RelationshipBoardAnswer> {
    requireReader(ask)
    const find = findOf(ask, shape)
    const sum = ['incomeGroupMinor', 'incomesUnvalued', 'incomeCount']
    const by = ['stage', 'unvaluedIn']
    const [columns, sums] = await Promise.all([
      columnsAsked(ask, { view: relationships, columns: stages, find }),
      ask.documents.sums(relationships, { where: find.where, by, sum }),
    ])
    const summed = Map.groupBy(sums, ({ of }) => of.stage)
    const wording = new Names(ask).wording()
    const shown = columns.map(async ({ stage, documents, next }): Promise<RelationshipColumn> => {
      return {
        stage,
        name: wording.stage(stage),
        ...boughtAt(summed.get(stage) ?? [], ask),
        rows: await relationshipRows(documents, ask),
        next,
      }
    })
    return ask.open({
      currency: ask.references.get(organization).group?.currency,
      columns: await Promise.all(shown),
    })
  },
})
