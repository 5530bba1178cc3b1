/** The open opportunities by stage: a page of each, with what all of them come to. */
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
  type Where,
} from '#kernel'
import { requireReader } from '../../access/access.js'
import { organization } from '../../organization/organization.reference.js'
import { UnvaluedShown } from '../../organization/valuation.queries.js'
import { findOf } from '../../pages/shown/lists/asked-list.js'
import { BoardQuery, columnsAsked, StatedSum } from '../../pages/shown/lists/board.js'
import { leftOutSaid } from '../../texts/not-valued.js'
import { opportunities } from '../opportunities.view.js'
import {
  type OpportunityStage,
  opportunityStages,
  type Profile,
  profileStages,
  profiles,
} from '../opportunity.events.js'
import { ShownOpportunity, shownOpportunities } from '../shown/opportunity-shown.js'
import { allOpportunities } from './opportunity-lists.js'

export class OpportunityBoardQuery extends BoardQuery {
  /** Whose stages the columns are; those of all profiles unless told. */
  @Optional() @Choice(profiles) profile?: Profile
  /** The column to answer alone, where a `cursor` goes on. */
  @Optional() @Choice(opportunityStages) stage?: OpportunityStage
}

export class OpportunityColumn {
  @Choice(opportunityStages) stage!: OpportunityStage
  /** How many there are, on all pages. */
  @Integer({ min: 0, max: 1_000_000_000 }) total!: number
  /** Minor units of group currency; without those that cannot be valued. */
  @Integer({ min: -mostMinor, max: mostMinor }) groupMinor!: number
  /** The same by probability, of those that state one. */
  @Integer({ min: -mostMinor, max: mostMinor }) weightedMinor!: number
  /** As it was stated, by currency. */
  @ListOf(StatedSum, { max: 200 }) stated!: StatedSum[]
  /** What the sums leave out, since no rate is known for it. */
  @Optional() @ListOf(UnvaluedShown, { max: 200 }) unvalued?: UnvaluedShown[]
  /** The same in the reader’s language. */
  @Optional() @Label({ max: 500 }) leftOut?: string
  /** How many state no amount. */
  @Integer({ min: 0, max: 1_000_000_000 }) withoutAmount!: number
  @ListOf(ShownOpportunity, { max: 50 }) rows!: ShownOpportunity[]
  /** Asks for more of this column, with its `stage`. */
  @Optional() @Label({ max: 2000 }) next?: string
}

export class OpportunityBoardAnswer {
  /** Of the sums. */
  @Optional() @Currency() currency?: string
  @ListOf(OpportunityColumn, { max: 20 }) columns!: OpportunityColumn[]
}

type Ask = QueryContext<OpportunityBoardQuery>

const isOpen: Where = { column: 'status', eq: 'open' }
const unvalued: Where = {
  and: [{ column: 'groupMinor', eq: null }, { not: { column: 'currency', eq: null } }],
}

const { status: _, ...fields } = allOpportunities.fields
const { name: __, status: ___, ...sorts } = allOpportunities.sorts
const shape: ListShape<QueryContext> = { fields, sorts, usual: 'closesOn' }

type Sums = Omit<OpportunityColumn, 'stage' | 'rows' | 'next'>

const byStage = (summed: readonly SummedDocuments[]) => Map.groupBy(summed, ({ of }) => of.stage)

/** What stands in each column altogether. */
async function sumsOf(where: Where | undefined, ask: Ask): Promise<(stage: OpportunityStage) => Sums> {
  const by = ['stage', 'currency']
  const sum = ['amountMinor', 'groupMinor', 'weightedMinor']
  const conditions = where === undefined ? [unvalued] : [where, unvalued]
  const [summed, left] = await Promise.all([
    ask.documents.sums(opportunities, { where, by, sum }).then(byStage),
    ask.documents.sums(opportunities, { where: { and: conditions }, by, sum: [] }).then(byStage),
  ])
  return (stage) => columnSums(ask, summed.get(stage) ?? [], left.get(stage) ?? [])
}

function columnSums(ask: Ask, summed: readonly SummedDocuments[], left: readonly SummedDocuments[]): Sums {
  const total = (of: (each: SummedDocuments) => number) => summed.reduce((sum, each) => sum + of(each), 0)
  const withoutAmount = total(({ of, count }) => (of.currency === null ? count : 0))
  const leftOut = left.map(({ of, count }) => ({ currency: String(of.currency), count })).sort(byCurrency)
  return {
    total: total(({ count }) => count),
    groupMinor: total(({ sums }) => sums.groupMinor ?? 0),
    weightedMinor: total(({ sums }) => sums.weightedMinor ?? 0),
    stated: summed
      .filter(({ of }) => of.currency !== null)
      .map(({ of, count, sums }) => ({ currency: String(of.currency), amountMinor: sums.amountMinor ?? 0, count }))
      .sort(byCurrency),
    unvalued: leftOut.length === 0 ? undefined : leftOut,
    leftOut: leftOutSaid({ amounts: total(({ count }) => count) - withoutAmount, unvalued: leftOut }, ask),
    withoutAmount,
  }
}

const byCurrency = (a: { currency: string }, b: { currency: string }): number => (a.currency < b.currency ? -1 : 1)

export const opportunityBoardPage = defineQuery<OpportunityBoardQuery, OpportunityBoardAnswer>({
  name: 'opportunity-board',
  about: 'The open opportunities by stage: a page of each, with what all of them come to, weighted as well.',
  route: '/boards/opportunities',
  query: OpportunityBoardQuery,
  answer: OpportunityBoardAnswer,
  lists: [shape],
  fileRows: 'columns.rows',
  async read(ask: Ask): Promise<OpportunityBoardAnswer> {
    requireReader(ask)
    const { profile } = ask.query
    const find = findOf(ask, shape, isOpen, profile && { column: 'profile', eq: profile })
    const stages = profile === undefined ? opportunityStages : profileStages[profile]
    const [columns, sums] = await Promise.all([
      columnsAsked(ask, { view: opportunities, columns: stages, find }),
      sumsOf(find.where, ask),
    ])
    const shown = columns.map(async ({ stage, documents, next }): Promise<OpportunityColumn> => {
      return { stage, ...sums(stage), rows: await shownOpportunities(documents, ask), next }
    })
    return ask.open({
      currency: ask.references.get(organization).group?.currency,
      columns: await Promise.all(shown),
    })
  },
})
