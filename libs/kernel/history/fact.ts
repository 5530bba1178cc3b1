/** A fact as folds see it: an event after corrections, in the place where it happened. */

import { comparePositions, type Position } from '../events/position.js'
import { BECAUSE, type JsonObject, type Precision, type StoredEvent } from '../events/stored-event.js'
import { dayIn } from './instants.js'

/** The IANA time zone of a unit, or of the group without one, as recorded at a position. */
export type UnitZones = (unit: string | undefined, recordedAt: Position) => string

export interface Fact<T extends string = string, P = JsonObject> {
  /** Id of the first event. */
  id: string
  type: T
  /** Of the last version known. */
  data: P
  stream: string
  /** The stream's name after its category: the id of what the fact is about. */
  entity: string
  /** ISO instant: its place in effective order. */
  at: string
  /** Its day where its unit is; none of what lies before everything, nor where facts are made without zones. */
  day?: string
  /** As stated, with its precision. */
  occurredAt: string
  precision: Precision
  /** When the first event was recorded, ISO instant. */
  recordedAt: string
  /** Position of the first event. */
  position: Position
  actor: string
  unit?: string
  /** Id of the customer or contact in whose partition it is folded: the survivor where customers were merged. */
  partition: string
  /** The leading customer; in a customer's partition that customer. */
  customer: string
  /** Whether the partition's customer or contact leads: is the first of those it is filed under. */
  leads: boolean
  customers: string[]
  contacts: string[]
  importId?: string
  source?: { system: string; record: string }
  /** Whether a correction has restated it. */
  restated: boolean
  /** This program cannot read what it says: then it says nothing. */
  unreadable?: true
}

/** A fact whatever it states. */
export type AnyFact = Fact<string, unknown>

const entityOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)

function withoutReason({ [BECAUSE]: _, ...data }: JsonObject): JsonObject {
  return data
}

/** A day as it is stated; else the one that its moment is in, by the zone of its unit as recorded with this version. */
function dayOf({ metadata, position }: StoredEvent, zones: UnitZones): string | undefined {
  const { occurredPrecision, occurredAt, effectiveAt, unit } = metadata
  if (occurredPrecision === 'before') return undefined
  return occurredPrecision === 'day' ? occurredAt : dayIn(effectiveAt, zones(unit, position))
}

/**
 * The fact that `first` states in the version `last` (the same event when nothing corrected it).
 * @param zones whoever folds views gives them: folds know days, and no zones
 */
export function factOf(first: StoredEvent, last: StoredEvent, zones?: UnitZones): Fact {
  const { metadata } = last
  return {
    id: first.id,
    type: first.type,
    data: first === last ? last.data : withoutReason(last.data),
    stream: first.stream,
    entity: entityOf(first.stream),
    at: metadata.effectiveAt,
    day: zones && dayOf(last, zones),
    occurredAt: metadata.occurredAt,
    precision: metadata.occurredPrecision,
    recordedAt: first.metadata.recordedAt,
    position: first.position,
    actor: first.metadata.actor,
    unit: metadata.unit,
    partition: '',
    customer: metadata.customers[0] ?? '',
    leads: true,
    customers: metadata.customers,
    contacts: metadata.contacts,
    importId: first.metadata.importId,
    source: first.metadata.source,
    restated: first !== last,
    ...(last.unreadable && { unreadable: true }),
  }
}

/** Whether a fact had happened by a moment, or by the end of a day where its unit is. */
export const hadHappened = ({ at, day }: Pick<AnyFact, 'at' | 'day'>, asOf: string | undefined): boolean =>
  asOf === undefined || (asOf.length === 10 ? (day ?? '') <= asOf : at <= asOf)

/** Effective order: by moment, then by the position of the first event. */
export function inEffectiveOrder(a: Pick<Fact, 'at' | 'position'>, b: Pick<Fact, 'at' | 'position'>): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return comparePositions(a.position, b.position)
}
