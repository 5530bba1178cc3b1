/**
 * An event as the log holds it: plain JSON, one closed set of metadata. These bytes are fixed for
 * ever, so nothing is added here that could be derived.
 */
import type { Position } from './position.js'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** How exactly the moment of occurring is known. `before`: ahead of everything else that is filed where it is. */
export const precisions = ['instant', 'day', 'month', 'before'] as const
export type Precision = (typeof precisions)[number]

export interface Correction {
  /** Id of the first event, also when a correction is corrected. */
  eventId: string
  mode: 'restate' | 'retract'
}

/** Reserved in the data of a correction: why it was made. Sealed like any writing; no part of the fact. */
export const BECAUSE = '~because'

/** With whom an event is filed: the partitions whose histories hold it. */
export interface Filing {
  /** Ids; the first leads. */
  customers: string[]
  contacts: string[]
}

export interface EventMetadata extends Filing {
  schemaVersion: number
  /** As stated: an ISO instant, a day `2026-03-01`, a month `2026-03`, or '' when `before`. */
  occurredAt: string
  occurredPrecision: Precision
  /** ISO instant in UTC with milliseconds; the place in effective order. */
  effectiveAt: string
  /** ISO instant in UTC with milliseconds; never falls along the log. */
  recordedAt: string
  /** Member id, or `system:<name>`. */
  actor: string
  /** Selling unit, where the fact belongs to one. */
  unit?: string
  commandId: string
  /** Keyed hash of the command's body: the same id with another body is refused. */
  fingerprint: string
  correlationId?: string
  causationId?: string
  source?: { system: string; record: string }
  importId?: string
  corrects?: Correction
  /** On a correction: with whom earlier versions are filed that the last one does not name. */
  formerly?: Filing
}

export interface NewEvent {
  /** UUID. */
  id: string
  /** `<stream category>.<fact>` */
  type: string
  data: JsonObject
  metadata: EventMetadata
}

export interface StoredEvent extends NewEvent {
  stream: string
  /** 0-based within its stream. */
  revision: number
  position: Position
  /** This program cannot read what it says: then `data` is empty. Never stored. */
  unreadable?: true
}
