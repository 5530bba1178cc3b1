/** Subscriptions of the stand-in of EventStoreDB: what is there, word that it is caught up, then what comes, until a burst. */
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import { status } from '@grpc/grpc-js'
import type { Faults } from '../faults.js'
import type { Recorded, StoredLog } from '../stored-log.js'
import type { Matching } from './matching.js'
import { drained, type ReadCall } from './read-call.js'
import { caughtUpBytes, checkpointBytes, confirmationBytes, eventBytes, failure, thrown } from './wire.js'

/** So many events may wait for a live subscription. */
const slots = 32
const tooSlow = 'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.'

export interface ReadOf {
  log: StoredLog
  faults: Faults
  endedOnBurst: () => void
}

interface Followed extends ReadOf {
  options: ReadReq.Options
  matches: Matching
}

export function answerSubscription(call: ReadCall, followed: Followed): void {
  const { log, options } = followed
  const start = startOf(log, options)
  if (start === undefined) {
    call.emit('error', thrown())
    return
  }
  call.write(confirmationBytes())
  const following = new Following(call, followed, start)
  const stop = log.onAppend(() => following.noteAppend())
  call.on('cancelled', () => {
    following.ended = true
    stop()
  })
  call.on('finish', stop)
  void following.pump()
}

/** The index of the first event to send, in the log or in the stream; undefined for a place that is none. */
function startOf(log: StoredLog, options: ReadReq.Options): number | undefined {
  const ofStream = options.getStream()
  if (ofStream) {
    const events = log.stream(nameOf(options)) ?? []
    if (ofStream.hasEnd()) return events.length
    return ofStream.hasStart() ? 0 : Number(ofStream.getRevision()) + 1
  }
  const ofAll = options.getAll()
  if (ofAll?.hasEnd()) return log.events.length
  if (!ofAll?.hasPosition()) return 0
  const found = log.indexAt(Number(ofAll.getPosition()?.getCommitPosition()))
  return found === undefined ? undefined : found + 1
}

const nameOf = (options: ReadReq.Options): string =>
  Buffer.from(options.getStream()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()

class Following {
  ended = false
  #isLive = false
  #pumping = false
  #considered = 0
  #matched: number | undefined
  readonly #events: () => readonly Recorded[]

  constructor(
    private readonly call: ReadCall,
    private readonly followed: Followed,
    private next: number,
  ) {
    const { log, options } = followed
    this.#events = options.hasStream() ? () => log.stream(nameOf(options)) ?? [] : () => log.events
  }

  noteAppend(): void {
    void this.pump()
    const waiting = this.#events().length - this.next
    if (this.ended || !this.#isLive || waiting <= slots || !this.followed.faults.endOnBursts) return
    this.ended = true
    this.followed.endedOnBurst()
    this.call.emit('error', failure(status.ABORTED, tooSlow))
  }

  async pump(): Promise<void> {
    if (this.#pumping || this.ended || this.followed.faults.stall) return
    this.#pumping = true
    for (;;) {
      const event = this.#events()[this.next]
      if (this.ended) break
      if (!event) {
        // On a stream that there is not yet, word comes with its first events.
        const stream = this.followed.options.getStream()
        const isThere = !stream || stream.hasEnd() || this.next > 0
        if (!this.#isLive && isThere) this.call.write(caughtUpBytes)
        this.#isLive ||= isThere
        break
      }
      this.next++
      if (!this.#send(event)) await drained(this.call)
    }
    this.#pumping = false
  }

  #send(event: Recorded): boolean {
    const { matches } = this.followed
    let isRoom = true
    if (matches(event)) {
      isRoom = this.call.write(eventBytes(event))
      this.#matched = event.position
    }
    this.#considered++
    const every = matches.checkpointEvery
    // Where anything matched, a real server tells of that place, however much was searched since.
    if (every && this.#considered % every === 0)
      isRoom = this.call.write(checkpointBytes(this.#matched ?? event.position)) && isRoom
    return isRoom
  }
}
