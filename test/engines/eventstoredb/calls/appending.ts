/** Appends to the stand-in of EventStoreDB, many over one stream or one by one, answered, refused and mistreated as told. */
import shared from '@eventstore/db-client/generated/shared_pb.js'
import statuses from '@eventstore/db-client/generated/status_pb.js'
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { type ServerDuplexStream, type ServerReadableStream, type sendUnaryData, status } from '@grpc/grpc-js'
import any from 'google-protobuf/google/protobuf/any_pb.js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import { type Faults, takes } from '../faults.js'
import type { Expected, Outcome, Proposed, StoredLog } from '../stored-log.js'
import { failure, identifier } from './wire.js'

export type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>

/** Of the data of one append, together. */
const mostBytes = 1_048_576
/** A request that was refused is answered a second time after so long. */
const againMs = 2_000
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Why an append is refused, by the name of the message that says so. */
interface Refused {
  name: 'WrongExpectedVersion' | 'MaximumAppendSizeExceeded' | 'BadRequest' | 'Unknown' | 'Timeout'
  message: string
  current?: number
}

interface Asked {
  stream: string
  expected: Expected
  events: Proposed[]
  deadlineMs: number
}

export function answerBatches(call: BatchCall, log: StoredLog, faults: Faults): void {
  const unfinished = new Map<string, Asked>()
  let answered = 0
  const answer = (id: string, { stream, expected, outcome }: Asked & { outcome: Outcome | Refused }) => {
    const answering = () => {
      // A real server writes ids in another form than it was given.
      if (!call.cancelled && !call.destroyed)
        call.write(said({ id: answered++ % 2 === 0 ? inText(id) : inNumbers(id), stream, expected, outcome }))
    }
    const lateMs = faults.lateMs > 0 ? Math.random() * faults.lateMs : 0
    if (lateMs > 0) setTimeout(answering, lateMs)
    else answering()
    if (faults.answerTwice) setTimeout(answering, lateMs + 5)
    if ('name' in outcome && outcome.name === 'BadRequest') setTimeout(answering, againMs)
  }
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? ''
    const options = request.getOptions()
    const asked = options ? askedFor(options) : unfinished.get(id)
    if (!asked) return
    asked.events.push(...request.getProposedMessagesList().map(proposed))
    unfinished.set(id, asked)
    if (!request.getIsFinal()) return
    unfinished.delete(id)
    const outcome = appended(asked, { log, faults, end: (error) => call.emit('error', error) })
    if (outcome) answer(id, { ...asked, outcome })
  })
  call.on('end', () => call.end())
}

export function answerAppend(
  call: ServerReadableStream<AppendReq, AppendResp>,
  respond: sendUnaryData<AppendResp>,
  { log, faults }: { log: StoredLog; faults: Faults },
): void {
  let asked: Asked | undefined
  call.on('data', (request: AppendReq) => {
    const options = request.getOptions()
    const message = request.getProposedMessage()
    if (options) asked = { ...targetOf(options), expected: expectedOf(options), events: [], deadlineMs: Infinity }
    if (message) asked?.events.push(proposed(message))
  })
  call.on('end', () => {
    if (!asked) return
    const outcome = appended(asked, { log, faults, end: (error) => respond(error) })
    if (outcome) respondTo(asked, outcome, respond)
  })
}

/** What came of it, for whoever is to hear it. */
function appended(
  asked: Asked,
  { log, faults, end }: { log: StoredLog; faults: Faults; end: (error: ReturnType<typeof failure>) => void },
): Outcome | Refused | undefined {
  if (faults.neverAnswer) return undefined
  if (takes(faults, 'notReady')) return { name: 'Unknown', message: 'Server Is Not Ready' }
  if (takes(faults, 'resetAppends')) {
    end(failure(status.INTERNAL, 'Received RST_STREAM with code 0 (Call ended without gRPC status)'))
    return undefined
  }
  const refused = refusalOf(asked)
  if (refused) return refused
  const outcome = log.append(asked.stream, asked.expected, asked.events)
  if (takes(faults, 'loseAnswers')) return undefined
  if (takes(faults, 'dropAfterAppend')) {
    end(failure(status.UNAVAILABLE, 'Connection dropped'))
    return undefined
  }
  return 'current' in outcome ? { name: 'WrongExpectedVersion', message: 'WrongExpectedVersion', ...outcome } : outcome
}

function refusalOf({ stream, events, deadlineMs }: Asked): Refused | undefined {
  const isBad = stream === '' || events.some(({ id, type }) => !uuid.test(id) || type === '')
  if (isBad) return { name: 'BadRequest', message: 'BadRequest' }
  if (deadlineMs <= Date.now()) return { name: 'Timeout', message: 'Timeout' }
  const bytes = events.reduce((sum, { data }) => sum + data.length, 0)
  if (bytes > mostBytes) return { name: 'MaximumAppendSizeExceeded', message: 'MaximumAppendSizeExceeded' }
  return undefined
}

const targetOf = (options: { getStreamIdentifier(): { getStreamName_asU8(): Uint8Array } | undefined }) => ({
  stream: Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
})

const askedFor = (options: BatchAppendReq.Options): Asked => ({
  ...targetOf(options),
  expected: options.hasStreamPosition() ? Number(options.getStreamPosition()) : expectedName(options),
  events: [],
  deadlineMs: options.getDeadline()?.toDate().getTime() ?? Infinity,
})

const expectedOf = (options: AppendReq.Options): Expected =>
  options.hasRevision() ? Number(options.getRevision()) : expectedName(options)

const expectedName = (options: { hasNoStream(): boolean; hasStreamExists(): boolean }): Expected =>
  options.hasNoStream() ? 'no_stream' : options.hasStreamExists() ? 'stream_exists' : 'any'

function proposed(message: BatchAppendReq.ProposedMessage | AppendReq.ProposedMessage): Proposed {
  const metadata = message.getMetadataMap()
  return {
    id: message.getId()?.getString() ?? '',
    type: metadata.get('type') ?? '',
    isJson: metadata.get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  }
}

const inText = (id: string) => new shared.UUID().setString(id)

function inNumbers(id: string): InstanceType<typeof shared.UUID> {
  const digits = id.replaceAll('-', '')
  const [most, least] = [digits.slice(0, 16), digits.slice(16)].map((half) => BigInt.asIntN(64, BigInt(`0x${half}`)))
  return new shared.UUID().setStructured(
    new shared.UUID.Structured().setMostSignificantBits(String(most)).setLeastSignificantBits(String(least)),
  )
}

function said({
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

function respondTo({ expected }: Asked, outcome: Outcome | Refused, respond: sendUnaryData<AppendResp>): void {
  if ('name' in outcome && outcome.name !== 'WrongExpectedVersion') {
    const isSize = outcome.name === 'MaximumAppendSizeExceeded'
    const trailers = { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(mostBytes) }
    const details = isSize ? `Maximum Append Size of ${mostBytes} Exceeded.` : outcome.message
    respond(failure(status.INVALID_ARGUMENT, details, isSize ? trailers : {}))
    return
  }
  const response = new streams.AppendResp()
  if ('name' in outcome) {
    const wrong = new streams.AppendResp.WrongExpectedVersion()
    const current = outcome.current ?? -1
    if (current < 0) wrong.setCurrentNoStream(new shared.Empty())
    else wrong.setCurrentRevision(String(current))
    if (typeof expected === 'number') wrong.setExpectedRevision(String(expected))
    else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty())
    else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty())
    else wrong.setExpectedAny(new shared.Empty())
    respond(null, response.setWrongExpectedVersion(wrong))
    return
  }
  const { revision, position } = outcome as { revision: number; position: number }
  const at = new streams.AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position))
  respond(
    null,
    response.setSuccess(new streams.AppendResp.Success().setCurrentRevision(String(revision)).setPosition(at)),
  )
}
