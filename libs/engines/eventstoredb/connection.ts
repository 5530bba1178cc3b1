/**
 * The client of EventStoreDB, known to this file alone, so that it can be changed when servers demand another; messages of
 * appends are made of the classes that it brings. Appends have a connection of their own: what is read, however much, does
 * not hold them up. What is read is asked of the leader, since things are decided by it: another member may lack what was
 * acknowledged last. Only whoever follows takes events from any member, which come in order from each.
 */
import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  BACKWARDS,
  END,
  EventStoreDBClient,
  type ResolvedEvent,
  START,
  type StreamingRead,
  streamNameFilter,
} from '@eventstore/db-client'
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import { EnginesRefused, type Position } from '#kernel'
import { allowedUrls } from './url.js'

export { default as shared } from '@eventstore/db-client/generated/shared_pb.js'
export type { Status } from '@eventstore/db-client/generated/status_pb.js'
export { default as messages } from '@eventstore/db-client/generated/streams_pb.js'
export type { BatchAppendReq, BatchAppendResp }

/** A record as the server keeps it, ours or its own. */
export type ServerRecord = ResolvedEvent | AllStreamResolvedEvent
export type Reading = StreamingRead<ServerRecord>
export type Following = AllStreamSubscription

/** Over which appends go, many at a time; both directions. */
export interface AppendCall {
  write(request: BatchAppendReq): boolean
  on(event: 'data', listener: (response: BatchAppendResp) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'end' | 'close', listener: () => void): unknown
  cancel(): void
}

/** What the client's own commands are made with, and hides from its types. */
interface Inner {
  GRPCStreamCreator(
    client: unknown,
    name: string,
    begin: (client: { batchAppend(...args: unknown[]): AppendCall }) => AppendCall,
  ): () => Promise<AppendCall>
  callArguments(options: { requiresLeader: boolean }, call: { deadline: number }): unknown[]
  getChannel(): Promise<{ close(): void }>
  readonly capabilities: Promise<{ serverVersion: string }>
}

export class EventStoreConnection {
  readonly #reading: HeldClient
  #appending: HeldClient

  /** @throws EnginesRefused `badSetting` when the client knows no such URL, or a file it names is not there */
  constructor(private readonly url: string) {
    this.#reading = new HeldClient(url)
    this.#appending = new HeldClient(url)
  }

  /** As it says, like `23.10.6`; `unknown` where it does not. */
  async serverVersion(): Promise<string> {
    // A client remembers for good that it could not find out.
    const asking = new HeldClient(this.url)
    try {
      return (await asking.inner.capabilities).serverVersion
    } finally {
      await asking.close()
    }
  }

  readStream(stream: string): Reading {
    return this.#reading.client.readStream(stream, { fromRevision: START, ...ofLeader })
  }

  /** Forwards, with what stands at `from`; 0 is the beginning. */
  readForwards(from: Position, maxCount: number): Reading {
    return this.#reading.client.readAll({ fromPosition: from === 0 ? START : at(from), maxCount, ...ofLeader })
  }

  /** Backwards, from before `from`; from the end where it is undefined. */
  readBackwards(from: Position | undefined, maxCount: number): Reading {
    const fromPosition = from === undefined ? END : at(from)
    return this.#reading.client.readAll({ fromPosition, maxCount, direction: BACKWARDS, ...ofLeader })
  }

  /** Everything after a position, the server's own records among it, from any member. */
  follow(after: Position): Following {
    return this.#reading.client.subscribeToAll({ fromPosition: after === 0 ? START : at(after) })
  }

  /** What is in streams that begin so; `passed` is told at times up to where the log was searched, and must not throw. */
  followStreams(after: Position, prefixes: readonly string[], passed: (position: bigint) => void): Following {
    const filter = streamNameFilter({
      prefixes: [...prefixes],
      maxSearchWindow: 32,
      checkpointInterval: 10,
      checkpointReached: (_, { commit }) => passed(commit),
    })
    return this.#reading.client.subscribeToAll({ fromPosition: after === 0 ? START : at(after), filter, ...ofLeader })
  }

  /** @throws what the client says when there is nobody to connect to */
  async openAppends(): Promise<AppendCall> {
    const client = this.#appending.inner
    const args = client.callArguments({ requiresLeader: true }, { deadline: Number.POSITIVE_INFINITY })
    return await client.GRPCStreamCreator(streams.StreamsClient, 'append', (to) => to.batchAppend(...args))()
  }

  /** Appends go by a fresh connection from now on; what waits on the old one hears that it has ended. */
  async renewAppends(): Promise<void> {
    const old = this.#appending
    this.#appending = new HeldClient(this.url)
    await old.close()
  }

  async close(): Promise<void> {
    await Promise.all([this.#appending.close(), this.#reading.close()])
  }
}

const ofLeader = { requiresLeader: true } as const
const at = (position: Position) => ({ commit: BigInt(position), prepare: BigInt(position) })

/** A client with the channel it opens, which it would leave open, so that the process could not end. */
class HeldClient {
  readonly client: EventStoreDBClient
  #channel: { close(): void } | undefined
  #isClosed = false

  constructor(url: string) {
    this.client = connected(url)
    const { inner } = this
    const open = inner.getChannel
    inner.getChannel = async () => {
      this.#channel = await open()
      if (this.#isClosed) this.#channel.close()
      return this.#channel
    }
  }

  get inner(): Inner {
    return this.client as unknown as Inner
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.client.dispose()
    this.#channel?.close()
  }
}

function connected(url: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url)
  } catch (error) {
    // Its words on a URL repeat it, and so a password.
    const names = /certificate/.test(String(error))
    const why = names ? 'names a certificate or key that is not there' : `cannot be used; allowed: ${allowedUrls}`
    throw new EnginesRefused('badSetting', `EVENT_LOG_URL ${why}`)
  }
}
