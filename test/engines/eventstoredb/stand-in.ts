/**
 * A stand-in of EventStoreDB 23.10 for tests: it speaks the client's protocol over a log of its own, answers as the
 * recorded answers of a real server, and misbehaves as it is told. Nothing of it is meant to keep anybody's log.
 */
import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import gossipMessages from '@eventstore/db-client/generated/gossip_pb.js'
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServerReadableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js'
import { answerAppend, answerBatches, type BatchCall } from './calls/appending.js'
import type { ReadCall } from './calls/read-call.js'
import { answerRead } from './calls/reading.js'
import { failure, supportedMethods } from './calls/wire.js'
import { type Faults, noFaults } from './faults.js'
import { StoredLog } from './stored-log.js'

export interface StandInAt {
  /** Where its log is kept; in memory where absent. */
  folder?: string
  /** A free one where absent. */
  port?: number
  /** PEM; without encryption where absent. */
  tls?: { key: Buffer; certificate: Buffer }
  /** `name:password` of the one who is let in; everybody where absent. */
  user?: string
}

/** What is too large is refused in a real one's words. */
const largest = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 }
/** By its own number in the protocol. */
const isLeader = 8

type Failing = { emit(event: 'error', error: ReturnType<typeof failure>): unknown }
type Admitted = Failing & { metadata: Metadata; on(event: string, listener: () => void): unknown }

export class StandIn {
  /** May be changed at any time. */
  readonly faults: Faults = noFaults()
  /** Members that gossip tells of, beside this one. */
  readonly others: { host: string; port: number; state: number; alive: boolean }[] = []
  private readonly calls = new Set<Failing>()
  private burstEnds = 0

  private constructor(
    private readonly server: Server,
    private readonly log: StoredLog,
    private readonly at: StandInAt & { port: number },
  ) {}

  static async start(at: StandInAt = {}): Promise<StandIn> {
    const server = new Server(largest)
    const credentials = at.tls
      ? ServerCredentials.createSsl(null, [{ private_key: at.tls.key, cert_chain: at.tls.certificate }])
      : ServerCredentials.createInsecure()
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    server.bindAsync(`127.0.0.1:${at.port ?? 0}`, credentials, (error, port) => (error ? reject(error) : resolve(port)))
    const standIn = new StandIn(server, new StoredLog(at.folder), { ...at, port: await promise })
    standIn.serve()
    return standIn
  }

  get port(): number {
    return this.at.port
  }

  /** So many subscriptions were ended because too much came at once. */
  get endedOnBursts(): number {
    return this.burstEnds
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=${this.at.tls !== undefined}`
  }

  /** Events of the server itself, as they lie at the end of every log that is quiet. */
  addSystemEvents(count: number): void {
    const event = () => ({
      ...{ id: crypto.randomUUID(), type: '$statsCollected', isJson: true },
      data: Buffer.from('{"proc-cpu":1}'),
      metadata: Buffer.alloc(0),
    })
    for (let nth = 0; nth < count; nth++) this.log.append('$stats-127.0.0.1:2113', 'any', [event()])
  }

  /** Ends what is under way, as a connection that breaks. */
  dropConnections(): void {
    for (const call of [...this.calls]) call.emit('error', failure(status.UNAVAILABLE, 'Connection dropped'))
  }

  /** Everybody's connection ends at once. */
  async stop(): Promise<void> {
    this.server.forceShutdown()
    this.log.close()
  }

  /** Another one over the same folder, at the same port. */
  restarted(): Promise<StandIn> {
    return StandIn.start(this.at)
  }

  private serve(): void {
    const { faults, log } = this
    this.server.addService(features.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, respond: sendUnaryData<unknown>) =>
        respond(null, supportedMethods(faults.version)),
    })
    this.server.addService(gossip.GossipService, {
      read: (_: unknown, respond: sendUnaryData<unknown>) => respond(null, this.members()),
    })
    // What is read is encoded once, not at every answer.
    const read = { ...streams.StreamsService.read, responseSerialize: (bytes: Buffer) => bytes }
    const { append, batchAppend } = streams.StreamsService
    this.server.addService({ read, append, batchAppend } as never, {
      read: (call: ReadCall) =>
        this.admits(call) && answerRead(call, { log, faults, endedOnBurst: () => this.burstEnds++ }),
      batchAppend: (call: BatchCall) => this.admits(call) && answerBatches(call, log, faults),
      append: (call: ServerReadableStream<AppendReq, AppendResp>, respond: sendUnaryData<AppendResp>) =>
        this.admits(call) && answerAppend(call, respond, { log, faults }),
    })
  }

  /** Whether it is somebody who may, at the member that is asked for; told otherwise. */
  private admits(call: Admitted): boolean {
    const { leader } = this.faults
    if (leader && call.metadata.get('requires-leader')[0] === 'true') {
      const where = { 'leader-endpoint-host': leader.host, 'leader-endpoint-port': String(leader.port) }
      call.emit('error', failure(status.NOT_FOUND, 'Leader info available', { exception: 'not-leader', ...where }))
      return false
    }
    const asWhom = `Basic ${Buffer.from(this.at.user ?? '').toString('base64')}`
    if (this.at.user !== undefined && call.metadata.get('authorization')[0] !== asWhom) {
      call.emit('error', failure(status.UNAUTHENTICATED, 'UnAuthenticated'))
      return false
    }
    this.calls.add(call)
    for (const ended of ['close', 'cancelled', 'finish', 'error']) call.on(ended, () => this.calls.delete(call))
    return true
  }

  private members(): InstanceType<typeof gossipMessages.ClusterInfo> {
    const self = { host: '127.0.0.1', port: this.port, state: isLeader, alive: true }
    const members = [...(this.faults.leader ? [] : [self]), ...this.others].map(({ host, port, state, alive }) =>
      new gossipMessages.MemberInfo()
        .setInstanceId(new shared.UUID().setString(crypto.randomUUID()))
        .setTimeStamp('0')
        .setState(state as never)
        .setIsAlive(alive)
        .setHttpEndPoint(new gossipMessages.EndPoint().setAddress(host).setPort(port)),
    )
    return new gossipMessages.ClusterInfo().setMembersList(members)
  }
}
