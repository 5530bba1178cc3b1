/** Which facts of a timeline are wanted: as a condition of the read store, and as a test of a fact. */
import {
  askedWords,
  Choice,
  Day,
  endOfAll,
  type Fact,
  type FilingsQuery,
  firstMomentOf,
  hadHappened,
  Id,
  Integer,
  InvalidInput,
  Label,
  Optional,
  type QueryContext,
  saysWords,
  type Where,
} from '#kernel'
import { functions, type MemberFunction } from '../../organization/events/member.events.js'
import { requireKnown } from '../../organization/known.queries.js'
import type { PrivateNotes } from '../shown/notes/private-notes.js'
import { requireSubjects } from '../shown/records/named-subjects.js'
import { kindOf } from './timeline-row.js'

export class TimelineQuery {
  /** A touchpoint kind, or a stored type. */
  @Optional() @Label({ max: 80 }) kind?: string
  @Optional() @Choice(functions) function?: MemberFunction
  @Optional() @Id('unit') unit?: string
  /** Who recorded it or was present. */
  @Optional() @Id('member') member?: string
  /** A person of the customer's who was present. */
  @Optional() @Id('contact') contact?: string
  /** First and last day, both included, where the unit of each is. */
  @Optional() @Day() from?: string
  @Optional() @Day() to?: string
  /** Words that occur in what was written. */
  @Optional() @Label({ max: 200 }) text?: string
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  @Optional() @Label({ max: 2000 }) cursor?: string
}

/** @throws InvalidInput for a kind, unit, member or contact that is not there: nothing would be found, as if nothing had happened */
export async function requireMeant(ask: QueryContext<TimelineQuery>): Promise<void> {
  const { query, catalogue, references, moment } = ask
  const shown = catalogue.all().map(({ type, touchpoint }) => touchpoint?.kind ?? type)
  if (query.kind !== undefined && !shown.includes(query.kind)) {
    const kinds = catalogue.all().flatMap(({ touchpoint }) => touchpoint?.kind ?? [])
    const limit = `${[...new Set(kinds)].join(', ')}, or the type of another event`
    throw new InvalidInput([{ path: 'kind', code: 'not-a-choice', limit }])
  }
  // Of a moment of the past it is enough that nothing is found.
  if (moment.asOf !== undefined || moment.knownAt !== undefined) return
  requireKnown(query, references)
  await requireSubjects({ contact: query.contact }, ask)
}

/** From when the days asked for begin anywhere until they end everywhere: more than they are where a unit is. */
const spanOf = ({ from, to }: Pick<TimelineQuery, 'from' | 'to'>): { begin?: string; end?: string } => ({
  begin: from && firstMomentOf(from),
  end: to && endOfAll(to),
})

/** What of the filter the filings of a timeline answer. */
export function filingsOf(
  { kind, function: by, unit, ...days }: TimelineQuery,
  { catalogue }: Pick<QueryContext, 'catalogue'>,
): Omit<FilingsQuery, 'partition'> {
  const { begin, end } = spanOf(days)
  const types =
    kind === undefined ? undefined : catalogue.all().filter((each) => (each.touchpoint?.kind ?? each.type) === kind)
  return {
    types: types?.map(({ type }) => type),
    units: unit === undefined ? undefined : [unit],
    function: by,
    from: begin,
    below: end,
  }
}

/** What of the filter the rows of the search answer. */
export function conditionsOf({ kind, unit, ...days }: TimelineQuery): Where[] {
  const { begin, end } = spanOf(days)
  return [
    ...(kind === undefined ? [] : [{ column: 'kind', eq: kind }]),
    ...(unit === undefined ? [] : [{ column: 'unit', eq: unit }]),
    ...(begin === undefined ? [] : [{ column: 'at', from: begin }]),
    ...(end === undefined ? [] : [{ column: 'at', below: end }]),
  ]
}

/** What decides whether a fact is wanted. */
interface Wanted {
  ask: QueryContext<object>
  query: TimelineQuery
  notes: PrivateNotes
}

/** Whether a fact is wanted, by everything but the text. */
export function fits({ ask, query, notes }: Wanted, fact: Fact): boolean {
  const { kind, unit } = query
  if (kind !== undefined && kindOf(ask, fact) !== kind) return false
  if (unit !== undefined && fact.unit !== unit) return false
  if (!(notes.hides(fact) ? fitsHidden(query, fact) : fitsPeople(query, fact, ask))) return false
  const { from = '', to } = query
  return (fact.day ?? '') >= from && hadHappened(fact, to)
}

function fitsPeople(
  { function: by, contact, member }: TimelineQuery,
  fact: Fact,
  { journals }: Pick<QueryContext, 'journals'>,
): boolean {
  if (by !== undefined && fact.data.function !== by) return false
  const isThere = (id: string) => fact.contacts.includes(id)
  if (contact !== undefined && !journals.partitionOf(contact, 'contact').ids.some(isThere)) return false
  return member === undefined || fact.actor === member || wasPresent(fact, member)
}

/** A private note of another is found by its writer alone, so that nobody learns by asking who was there. */
const fitsHidden = ({ function: by, contact, member }: TimelineQuery, { actor }: Fact): boolean =>
  by === undefined && contact === undefined && (member === undefined || actor === member)

const wasPresent = ({ data }: Fact, member: string): boolean =>
  Array.isArray(data.members) && data.members.includes(member)

/** Whether all words occur in what the fact says and the reader may see. */
export const saysText = (text: string, fact: Fact, notes: PrivateNotes): boolean =>
  !notes.hides(fact) && saysWords(writingsIn(fact.data, notes.opened(fact)).join('\n'), askedWords(text))

/** What people wrote, out of what is sealed and the same opened. */
function writingsIn(sealed: unknown, opened: unknown): string[] {
  if (sealed === null || typeof sealed !== 'object') return []
  if ('~' in sealed) return typeof opened === 'string' ? [opened] : []
  const values = opened as Record<string, unknown>
  return Object.entries(sealed).flatMap(([name, value]) => writingsIn(value, values[name]))
}
