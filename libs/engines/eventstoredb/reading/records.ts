/** Which records of the server are events of the log, and what they are as such. */
import { type EventMetadata, type JsonObject, LogRefused, type Position, type StoredEvent } from '#kernel'
import { positionIn } from '../appending/append-messages.js'
import type { ServerRecord } from '../connection.js'

/** Where the log says whose it is. */
const identityStream = 'kumppani'
/** Between what the streams of a log begin with on a server that it shares, and their names. */
const apart = ':'

/** What the streams of a log are called on its server. */
export class StreamNames {
  readonly #begin: string

  /** @param prefix on a server that others write to as well */
  constructor(prefix?: string) {
    this.#begin = prefix === undefined ? '' : prefix + apart
  }

  get identity(): string {
    return this.kept(identityStream)
  }

  kept(stream: string): string {
    return this.#begin + stream
  }

  /** Undefined for what is no part of the log: the streams of others, and of the server, which begin with $. */
  given(kept: string): string | undefined {
    if (!kept.startsWith(this.#begin)) return undefined
    const stream = kept.slice(this.#begin.length)
    return isOurs(stream) ? stream : undefined
  }
}

/** Whether a stream is part of the log by its name there. */
export const isOurs = (stream: string): boolean => !stream.startsWith('$') && stream !== identityStream

/** Where a record stands, whosever it is. */
export function positionOf({ event, link }: ServerRecord): Position {
  const position = (link ?? event)?.position
  if (!position) throw new LogRefused("The event log's server tells no positions: it takes version 23.10 or later.")
  return positionIn(position.commit, position.prepare)
}

/** Whether a record is an event of the log, as far as its names tell. */
export const isEvent = ({ event, link }: ServerRecord, names: StreamNames): boolean =>
  event !== undefined && link === undefined && !event.type.startsWith('$') && names.given(event.streamId) !== undefined

/**
 * The event that a record is; undefined when it is one of the server.
 * @throws LogRefused when it was written by somebody else
 */
export function eventOf(record: ServerRecord, names: StreamNames): StoredEvent | undefined {
  const { event } = record
  const stream = event && names.given(event.streamId)
  if (!event || stream === undefined || !isEvent(record, names)) return undefined
  const { id, type, data, metadata, revision } = event
  if (!event.isJson || !isObject(data) || !isObject(metadata))
    throw new LogRefused(
      `The event log holds a record that is none of ours, at position ${event.position?.commit}: EVENT_LOG_URL is to name a server that nobody else writes to, or a streamPrefix of its own.`,
    )
  return {
    ...{ id, type, stream },
    data: data as JsonObject,
    metadata: metadata as unknown as EventMetadata,
    revision: Number(revision),
    position: positionOf({ event }),
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
