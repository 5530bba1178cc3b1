/** Which facts of a timeline are wanted: as a condition of the read store, and as a test of a fact. */
import {
  type Asking,
  Choice,
  Day,
  endOf,
  type Fact,
  Id,
  Integer,
  Label,
  Optional,
  type References,
  startOf,
  utc,
  type Where,
} from '#kernel'
import { functions, type MemberFunction } from '../../organization/events/member.events.js'
import { zoneOf } from '../../organization/organization.reference.js'
import type { PrivateNotes } from '../shown/private-notes.js'
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
  /** First and last day in the group's time zone, both included. */
  @Optional() @Day() from?: string
  @Optional() @Day() to?: string
  /** Words that occur in what was written. */
  @Optional() @Label({ max: 200 }) text?: string
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  @Optional() @Label({ max: 2000 }) cursor?: string
}

/** The days asked for, as the instant at which they begin and the first one after them; days are the group's. */
function spanOf({ from, to }: TimelineQuery, references: References): { begin?: string; end?: string } {
  const zone = zoneOf(undefined, references)
  return { begin: from && utc(startOf(from, zone)), end: to && utc(endOf(to, zone)) }
}

/** The columns' part of the filter. */
export function conditionsOf(query: TimelineQuery, references: References): Where[] {
  const { kind, function: by, unit } = query
  const { begin, end } = spanOf(query, references)
  return [
    ...(kind === undefined ? [] : [{ column: 'kind', eq: kind }]),
    ...(by === undefined ? [] : [{ column: 'function', eq: by }]),
    ...(unit === undefined ? [] : [{ column: 'unit', eq: unit }]),
    ...(begin === undefined ? [] : [{ column: 'at', from: begin }]),
    ...(end === undefined ? [] : [{ column: 'at', below: end }]),
  ]
}

/** Whether a fact is wanted, by everything but the text. */
export function fits(ask: Asking<object>, query: TimelineQuery, fact: Fact): boolean {
  const { kind, function: by, unit, member, contact } = query
  if (kind !== undefined && kindOf(ask, fact) !== kind) return false
  if (by !== undefined && fact.data.function !== by) return false
  if (unit !== undefined && fact.unit !== unit) return false
  if (contact !== undefined && !fact.contacts.includes(contact)) return false
  if (member !== undefined && !took(fact, member)) return false
  const { begin, end } = spanOf(query, ask.references)
  return (begin === undefined || fact.at >= begin) && (end === undefined || fact.at < end)
}

/** Whether a member recorded the fact or was present. */
const took = ({ actor, data }: Fact, member: string): boolean =>
  actor === member || (Array.isArray(data.members) && data.members.includes(member))

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether all words occur in what the fact says and the reader may see; the last may be a beginning. */
export function says(text: string, fact: Fact, notes: PrivateNotes): boolean {
  if (notes.hides(fact)) return false
  const wanted = wordsOf(text)
  const last = wanted.pop()
  if (last === undefined) return false
  const words = stringsIn(notes.opened(fact)).flatMap(wordsOf)
  return wanted.every((word) => words.includes(word)) && words.some((word) => word.startsWith(last))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}
