/** One relationship as answers show it: where it stands now, since when, how it got there, and who leads it. */
import {
  Choice,
  Day,
  Flag,
  type Guarded,
  Id,
  Ids,
  Instant,
  Integer,
  Label,
  ListOf,
  Nested,
  Optional,
  type Precision,
  precisions,
  type QueryContext,
  shownTimes,
  Text,
  Title,
  worthOfSums,
} from '#kernel'
import { type Stage, stages } from '../../organization/events/group.events.js'
import { functions, type MemberFunction } from '../../organization/events/member.events.js'
import { UnvaluedShown, worthIn } from '../../organization/valuation.queries.js'
import { type Status, statuses } from '../../relationships/relationship.events.js'
import { statusAt, statusNext, statusSince } from '../../relationships/relationships.queries.js'
import type { RelationshipDocument } from '../../relationships/relationships.view.js'
import { languageOf } from '../../texts/language-of.js'
import { leftOutSaid } from '../../texts/not-valued.js'
import { kindNames } from '../../touchpoints/touchpoints.queries.js'
import { NamedMember, NamedUnit, type Names } from '../shown/names.js'
import { Gists } from '../shown/notes/gists.js'
import { EventRef, type RefsById, refsOf } from '../shown/refs.js'

export class ShownTarget {
  @Choice(stages) stage!: Stage
  @Optional() @Day() by?: string
}

/** What time alone will change, and when. */
export class StatusAhead {
  @Choice(statuses) status!: Status
  @Day() from!: string
}

/** The last touch of one function. */
export class FunctionTouch {
  @Choice(functions) function!: MemberFunction
  @Label({ max: 80 }) kind!: string
  /** What the kind is called, in the reader’s language. */
  @Optional() @Label({ max: 80 }) kindName?: string
  @Optional() @Instant() at?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) atOn?: string
  @Optional() @Choice(precisions) atPrecision?: Precision
  @Integer({ min: 1, max: 10_000_000 }) touches!: number
  /** What it says in one sentence of the group’s language, where it is in another than the reader’s. */
  @Optional() @Title({ max: 400 }) gist?: Guarded<string>
  @ListOf(EventRef) from!: EventRef[]
}

export class ShownRelationship {
  /** `<customer>.<unit>`. */
  @Id('relationship') id!: string
  @Nested(NamedUnit) unit!: NamedUnit
  @Choice(stages) stage!: Stage
  /** Absent when it was so before anything else is known. */
  @Optional() @Instant() stageSince?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) stageSinceOn?: string
  @Optional() @Choice(precisions) stageSincePrecision?: Precision
  /** How it got there; absent while nobody has decided anything. */
  @Optional() @Choice(stages) stageBefore?: Stage
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
  /** Records that showed it. */
  @Ids('record', { max: 30 }) evidence!: string[]
  /** The event that set the stage, or with which the relationship began. */
  @ListOf(EventRef) from!: EventRef[]
  /** The life-cycle status at the moment asked about. */
  @Choice(statuses) status!: Status
  @Optional() @Day() statusSince?: string
  @Optional() @Nested(StatusAhead) next?: StatusAhead
  /** Absent while nobody leads it. */
  @Optional() @Nested(NamedMember) owner?: NamedMember
  /** Asked to lead it, and has not answered. */
  @Optional() @Nested(NamedMember) offeredTo?: NamedMember
  @ListOf(NamedMember) with!: NamedMember[]
  @Optional() @Nested(ShownTarget) target?: ShownTarget
  @Flag() keyAccount!: boolean
  @Integer({ min: 0, max: 10_000_000 }) purchases!: number
  @Optional() @Day() lastPurchase?: string
  /** All purchases, minor units of group currency; without those that cannot be valued. */
  @Integer({ min: -1e15, max: 1e15 }) boughtGroupMinor!: number
  /** Purchases that it leaves out. */
  @Optional() @ListOf(UnvaluedShown, { max: 200 }) boughtUnvalued?: UnvaluedShown[]
  /** The same in the reader’s language. */
  @Optional() @Label({ max: 500 }) boughtLeftOut?: string
  @Integer({ min: 0, max: 10_000_000 }) touches!: number
  @Optional() @Instant() lastTouch?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) lastTouchOn?: string
  @Optional() @Choice(precisions) lastTouchPrecision?: Precision
  @ListOf(FunctionTouch) byFunction!: FunctionTouch[]
}

/** Ids of the events a relationship's lines rest on. */
export const eventsBehind = (document: RelationshipDocument): (string | undefined)[] => [
  document.stageEvent ?? document.firstEvent,
  ...Object.values(document.byFunction).map(({ event }) => event),
]

export interface ShownWith {
  ask: QueryContext<object>
  names: Names
  refs: RefsById
  /** Of the last touches; absent in lists. */
  gists?: Gists
}

/** The gists of the last touches of relationships. */
export const touchGists = (documents: readonly RelationshipDocument[], ask: QueryContext<object>): Promise<Gists> =>
  Gists.ofNoted(
    ask,
    documents.flatMap(({ byFunction }) => Object.values(byFunction)),
  )

export function shownRelationship(
  document: RelationshipDocument,
  { ask, names, refs, gists }: ShownWith,
): ShownRelationship {
  const today = ask.todayIn(document.unit)
  const byFunction = Object.entries(document.byFunction).map(([name, { at, time, kind, count, event }]) => ({
    function: name as MemberFunction,
    kind,
    kindName: kindNames(kind)?.[languageOf(ask)],
    ...shownTimes({ at }, { at: time }, 'at'),
    touches: count,
    gist: gists?.of(event),
    from: refsOf(refs, event),
  }))
  const bought = worthOfSums([document.income], worthIn(ask.references))
  return {
    id: document.id,
    unit: names.unit(document.unit),
    stage: document.stage,
    ...shownTimes(document, document.times, 'stageSince', 'lastTouch'),
    stageBefore: document.stageBefore,
    why: document.stageWhy,
    evidence: document.evidence,
    from: refsOf(refs, document.stageEvent ?? document.firstEvent),
    status: statusAt(document, today),
    statusSince: statusSince(document, today),
    next: statusNext(document, today),
    owner: names.member(document.owner),
    offeredTo: names.member(document.offeredTo),
    with: document.with.map((id) => names.member(id)),
    target: document.target,
    keyAccount: document.keyAccount,
    purchases: document.incomes,
    lastPurchase: document.lastIncome,
    boughtGroupMinor: bought.groupMinor,
    boughtUnvalued: bought.unvalued,
    boughtLeftOut: leftOutSaid({ amounts: document.incomes, unvalued: bought.unvalued }, ask),
    touches: document.touches,
    byFunction: byFunction.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1)),
  }
}
