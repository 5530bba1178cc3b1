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
} from '#kernel'
import { requireReader } from '../../access/access.js'
import { type Stage, stages } from '../../organization/events/group.events.js'
import { organization } from '../../organization/organization.reference.js'
import { relationships } from '../../relationships/relationships.view.js'
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

export const relationshipBoardQuery = defineQuery({
  name: 'relationship-board',
  about: 'The relationships by stage: a page of each, with what the customers at it have bought altogether.',
  route: '/boards/relationships',
  query: RelationshipBoardQuery,
  answer: RelationshipBoardAnswer,
  lists: [shape],
  async read(ask: QueryContext<RelationshipBoardQuery>): Promise<RelationshipBoardAnswer> {
    requireReader(ask)
    const find = findOf(ask, shape)
    const columns = await columnsAsked(ask, { view: relationships, columns: stages, find })
    const sum = ['incomeGroupMinor', 'incomesUnvalued']
    const summed = await ask.documents.sums(relationships, { where: find.where, by: ['stage'], sum })
    const wording = new Names(ask).wording()
    const shown = columns.map(async ({ stage, documents, next }): Promise<RelationshipColumn> => {
      const { count = 0, sums = {} } = summed.find(({ of }) => of.stage === stage) ?? {}
      return {
        stage,
        name: wording.stage(stage),
        total: count,
        boughtGroupMinor: sums.incomeGroupMinor ?? 0,
        boughtUnvalued: sums.incomesUnvalued ?? 0,
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
