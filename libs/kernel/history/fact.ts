/** A fact as folds see it: an event after corrections, in the place where it happened. */

import type { Position } from '../events/position.js'
import { BECAUSE, type JsonObject, type Precision, type StoredEvent } from '../events/stored-event.js'

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
}

/** A fact whatever it states. */
export type AnyFact = Fact<string, unknown>

const entityOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)

function withoutReason({ [BECAUSE]: _, ...data }: JsonObject): JsonObject {
  return data
}

/** The fact that `first` states in the version `last` (the same event when nothing corrected it). */
export function factOf(first: StoredEvent, last: StoredEvent): Fact {
  const { metadata } = last
  return {
    id: first.id,
    type: first.type,
    data: first === last ? last.data : withoutReason(last.data),
    stream: first.stream,
    entity: entityOf(first.stream),
    at: metadata.effectiveAt,
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
  }
}

/** The day a fact states; of an instant its day in UTC, since folds know no time zone; none of what lies before everything. */
export function dayOf(fact: Pick<AnyFact, 'precision' | 'occurredAt' | 'at'>): string | undefined {
  const { precision, occurredAt, at } = fact
  if (precision === 'before') return undefined
  if (precision === 'day') return occurredAt
  return precision === 'month' ? `${occurredAt}-01` : at.slice(0, 10)
}

/** Effective order: by moment, then by the position of the first event. */
export function inEffectiveOrder(a: { at: string; position: number }, b: { at: string; position: number }): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.position - b.position
}
