/** Which facts of a timeline are wanted: as a condition of the read store, and as a test of a fact. */
import { type Asking, Choice, Day, type Fact, Id, Integer, Label, Optional, type Where } from '#kernel'
import { functions, type MemberFunction } from '../../organization/events/member.events.js'
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
  /** First and last day, both included. */
  @Optional() @Day() from?: string
  @Optional() @Day() to?: string
  /** Words that occur in what was written. */
  @Optional() @Label({ max: 200 }) text?: string
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  @Optional() @Label({ max: 2000 }) cursor?: string
}

/** First instant after a day; days are those of the recorded instants. */
const after = (day: string): string => `${day}T99`

/** The columns' part of the filter. */
export function conditionsOf({ kind, function: by, unit, from, to }: TimelineQuery): Where[] {
  return [
    ...(kind === undefined ? [] : [{ column: 'kind', eq: kind }]),
    ...(by === undefined ? [] : [{ column: 'function', eq: by }]),
    ...(unit === undefined ? [] : [{ column: 'unit', eq: unit }]),
    ...(from === undefined ? [] : [{ column: 'at', from }]),
    ...(to === undefined ? [] : [{ column: 'at', below: after(to) }]),
  ]
}

/** Whether a fact is wanted, by everything but the text. */
export function fits(ask: Asking<object>, query: TimelineQuery, fact: Fact): boolean {
  const { kind, function: by, unit, member, contact, from, to } = query
  if (kind !== undefined && kindOf(ask, fact) !== kind) return false
  if (by !== undefined && fact.data.function !== by) return false
  if (unit !== undefined && fact.unit !== unit) return false
  if (contact !== undefined && !fact.contacts.includes(contact)) return false
  if (member !== undefined && !took(fact, member)) return false
  return (from === undefined || fact.at >= from) && (to === undefined || fact.at < after(to))
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
