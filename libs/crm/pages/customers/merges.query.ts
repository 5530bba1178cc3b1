/**
 * Which records were said to be one customer: merges that stand, those that are void because they would
 * close a circle, and those taken back, with what was recorded on the survivor in between and stays there.
 */
import {
  Choice,
  defineQuery,
  type Fact,
  Flag,
  holds,
  Instant,
  Integer,
  type KeyedRow,
  Label,
  ListAnswer,
  ListOf,
  ListQuery,
  type ListShape,
  Nested,
  Optional,
  type QueryContext,
  refuse,
  type StoredEvent,
} from '#kernel'
import { customersView } from '../../customers/customers.view.js'
import { groupKnownAt, groupKnownBefore, identity } from '../../customers/merging/identity.reference.js'
import { type MergeSpan, mergeSpans } from '../../customers/merging/merges.queries.js'
import { inTurn, rowsAsked } from '../shown/asked-list.js'
import { NamedCustomer, NamedMember, Names } from '../shown/names.js'
import { PrivateNotes } from '../shown/private-notes.js'
import { isReadable } from '../shown/subject.js'
import { TimelineRow, timelineRowOf } from '../timeline/timeline-row.js'

const statuses = ['standing', 'void', 'taken-back'] as const
type Status = (typeof statuses)[number]

export class MergesQuery extends ListQuery {
  /** Fewer than in other lists: what was recorded meanwhile is read for each. */
  @Optional() @Integer({ min: 1, max: 50 }) override limit?: number
}

const shape: ListShape<QueryContext> = {
  fields: {
    status: { type: 'code', choices: statuses },
    customer: { type: 'id' },
    into: { type: 'id' },
    madeAt: { type: 'instant' },
  },
  sorts: { madeAt: 'madeAt', status: 'status' },
  usual: '-madeAt',
}

/** Who said it, and when. */
export class MergeSaid {
  @Label({ max: 64 }) event!: string
  @Instant() recordedAt!: string
  @Nested(NamedMember) who!: NamedMember
}

export class MergeRow {
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Nested(NamedCustomer) into!: NamedCustomer
  @Choice(statuses) status!: Status
  @Nested(MergeSaid) made!: MergeSaid
  /** Who took it back, or said that it is one with another record. */
  @Optional() @Nested(MergeSaid) ended?: MergeSaid
  /** Of a merge taken back: what was recorded meanwhile and has stayed with the survivor, the earliest first. */
  @ListOf(TimelineRow, { max: 100 }) recorded!: TimelineRow[]
  /** Whether more was recorded than is shown. */
  @Flag() more!: boolean
}

export class MergesAnswer extends ListAnswer {
  /** The newest first. */
  @ListOf(MergeRow, { max: 50 }) rows!: MergeRow[]
}

type Ask = QueryContext<MergesQuery>
const mostRecorded = 100

async function read(ask: Ask): Promise<MergesAnswer> {
  const isReader = holds(ask.viewer, ['steward', 'group', 'auditor']) || ask.viewer.member.startsWith('system:')
  if (!isReader) refuse('not-allowed')
  const spans = mergeSpans(ask.references.events(identity)).map((span, turn): KeyedRow<MergeSpan> => {
    const { customer, into, made } = span
    const columns = { customer, into, madeAt: made.metadata.recordedAt, status: statusOf(span, ask) }
    return { key: inTurn(turn), columns, row: span }
  })
  const { rows, ...page } = rowsAsked(spans, { ...ask, query: { limit: 20, ...ask.query } }, shape)
  return ask.open({ ...page, rows: await Promise.all(rows.map((span) => mergeRow(span, ask))) })
}

function statusOf({ customer, into, ended }: MergeSpan, { references }: Ask): Status {
  if (ended) return 'taken-back'
  const isVoid = references.get(identity).void.some((one) => one.customer === customer && one.into === into)
  return isVoid ? 'void' : 'standing'
}

async function mergeRow(span: MergeSpan, ask: Ask): Promise<MergeRow> {
  const names = new Names(ask)
  const facts = await recordedMeanwhile(span, ask)
  const shown = facts.slice(0, mostRecorded)
  const parts = { names, wording: names.wording(), privateNotes: await PrivateNotes.among(ask, shown) }
  return {
    customer: await recordNamed(span.customer, ask),
    into: await recordNamed(span.into, ask),
    status: statusOf(span, ask),
    made: saidBy(span.made, names),
    ended: span.ended && saidBy(span.ended, names),
    recorded: shown.map((fact) => timelineRowOf(ask, fact, parts)),
    more: facts.length > shown.length,
  }
}

const saidBy = ({ id, metadata }: StoredEvent, names: Names): MergeSaid => ({
  event: id,
  recordedAt: metadata.recordedAt,
  who: names.member(metadata.actor),
})

/** A record by the name it has itself, merged or not. */
async function recordNamed(id: string, { documents: docs, journals }: Ask): Promise<NamedCustomer> {
  const [survivor] = journals.partitionOf(id).ids
  const document = await docs.get(customersView, survivor)
  const record = survivor === id ? document : document?.mergedFrom.find((one) => one.id === id)
  return { id, name: record?.name }
}

/** Facts of the records that the merged one was parted from; what named it itself has gone with it. */
async function recordedMeanwhile({ customer, into, made, ended }: MergeSpan, ask: Ask): Promise<Fact[]> {
  if (!ended) return []
  const events = ask.references.events(identity)
  const parted = new Set<string>(groupKnownAt(customer, events, ended.position))
  const [first, ...others] = groupKnownBefore(into, events, ended.position).filter((id) => !parted.has(id))
  if (first === undefined) return []
  const facts = await ask.journals.history({ kind: 'customer', ids: [first, ...others] })
  return facts.filter(
    (fact) =>
      fact.position > made.position &&
      fact.position < ended.position &&
      fact.type !== 'merge.made' &&
      !fact.customers.some((id) => parted.has(id)) &&
      isReadable(ask, fact),
  )
}

export const mergesQuery = defineQuery({
  name: 'merges',
  about: 'Which customers were merged, which merges are void, and what those taken back have left behind.',
  route: '/merges',
  query: MergesQuery,
  answer: MergesAnswer,
  lists: [shape],
  read,
})
