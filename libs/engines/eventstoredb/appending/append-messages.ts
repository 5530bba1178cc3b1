/** An append as the server's messages, in the client's own classes: the bytes of an event are those of its canonical JSON. */
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js'
import { type Appended, type ExpectedRevision, LogRefused, type Position, storedPosition } from '#kernel'
import { type BatchAppendReq, type BatchAppendResp, messages, type Status, shared } from '../connection.js'
import type { Lost } from '../failures.js'

/** An event as it is sent. */
export interface SentEvent {
  id: string
  type: string
  /** Canonical JSON. */
  data: Uint8Array
  /** Canonical JSON. */
  metadata: Uint8Array
}

export interface SentAppend {
  stream: string
  expected: ExpectedRevision
  events: readonly SentEvent[]
}

/** What came of an append: where it is, where the stream is instead, why it never will be, or that nobody knows. */
export type AppendAnswer = Appended | { actual: ExpectedRevision } | { refused: LogRefused } | Lost

/**
 * By which a server gives up. It is an instant of this machine's clock, which may be wrong by hours; a server caps it
 * by a time of its own, and we wait no longer than we say.
 */
const deadlineMs = 24 * 3_600_000

export function appendRequest(correlationId: string, { stream, expected, events }: SentAppend): BatchAppendReq {
  const options = new messages.BatchAppendReq.Options()
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setDeadline(timestamp.Timestamp.fromDate(new Date(Date.now() + deadlineMs)))
  if (expected === 'no-stream') options.setNoStream(new empty.Empty())
  else options.setStreamPosition(String(expected))
  return new messages.BatchAppendReq()
    .setCorrelationId(new shared.UUID().setString(correlationId))
    .setOptions(options)
    .setProposedMessagesList(events.map(proposed))
    .setIsFinal(true)
}

function proposed({ id, type, data, metadata }: SentEvent): BatchAppendReq.ProposedMessage {
  const message = new messages.BatchAppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(id))
    .setData(data)
    .setCustomMetadata(metadata)
  message.getMetadataMap().set('type', type).set('content-type', 'application/json')
  return message
}

/** Servers write ids as text or as two numbers. */
export function correlationIdOf(response: BatchAppendResp): string {
  const id = response.getCorrelationId()
  const numbers = id?.getStructured()
  if (!numbers) return id?.getString() ?? ''
  const halves = [numbers.getMostSignificantBits(), numbers.getLeastSignificantBits()]
  const digits = halves.map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

export function answerIn(response: BatchAppendResp): AppendAnswer {
  const error = response.getError()
  if (error) return answerOfStatus(error)
  const success = response.getSuccess()
  const position = success?.getPosition()
  if (!success || !position)
    return {
      refused: new LogRefused('The event log holds these events of old, and has deleted or truncated their stream.'),
    }
  return {
    revision: Number(success.getCurrentRevision()),
    position: positionIn(position.getCommitPosition(), position.getPreparePosition()),
  }
}

/** @throws LogRefused for a log whose records have two positions, as those written by clients of another protocol */
export function positionIn(commit: string | bigint, prepare: string | bigint): Position {
  if (commit !== prepare) throw new LogRefused('The event log holds transactions of old clients: it is none of ours.')
  return storedPosition(Number(commit))
}

const named = /\.?([A-Za-z]+)$/

function answerOfStatus(error: Status): AppendAnswer {
  const details = error.getDetails()
  const [, name = ''] = named.exec(details?.getTypeName() ?? '') ?? []
  const said = error.getMessage()
  switch (name) {
    case 'WrongExpectedVersion': {
      const wrong = shared.WrongExpectedVersion.deserializeBinary(details?.getValue_asU8() ?? new Uint8Array())
      return { actual: wrong.hasCurrentStreamRevision() ? Number(wrong.getCurrentStreamRevision()) : 'no-stream' }
    }
    case 'MaximumAppendSizeExceeded':
    case 'MaximumAppendEventSizeExceeded':
      return {
        refused: new LogRefused('The event log takes less than 1 MB at once: set its MaxAppendSize to 1048576.'),
      }
    case 'AccessDenied':
      return { refused: new LogRefused("The event log's server does not let whom the URL names append.") }
    case 'StreamDeleted':
      return { refused: new LogRefused('The event log has deleted a stream that is part of it.') }
    case 'BadRequest':
      return { refused: new LogRefused(`The event log's server does not take an append: ${said}.`) }
    default:
      // It is starting, busy, or was too slow: whether it was recorded, only the same append again tells.
      return { lost: new Error(said || name || 'the server gave no reason') }
  }
}
