/** Appends to the stand-in of EventStoreDB, many over one stream or one by one, answered, refused and mistreated as told. */
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js'
import { type ServerDuplexStream, type ServerReadableStream, type sendUnaryData, status } from '@grpc/grpc-js'
import { type Faults, takes } from '../faults.js'
import type { Expected, Outcome, Proposed, StoredLog } from '../stored-log.js'
import { type Asked, batchAnswer, inNumbers, inText, mostBytes, type Refused, respondTo } from './append-answers.js'
import { failure } from './wire.js'

export type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>

/** Of one message. */
const largest = 17 * 1_048_576
const tooLarge = 'Received message exceeds the maximum configured message size.'
/** A request that was refused is answered a second time after so long. */
const againMs = 2_000
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function answerBatches(call: BatchCall, log: StoredLog, faults: Faults): void {
  const unfinished = new Map<string, Asked>()
  let answered = 0
  const answer = (id: string, { stream, expected, outcome }: Asked & { outcome: Outcome | Refused }) => {
    const answering = () => {
      // A real server writes ids in another form than it was given.
      if (!call.cancelled && !call.destroyed)
        call.write(batchAnswer({ id: answered++ % 2 === 0 ? inText(id) : inNumbers(id), stream, expected, outcome }))
    }
    const lateMs = faults.lateMs > 0 ? Math.random() * faults.lateMs : 0
    if (lateMs > 0) setTimeout(answering, lateMs)
    else answering()
    if (faults.answerTwice) setTimeout(answering, lateMs + 5)
    if (stream !== '' && 'name' in outcome && outcome.name === 'BadRequest') setTimeout(answering, againMs)
  }
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? ''
    const options = request.getOptions()
    const asked = options ? askedFor(options) : unfinished.get(id)
    if (!asked) return
    if (sizeOf(request) > largest) {
      call.emit('error', failure(status.RESOURCE_EXHAUSTED, tooLarge))
      return
    }
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

const sizeOf = (request: BatchAppendReq): number =>
  request.getProposedMessagesList().reduce((sum, message) => sum + message.getData_asU8().length, 0)

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
