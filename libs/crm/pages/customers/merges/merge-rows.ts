/**
 * Which records were said to be one: merges that stand, those that are void because they would close a circle, and
 * those taken back, with what was recorded on the survivor in between and stays there.
 */
import {
  Choice,
  type Fact,
  Flag,
  holds,
  Instant,
  Integer,
  type KeyedRow,
  Label,
  ListOf,
  ListQuery,
  type ListShape,
  Nested,
  Optional,
  type Partition,
  type QueryContext,
  refuse,
  type StoredEvent,
} from '#kernel'
import { identity, knownAt, knownBefore, setKnownBy } from '../../../merging/identity.reference.js'
import { type MergeSpan, mergeSpans } from '../../../merging/merges.queries.js'
import { inTurn, rowsAsked } from '../../shown/lists/asked-list.js'
import { NamedMember, Names } from '../../shown/names.js'
import { noteReadings } from '../../shown/notes/note-readings.js'
import { mergeStatuses } from '../../shown/pages.words.js'
import { isReadable } from '../../shown/subject.js'
import { TimelineRow, timelineRowOf } from '../../timeline/timeline-row.js'

type Status = (typeof mergeStatuses)[number]

export class MergesQuery extends ListQuery {
  /** Fewer than in other lists: what was recorded meanwhile is read for each. */
  @Optional() @Integer({ min: 1, max: 50 }) override limit?: number
}

/** What merges of these records are filtered and sorted by. */
export const mergesShape = (kind: Partition['kind']): ListShape<QueryContext> => ({
  fields: {
    status: { type: 'code', choices: mergeStatuses },
    [kind]: { type: 'id' },
    into: { type: 'id' },
    madeAt: { type: 'instant' },
  },
  sorts: { madeAt: 'madeAt', status: 'status' },
  usual: '-madeAt',
})

/** Who said it, and when. */
export class MergeSaid {
  @Label({ max: 64 }) event!: string
  @Instant() recordedAt!: string
  @Nested(NamedMember) who!: NamedMember
}

/** What became of a merge, whichever two records it is about. */
export class MergeTold {
  @Choice(mergeStatuses) status!: Status
  @Nested(MergeSaid) made!: MergeSaid
  /** Who took it back, or said that it is one with another record. */
  @Optional() @Nested(MergeSaid) ended?: MergeSaid
  /** Of a merge taken back: what was recorded meanwhile and has stayed with the survivor, the earliest first. */
  @ListOf(TimelineRow, { max: 100 }) recorded!: TimelineRow[]
  /** Whether more was recorded than is shown. */
  @Flag() more!: boolean
}

type Ask = QueryContext<MergesQuery>
const mostRecorded = 100

/** @throws DomainError `not-allowed` for whoever does not look after the register, or reads all of it */
function mergesPage(kind: Partition['kind'], ask: Ask): { page: MergeSpan[]; next?: string; total?: number } {
  const isReader = holds(ask.viewer, ['steward', 'group', 'auditor']) || ask.viewer.member.startsWith('system:')
  if (!isReader) refuse('not-allowed')
  const ofKind = mergeSpans(ask.references.events(identity)).filter((span) => span.kind === kind)
  const spans = ofKind.map((span, turn): KeyedRow<MergeSpan> => {
    const { record, into, made } = span
    const columns = { [kind]: record, into, madeAt: made.metadata.recordedAt, status: statusOf(span, ask) }
    return { key: inTurn(turn), columns, row: span }
  })
  const { rows, ...list } = rowsAsked(spans, { ...ask, query: { limit: 20, ...ask.query } }, mergesShape(kind))
  return { page: rows, ...list }
}

function statusOf({ kind, record, into, ended }: MergeSpan, { references }: Ask): Status {
  if (ended) return 'taken-back'
  const isVoid = references.get(identity)[kind].void.some((one) => one.record === record && one.into === into)
  return isVoid ? 'void' : 'standing'
}

/** Both records of a merge, each under the name of its kind and as `into`. */
type MergedRow<K extends string, N> = MergeTold & Record<K | 'into', N>

/**
 * The list of merges of one kind.
 * @param named a record by the name it has itself, merged or not
 */
export async function mergesOf<K extends Partition['kind'], N>(kind: K, ask: Ask, named: (id: string) => Promise<N>) {
  const { page, ...list } = mergesPage(kind, ask)
  const rows = page.map(async (span) => {
    const told = await mergeTold(span, ask)
    return { [kind]: await named(span.record), into: await named(span.into), ...told } as MergedRow<K, N>
  })
  return { rows: await Promise.all(rows), ...list }
}

async function mergeTold(span: MergeSpan, ask: Ask): Promise<MergeTold> {
  const names = new Names(ask)
  const facts = await recordedMeanwhile(span, ask)
  const shown = facts.slice(0, mostRecorded)
  const parts = { names, wording: names.wording(), ...(await noteReadings(ask, shown)) }
  return {
    status: statusOf(span, ask),
    made: saidBy(span.made, names),
    ended: span.ended && saidBy(span.ended, names),
    recorded: await Promise.all(shown.map((fact) => timelineRowOf(ask, fact, parts))),
    more: facts.length > shown.length,
  }
}

const saidBy = ({ id, metadata }: StoredEvent, names: Names): MergeSaid => ({
  event: id,
  recordedAt: metadata.recordedAt,
  who: names.member(metadata.actor),
})

/** Facts of the records that the merged one was parted from; what named it itself has gone with it. */
async function recordedMeanwhile({ kind, record, into, made, ended }: MergeSpan, ask: Ask): Promise<Fact[]> {
  if (!ended) return []
  const events = ask.references.events(identity)
  const parted = new Set<string>(setKnownBy(kind, record, knownAt(events, ended.position)))
  const before = setKnownBy(kind, into, knownBefore(events, ended.position))
  const [first, ...others] = before.filter((id) => !parted.has(id))
  if (first === undefined) return []
  const facts = await ask.journals.history({ kind, ids: [first, ...others] })
  const filedIn = (fact: Fact) => (kind === 'customer' ? fact.customers : fact.contacts)
  return facts.filter(
    (fact) =>
      fact.position > made.position &&
      fact.position < ended.position &&
      !identity.types.has(fact.type) &&
      !filedIn(fact).some((id) => parted.has(id)) &&
      isReadable(ask, fact),
  )
}
