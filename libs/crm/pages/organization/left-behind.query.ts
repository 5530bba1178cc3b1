/** What members who have left still lead, answer for and have planned, and what stands at closed units: until it is handed over, nobody leads it. */
import {
  all,
  BadCursor,
  Choice,
  CodeOf,
  Day,
  defineQuery,
  type Find,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  ListAnswer,
  ListOf,
  Nested,
  Optional,
  type QueryContext,
  readCursor,
  Text,
  type View,
  type Where,
  writeCursor,
} from '#kernel'
import { requireReader } from '../../access/access.js'
import { type HandedKind, handedKinds, type Offered } from '../../families/handover.js'
import type { LeftReason } from '../../handovers/handovers.words.js'
import { opportunities } from '../../opportunities/opportunities.view.js'
import { requireKnown } from '../../organization/known.queries.js'
import { organization } from '../../organization/organization.reference.js'
import { promises } from '../../promises/promises.view.js'
import { relationships } from '../../relationships/relationships.view.js'
import { languageOf } from '../../texts/language-of.js'
import { plannedOf } from '../../touchpoints/plans/plans.queries.js'
import { kindNames } from '../../touchpoints/touchpoints.queries.js'
import { NamedCustomer, NamedMember, NamedUnit, Names } from '../shown/names.js'

export class LeftBehindQuery {
  /** One member who has left; all of them when left out. */
  @Optional() @Id('member') member?: string
  /** Of one selling unit. */
  @Optional() @Id('unit') unit?: string
  /** Of one kind of record. */
  @Optional() @Choice(handedKinds) kind?: HandedKind
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  /** As answered by the page before. */
  @Optional() @Label({ max: 2000 }) cursor?: string
}

/** What is left, with whom, who had it, and whether somebody is asked to lead it, or has declined. */
export class LeftRow {
  @Choice(handedKinds) kind!: HandedKind
  @Id('record') id!: string
  /** What the opportunity is called, what was promised, what the visit is for. */
  @Optional() @Text({ max: 2000 }) what?: Guarded<string>
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Nested(NamedUnit) unit!: NamedUnit
  /** Why nobody leads it. */
  @CodeOf('left-because') because!: LeftReason
  @Optional() @Nested(NamedMember) owner?: NamedMember
  /** Of an opportunity. */
  @Optional() @Day() closesOn?: string
  /** Of a promise. */
  @Optional() @Instant() due?: string
  /** Of a visit. */
  @Optional() @Instant() startsAt?: string
  /** Asked to lead it, or to take part, and has not answered. */
  @Optional() @Nested(NamedMember) offeredTo?: NamedMember
  /** Declined last, and why; until it is offered again. */
  @Optional() @Nested(NamedMember) declinedBy?: NamedMember
  @Optional() @Text({ max: 500 }) declinedWhy?: Guarded<string>
}

/** How much there is of each. */
export class LeftBehindTotals {
  @Integer({ min: 0, max: 100_000_000 }) relationships!: number
  @Integer({ min: 0, max: 100_000_000 }) opportunities!: number
  @Integer({ min: 0, max: 100_000_000 }) promises!: number
  @Integer({ min: 0, max: 100_000_000 }) visits!: number
}

export class LeftBehindAnswer extends ListAnswer {
  @Nested(LeftBehindTotals) totals!: LeftBehindTotals
  /**
   * Relationships that have not ended, by customer; open opportunities, the next to close first; promises answered for
   * by, or offered to, who has left, the longest overdue first; visits of today or later where nobody of those who take
   * part is here still, the next first. Of each kind also those of closed units, whoever led them.
   */
  @ListOf(LeftRow, { max: 200 }) rows!: LeftRow[]
}

type Ask = QueryContext<LeftBehindQuery>

interface LeftRecord extends Offered {
  id: string
  customer: string
  unit: string
  owner?: string
}

/** What there is of one kind: how much, and page by page. */
interface LeftOf {
  kind: HandedKind
  count(): Promise<number>
  page(of: Pick<Find, 'limit' | 'cursor'>): Promise<{ rows: LeftRow[]; next?: string }>
}

/** Members who have left, or hold no role any more, and of them the one asked for. */
function leaversOf({ references, query }: Ask): string[] {
  const { members } = references.get(organization)
  const gone = [...members.values()].filter(({ left, grants }) => left || grants.length === 0).map(({ id }) => id)
  return query.member === undefined ? gone : gone.filter((id) => id === query.member)
}

/** Units that are closed, where no member is asked for: whoever led there, nobody does any more. */
const closedUnits = ({ references, query }: Ask): ReadonlySet<string> => {
  const units = query.member === undefined ? [...references.get(organization).units.values()] : []
  return new Set(units.filter(({ closed }) => closed).map(({ id }) => id))
}

async function leftRow(kind: HandedKind, record: LeftRecord, { names, closed }: Showing): Promise<LeftRow> {
  const { id, customer, unit, owner, offeredTo, declinedBy, declinedWhy } = record
  return {
    ...{ kind, id, declinedWhy },
    customer: await names.customer(customer),
    unit: names.unit(unit),
    because: closed.has(unit) ? 'unit-closed' : 'owner-gone',
    owner: names.member(owner),
    offeredTo: names.member(offeredTo),
    declinedBy: names.member(declinedBy),
  }
}

interface Showing {
  names: Names
  closed: ReadonlySet<string>
}

interface Documents<D> {
  kind: HandedKind
  view: View<D & object>
  where: Where
  sort: string
  says(document: D): Partial<LeftRow>
}

function ofDocuments<D extends LeftRecord>(
  { kind, view, where, sort, says }: Documents<D>,
  ask: Ask,
  showing: Showing,
): LeftOf {
  return {
    kind,
    count: () => ask.documents.count(view as View, where),
    page: async (of) => {
      const { documents, next } = await ask.documents.find(view, { where, sort: [{ column: sort }], ...of })
      const rows = documents.map(async (each) => ({ ...(await leftRow(kind, each, showing)), ...says(each) }))
      return { rows: await Promise.all(rows), next }
    },
  }
}

function ofVisits(ask: Ask, leavers: readonly string[], showing: Showing): LeftOf {
  const { closed } = showing
  const { members } = ask.references.get(organization)
  const isGone = (id: string) => members.get(id)?.left !== false || leavers.includes(id)
  const besides = [...members.values()].filter(({ grants }) => grants.some(({ unit }) => closed.has(unit)))
  const planning = [...new Set([...leavers, ...besides.map(({ id }) => id)])]
  const plans = Promise.all(planning.map((member) => plannedOf(member, ask))).then((found) =>
    [...new Map(found.flat().map((plan) => [plan.id, plan])).values()]
      .filter((plan) => closed.has(plan.unit) || plan.members.every(isGone))
      .filter(({ unit }) => ask.query.unit === undefined || unit === ask.query.unit)
      .map((plan) => ({ plan, key: `${plan.startsAt} ${plan.id}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  )
  return {
    kind: 'visit',
    count: async () => (await plans).length,
    page: async ({ limit = usualLimit, cursor = '' }) => {
      const after = (await plans).filter(({ key }) => key > cursor)
      const shown = after.slice(0, limit)
      const rows = shown.map(async ({ plan }) => ({
        ...(await leftRow('visit', plan, showing)),
        what: plan.goal ?? kindNames(plan.kind)?.[languageOf(ask)],
        startsAt: plan.startsAt,
      }))
      return { rows: await Promise.all(rows), next: after.length > limit ? shown.at(-1)?.key : undefined }
    },
  }
}

function leftOf(ask: Ask, leavers: string[]): readonly LeftOf[] {
  const { unit: only } = ask.query
  const ofUnit: Where | undefined = only === undefined ? undefined : { column: 'unit', eq: only }
  const showing = { names: new Names(ask), closed: closedUnits(ask) }
  const isClosed: Where = { column: 'unit', in: [...showing.closed] }
  const owned: Where = { or: [{ column: 'owner', in: leavers }, isClosed] }
  const asked: Where = { column: 'status', in: ['open', 'offered', 'declined'] }
  const kinds: readonly LeftOf[] = [
    ofDocuments(
      {
        ...{ kind: 'relationship', view: relationships, sort: 'name' },
        where: all(owned, ofUnit, { not: { column: 'stage', eq: 'ended' } }),
        says: () => ({}),
      },
      ask,
      showing,
    ),
    ofDocuments(
      {
        ...{ kind: 'opportunity', view: opportunities, sort: 'closesOn' },
        where: all(owned, ofUnit, { column: 'status', eq: 'open' }),
        says: ({ name, closesOn }) => ({ what: name, closesOn }),
      },
      ask,
      showing,
    ),
    ofDocuments(
      {
        ...{ kind: 'promise', view: promises, sort: 'due' },
        where: all({ or: [owned, { column: 'offeredTo', in: leavers }] }, ofUnit, asked),
        says: ({ what, due }) => ({ what, due }),
      },
      ask,
      showing,
    ),
    ofVisits(ask, leavers, showing),
  ]
  return kinds.filter(({ kind }) => ask.query.kind === undefined || kind === ask.query.kind)
}

const usualLimit = 200
/** By which a cursor knows its list again. */
const walkOf = ({ member, unit, kind }: LeftBehindQuery): string => JSON.stringify(['left behind', member, unit, kind])

/** The rest of one kind, then the next: a page goes on where the one before it ended. @throws BadCursor */
async function pageOf({ query }: Ask, kinds: readonly LeftOf[]): Promise<{ rows: LeftRow[]; next?: string }> {
  const { limit = usualLimit, cursor } = query
  const walk = walkOf(query)
  const [at, within] = cursor === undefined ? [] : readCursor(walk, cursor).map(String)
  const begins = at === undefined ? 0 : kinds.findIndex(({ kind }) => kind === at)
  if (begins < 0) throw new BadCursor()
  const rows: LeftRow[] = []
  let inner = within || undefined
  for (const { kind, page } of kinds.slice(begins)) {
    if (rows.length === limit) return { rows, next: writeCursor(walk, [kind, '']) }
    const found = await page({ limit: limit - rows.length, cursor: inner })
    rows.push(...found.rows)
    if (found.next !== undefined) return { rows, next: writeCursor(walk, [kind, found.next]) }
    inner = undefined
  }
  return { rows }
}

async function read(ask: Ask): Promise<LeftBehindAnswer> {
  requireReader(ask)
  requireKnown(ask.query, ask.references)
  const kinds = leftOf(ask, leaversOf(ask))
  const { rows, next } = await pageOf(ask, kinds)
  const counts = await Promise.all(kinds.map(async ({ kind, count }) => [kind, await count()] as const))
  const of = new Map(counts)
  const count = (kind: HandedKind) => of.get(kind) ?? 0
  const totals = {
    relationships: count('relationship'),
    opportunities: count('opportunity'),
    promises: count('promise'),
    visits: count('visit'),
  }
  return ask.open({ totals, rows, next, total: counts.reduce((sum, [, each]) => sum + each, 0) })
}

export const leftBehindQuery = defineQuery<LeftBehindQuery, LeftBehindAnswer>({
  name: 'left-behind',
  about:
    'What members who have left still lead, answer for and have planned, and what stands at closed units, so that nobody leads it.',
  route: '/left-behind',
  query: LeftBehindQuery,
  answer: LeftBehindAnswer,
  read,
})
