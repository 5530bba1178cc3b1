/**
 * The envelope in which an event is published: CloudEvents 1.0, in the names and types of that specification
 * (attributes of small letters and digits, no lists, no null), and what stands in its data.
 */
import type { Filing, JsonObject, Precision } from '#kernel'

/** What the specification names, its documented extensions for keys and tracing included. */
interface StandardAttributes {
  specversion: '1.0'
  /** Of the event; a message that comes twice has it twice. */
  id: string
  /** The group's installation. */
  source: string
  /** As stored: `opportunity.won`. */
  type: string
  /** The stream the event was appended to. */
  subject: string
  /** When it was recorded; never falls along the log. */
  time: string
  datacontenttype: 'application/json'
  /** Names type and version; the id of the JSON Schema of the data. */
  dataschema: string
  partitionkey: string
  correlationid?: string
  /** The event that this follows from; it need not be published. */
  causationid?: string
}

/** Extensions of ours. */
interface OwnAttributes {
  slice: string
  /** Place in recorded order, in decimal digits; compared, never counted with. */
  position: string
  /** 0-based place within the stream. */
  revision: number
  /** Of type and data as published. */
  schemaversion: number
  commandid: string
  /** How many events the command recorded on this stream, all at once. */
  commandevents: number
  /** Which of them this is, from 1. */
  commandplace: number
  /** As stated: an instant, a day or a month; absent for what lies before everything. */
  occurredat?: string
  occurredprecision: Precision
  /** Place in effective order. */
  effectiveat: string
  actor: string
  unit?: string
  importid?: string
  sourcesystem?: string
  sourcerecord?: string
  /** The first event, which this restates or retracts. */
  correctsid?: string
  correctsmode?: 'restate' | 'retract'
}

export interface PublishedContent extends Filing {
  /** Of a correction: with whom earlier versions are filed that this one does not name. */
  formerly?: Filing
  /** What the event says; sealed values stand as tokens under `~sealed`. Absent where it retracts another. */
  fact?: JsonObject
  /** What is said besides when a fact is taken back: why, sealed. */
  retraction?: JsonObject
}

export interface CloudEvent extends StandardAttributes, OwnAttributes {
  data: PublishedContent
}

/** A message of Kafka: structured mode, so that whoever reads values alone has everything. */
export interface EventMessage {
  key: string
  /** JSON of the whole envelope. */
  value: string
  headers: Readonly<Record<string, string>>
}

/** Of facts that no customer and no contact are named by. */
export const groupKey = 'group'

/** What is published of one customer, or else of one contact, is in one partition, in recorded order. */
export const partitionKeyOf = ({ customers, contacts }: Filing): string => customers[0] ?? contacts[0] ?? groupKey

/** The source of all that one group publishes, by the identity that its files carry. */
export const sourceOf = (identity: string): string => `urn:kumppani:group:${identity}`

/** The id of the schema of an event's data. */
export const schemaIdOf = ({ type, version }: { type: string; version: number }): string =>
  `urn:kumppani:event:${type}:v${version}`
