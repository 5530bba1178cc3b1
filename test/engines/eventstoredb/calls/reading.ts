/** Reads and subscriptions of the stand-in of EventStoreDB, with the bounds, errors and ends of a real one. */
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import { status } from '@grpc/grpc-js'
import { takes } from '../faults.js'
import type { Recorded, StoredLog } from '../stored-log.js'
import { answerSubscription, type ReadOf } from './following.js'
import { filterOf } from './matching.js'
import { drained, type ReadCall } from './read-call.js'
import { eventBytes, failure, notFoundBytes, thrown } from './wire.js'

type Options = ReadReq.Options

/** Nothing of the kind is a place in this log. */
const unexpected = (what: string) => failure(status.UNKNOWN, `Unexpected ${what}: Error`)

export function answerRead(call: ReadCall, of: ReadOf): void {
  const { log, faults } = of
  if (faults.neverRead) return
  if (takes(faults, 'failReads')) {
    call.emit('error', thrown())
    return
  }
  const options = call.request.getOptions() as Options
  if (options.hasSubscription()) {
    try {
      answerSubscription(call, { ...of, options, matches: filterOf(options.getFilter()) })
    } catch {
      // An expression that is none.
      call.emit('error', thrown())
    }
    return
  }
  const count = Number(options.getCount())
  // A real server spins.
  if (count === 0 && options.hasAll()) return
  try {
    void send(call, (options.hasAll() ? ofAll : ofStream)(options, log, count))
  } catch (error) {
    call.emit('error', error)
  }
}

/** A stream that there is not is said, and ends well. */
function* ofStream(options: Options, log: StoredLog, count: number): Generator<Buffer> {
  const asked = options.getStream()
  const name = Buffer.from(asked?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()
  const known = log.stream(name)
  const isBackwards = options.getReadDirection() === 1
  if (name === '') throw thrown()
  if (count === 0 || (asked?.hasEnd() && !isBackwards)) throw unexpected('ReadStreamResult')
  if (!known) {
    yield notFoundBytes(name)
    return
  }
  const revision = asked?.hasEnd() ? known.length - 1 : asked?.hasStart() ? 0 : Number(asked?.getRevision())
  yield* from(known, isBackwards ? Math.min(revision, known.length - 1) : revision, { isBackwards, count })
}

/** Forwards from a position is with it, backwards without. */
function* ofAll(options: Options, log: StoredLog, count: number): Generator<Buffer> {
  const asked = options.getAll()
  const isBackwards = options.getReadDirection() === 1
  let at = asked?.hasEnd() ? log.events.length : 0
  if (asked?.hasPosition()) {
    const position = Number(asked.getPosition()?.getCommitPosition())
    if (Number(asked.getPosition()?.getPreparePosition()) > position) throw thrown()
    const found = position >= log.end ? log.events.length : log.indexAt(position)
    if (found === undefined) throw unexpected('ReadAllResult')
    at = found
  }
  yield* from(log.events, isBackwards ? at - 1 : at, { isBackwards, count })
}

function* from(
  events: readonly Recorded[],
  first: number,
  { isBackwards, count }: { isBackwards: boolean; count: number },
): Generator<Buffer> {
  for (let nth = 0; nth < count; nth++) {
    const event = events[isBackwards ? first - nth : first + nth]
    if (!event) return
    yield eventBytes(event)
  }
}

/** What cannot be read is found out with the first. */
async function send(call: ReadCall, messages: Generator<Buffer>): Promise<void> {
  try {
    for (const message of messages) {
      if (call.cancelled) return
      if (!call.write(message)) await drained(call)
    }
    call.end()
  } catch (error) {
    call.emit('error', error)
  }
}
