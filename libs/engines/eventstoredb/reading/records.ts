/** Which records of the server are events of the log, and what they are as such. */
import { type EventMetadata, type JsonObject, LogRefused, type Position, type StoredEvent } from '#kernel'
import { positionIn } from '../appending/append-messages.js'
import type { ServerRecord } from '../connection.js'

/** Where the log says whose it is. */
export const identityStream = 'kumppani'

/** Whether a stream is part of the log: those of the server begin with $. */
export const isOurs = (stream: string): boolean => !stream.startsWith('$') && stream !== identityStream

/** Where a record stands, whosever it is. */
export function positionOf({ event, link }: ServerRecord): Position {
  const position = (link ?? event)?.position
  if (!position) throw new LogRefused("The event log's server tells no positions: it takes version 23.10 or later.")
  return positionIn(position.commit, position.prepare)
}

/** Whether a record is an event of the log, as far as its names tell. */
export const isEvent = ({ event, link }: ServerRecord): boolean =>
  event !== undefined && link === undefined && !event.type.startsWith('$') && isOurs(event.streamId)

/**
 * The event that a record is; undefined when it is one of the server.
 * @throws LogRefused when it was written by somebody else
 */
export function eventOf(record: ServerRecord): StoredEvent | undefined {
  const { event } = record
  if (!event || !isEvent(record)) return undefined
  const { id, type, data, metadata, streamId: stream, revision } = event
  if (!event.isJson || !isObject(data) || !isObject(metadata))
    throw new LogRefused(
      `The event log holds a record that is none of ours, at position ${event.position?.commit}: EVENT_LOG_URL is to name a server that nobody else writes to.`,
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
