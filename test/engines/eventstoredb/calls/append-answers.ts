/** What the stand-in of EventStoreDB answers to an append, as messages: of many on one call, or of one. */
import shared from '@eventstore/db-client/generated/shared_pb.js'
import statuses from '@eventstore/db-client/generated/status_pb.js'
import type { AppendResp, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { type sendUnaryData, status } from '@grpc/grpc-js'
import any from 'google-protobuf/google/protobuf/any_pb.js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import type { Expected, Outcome, Proposed } from '../stored-log.js'
import { failure, identifier, thrown } from './wire.js'

/** Of the data of one append, together. */
export const mostBytes = 1_048_576

/** Why an append is refused, by the name of the message that says so. */
export interface Refused {
  name: 'WrongExpectedVersion' | 'MaximumAppendSizeExceeded' | 'BadRequest' | 'Unknown' | 'Timeout'
  message: string
  current?: number
}

export interface Asked {
  stream: string
  expected: Expected
  events: Proposed[]
  deadlineMs: number
}

/** As it was given. */
export const inText = (id: string) => new shared.UUID().setString(id)

/** As two halves of 64 bits. */
export function inNumbers(id: string): InstanceType<typeof shared.UUID> {
  const digits = id.replaceAll('-', '')
  const [most, least] = [digits.slice(0, 16), digits.slice(16)].map((half) => BigInt.asIntN(64, BigInt(`0x${half}`)))
  return new shared.UUID().setStructured(
    new shared.UUID.Structured().setMostSignificantBits(String(most)).setLeastSignificantBits(String(least)),
  )
}

export function batchAnswer({
  id,
  stream,
  expected,
  outcome,
}: {
  id: InstanceType<typeof shared.UUID>
  stream: string
  expected: Expected
  outcome: Outcome | Refused
}): BatchAppendResp {
  const response = new streams.BatchAppendResp().setCorrelationId(id).setStreamIdentifier(identifier(stream))
  if ('name' in outcome) return response.setError(statusOf(outcome, expected))
  const success = new streams.BatchAppendResp.Success().setCurrentRevision(
    String((outcome as { revision: number }).revision),
  )
  const { position } = outcome as { position?: number }
  if (position === undefined) success.setNoPosition(new empty.Empty())
  else
    success.setPosition(
      new shared.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position)),
    )
  return response.setSuccess(success)
}

const codes = { WrongExpectedVersion: 6, MaximumAppendSizeExceeded: 3, BadRequest: 3, Unknown: 2, Timeout: 4 } as const

function statusOf(refused: Refused, expected: Expected): InstanceType<typeof statuses.Status> {
  const details = new any.Any()
  details.pack(detailsOf(refused, expected).serializeBinary(), `event_store.client.${refused.name}`)
  return new statuses.Status()
    .setCode(codes[refused.name] as Parameters<InstanceType<typeof statuses.Status>['setCode']>[0])
    .setMessage(refused.message)
    .setDetails(details)
}

function detailsOf({ name, message, current = -1 }: Refused, expected: Expected): { serializeBinary(): Uint8Array } {
  if (name === 'MaximumAppendSizeExceeded') return new shared.MaximumAppendSizeExceeded().setMaxappendsize(mostBytes)
  if (name === 'BadRequest') return new shared.BadRequest().setMessage(message)
  // What it is not ready for is in no message of its own.
  if (name === 'Unknown') return new empty.Empty()
  if (name === 'Timeout') return new shared.Timeout()
  const wrong = new shared.WrongExpectedVersion()
  if (current < 0) wrong.setCurrentNoStream(new empty.Empty())
  else wrong.setCurrentStreamRevision(String(current))
  if (typeof expected === 'number') wrong.setExpectedStreamPosition(String(expected))
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new empty.Empty())
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new empty.Empty())
  else wrong.setExpectedAny(new empty.Empty())
  return wrong
}

export function respondTo({ expected }: Asked, outcome: Outcome | Refused, respond: sendUnaryData<AppendResp>): void {
  if (!('name' in outcome)) respond(null, new streams.AppendResp().setSuccess(success(outcome)))
  else if (outcome.name === 'WrongExpectedVersion')
    respond(null, new streams.AppendResp().setWrongExpectedVersion(wrongVersion(outcome.current ?? -1, expected)))
  else respond(outcome.name === 'MaximumAppendSizeExceeded' ? tooMuch() : thrown())
}

function tooMuch(): ReturnType<typeof failure> {
  const trailers = { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(mostBytes) }
  return failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${mostBytes} Exceeded.`, trailers)
}

function success(outcome: Outcome): AppendResp.Success {
  const { revision, position } = outcome as { revision: number; position: number }
  const at = new streams.AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position))
  return new streams.AppendResp.Success().setCurrentRevision(String(revision)).setPosition(at)
}

function wrongVersion(current: number, expected: Expected): AppendResp.WrongExpectedVersion {
  const wrong = new streams.AppendResp.WrongExpectedVersion()
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty())
  else wrong.setCurrentRevision(String(current))
  if (typeof expected === 'number') return wrong.setExpectedRevision(String(expected))
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new shared.Empty())
  return expected === 'stream_exists'
    ? wrong.setExpectedStreamExists(new shared.Empty())
    : wrong.setExpectedAny(new shared.Empty())
}
