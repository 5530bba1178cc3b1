/** Which relationships stand where: by stage and status, with how many the ladder wants at each stage. */
import {
  all,
  Choice,
  defineQuery,
  Integer,
  Label,
  ListAnswer,
  ListOf,
  ListQuery,
  type ListShape,
  Nested,
  Optional,
  type QueryContext,
  Unread,
  type Where,
} from '#kernel'
import { requireReader } from '../../access/access.js'
import { type Sector, sectors } from '../../customers/customer.events.js'
import { customersView } from '../../customers/customers.view.js'
import { byDepth, type LadderStep, type Stage, stages } from '../../organization/events/group.events.js'
import { organization } from '../../organization/organization.reference.js'
import { type Status, statuses } from '../../relationships/relationship.events.js'
import { whereStatus } from '../../relationships/relationships.queries.js'
import { type RelationshipDocument, relationships } from '../../relationships/relationships.view.js'
import { findOf } from '../shown/lists/asked-list.js'
import { NamedCustomer, Names } from '../shown/names.js'
import { Spark, sparkOf } from '../shown/spark-shown.js'
import { ShownRelationship, shownRelationship } from './relationship-shown.js'

export class RelationshipRow extends ShownRelationship {
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Optional() @Choice(sectors) sector?: Sector
  /** Its score in small. */
  @Unread() @Nested(Spark) spark!: Spark
}

/** How many relationships stand at a stage, of those that the filter names. */
export class StageCount {
  @Choice(stages) stage!: Stage
  /** What the group calls it. */
  @Label({ max: 80 }) name!: string
  @Integer({ min: 0, max: 100_000_000 }) count!: number
  /**
   * How many are wanted there: by the group where all of it is counted, by units where all that they have is counted
   * and each has said so. Absent of any other part: nobody has said how many are wanted of it.
   */
  @Optional() @Integer({ min: 0, max: 1_000_000 }) target?: number
}

export class RelationshipsAnswer extends ListAnswer {
  @ListOf(RelationshipRow, { max: 200 }) rows!: RelationshipRow[]
  @ListOf(StageCount) stages!: StageCount[]
}

/** Days begin where each unit is, so that one status may hold here already and there not yet. */
function whereStatusNow(status: Status, ask: QueryContext<object>): Where {
  const days = Map.groupBy(ask.references.get(organization).units.keys(), (unit) => ask.todayIn(unit))
  const [only = ask.todayIn()] = days.keys()
  if (days.size <= 1) return whereStatus(status, only)
  const ofDay = ([day, units]: [string, string[]]): Where => ({
    and: [{ column: 'unit', in: units }, whereStatus(status, day)],
  })
  return { or: [...days].map(ofDay) }
}

export const relationshipList: ListShape<QueryContext> = {
  fields: {
    customer: { type: 'id' },
    unit: { type: 'id' },
    stage: { type: 'code', choices: stages, order: byDepth },
    status: { type: 'code', choices: statuses, where: (status, ask) => whereStatusNow(status as Status, ask) },
    owner: { type: 'id' },
    keyAccount: { type: 'flag' },
    /** `passiveFrom le 2026-01-01`: passive since that day at least. */
    passiveFrom: { type: 'day' },
    lostFrom: { type: 'day' },
    stageSince: { type: 'instant' },
    lastTouch: { type: 'instant' },
    name: { type: 'text' },
    sector: { type: 'code', choices: sectors },
    country: { type: 'code' },
    city: { type: 'text' },
  },
  sorts: {
    name: 'name',
    stage: 'stageRank',
    stageSince: 'stageSince',
    lastTouch: 'lastTouch',
    passiveFrom: 'passiveFrom',
    bought: 'incomeGroupMinor',
    owner: 'owner',
  },
  usual: 'name',
}

/** In the same order; not yet opened. */
export function relationshipRows(
  documents: readonly RelationshipDocument[],
  ask: QueryContext<object>,
): Promise<RelationshipRow[]> {
  const names = new Names(ask)
  const row = async (document: RelationshipDocument): Promise<RelationshipRow> => {
    const customer = await ask.documents.get(customersView, document.customer)
    return {
      ...shownRelationship(document, { ask, names, refs: new Map() }),
      customer: { id: document.customer, name: customer?.name },
      sector: customer?.sector,
      spark: sparkOf(document),
    }
  }
  return Promise.all(documents.map(row))
}

/** Of which units all relationships are asked for, and nothing else; undefined where it is another part, or no part. */
function unitsIn(where: Where): readonly string[] | undefined {
  if ('and' in where) return where.and.length === 1 ? unitsIn(where.and[0] as Where) : undefined
  if ('or' in where) {
    const each = where.or.map(unitsIn)
    return each.length > 0 && each.every((units) => units !== undefined) ? each.flat() : undefined
  }
  const isUnit = 'eq' in where && where.column === 'unit' && typeof where.eq === 'string'
  return isUnit ? [String(where.eq)] : undefined
}

/** What is wanted at a step of the ladder, of the relationships that are asked for. */
function targetsOf(where: Where | undefined, { query, reading }: QueryContext<ListQuery>) {
  const units = where && unitsIn(where)
  const isSeen = (unit: string) => reading.units.has('*') || reading.units.has(unit)
  const isOfAll = query.filter === undefined && reading.units.has('*')
  return (step: LadderStep | undefined): number | undefined => {
    if (isOfAll) return step?.target
    if (!units?.every(isSeen)) return undefined
    const wanted = [...new Set(units)].map((unit) => step?.units?.find((own) => own.unit === unit)?.target)
    return wanted.reduce<number | undefined>(
      (sum, target) => (sum === undefined || target === undefined ? undefined : sum + target),
      0,
    )
  }
}

export const relationshipsQuery = defineQuery({
  name: 'relationships',
  about: 'Relationships by stage and status, each stage’s number against its target.',
  route: '/relationships',
  query: ListQuery,
  answer: RelationshipsAnswer,
  lists: [relationshipList],
  async read(ask): Promise<RelationshipsAnswer> {
    requireReader(ask)
    const find = findOf(ask, relationshipList)
    const { documents, next } = await ask.documents.find(relationships, find)
    // Asked for in one turn, so that both are read together.
    const [rows, counts] = await Promise.all([
      relationshipRows(documents, ask),
      ask.documents.counts(relationships, { where: all(find.where), column: 'stage' }),
    ])
    const wording = new Names(ask).wording()
    const { ladder } = ask.references.get(organization)
    const targetOf = targetsOf(find.where, ask)
    return ask.open({
      rows,
      stages: stages.map((stage) => ({
        stage,
        name: wording.stage(stage),
        count: counts.get(stage) ?? 0,
        target: targetOf(ladder.find((step) => step.stage === stage)),
      })),
      next,
      total: [...counts.values()].reduce((sum, count) => sum + count, 0),
    })
  },
})
