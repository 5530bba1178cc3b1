/**
 * The engines that all processes share, each a process of its own behind a network of ours: killed or stopped,
 * restarted with what it had, and told to answer as it should not.
 */
import { randomBytes } from 'node:crypto'
import { MongodbServer, outlivesKills } from '../../../engines/mongodb-server.js'
import { Network } from './network.js'

export interface Engine {
  name: string
  network: Network
  /** How it is taken down, as the report says it; undefined for a server that is not ours to take down. */
  takenDown?: string
  halt(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

/** The server itself, with whatever stands between `//` and the database. */
const portOf = /:(\d+)\//

export class MongodbEngine implements Engine {
  readonly name = 'MongoDB'
  /** Killed, the server of Python loses what it has acknowledged as journaled. */
  readonly takenDown = outlivesKills() ? 'killed' : 'stopped (SIGTERM)'

  private constructor(
    readonly network: Network,
    private readonly server: MongodbServer,
  ) {}

  static async start(): Promise<MongodbEngine> {
    const [network, server] = await Promise.all([Network.start(), MongodbServer.start({ isOwn: true })])
    const engine = new MongodbEngine(network, server)
    engine.join()
    return engine
  }

  /** Of a database that nobody has used, reached over the network and by no address that the server itself gives. */
  freshUrl(): string {
    return `${this.server.freshUrl().replace(portOf, `:${this.network.port}/`)}&directConnection=true`
  }

  halt(): Promise<void> {
    return this.server.halt(outlivesKills() ? 'SIGKILL' : 'SIGTERM')
  }

  async resume(): Promise<void> {
    await this.server.resume()
    this.join()
  }

  async stop(): Promise<void> {
    await this.server.stop()
    await this.network.stop()
  }

  private join(): void {
    this.network.leadTo(Number(portOf.exec(this.server.freshUrl())?.[1]))
  }
}

export const freshMasterKey = (): string => randomBytes(32).toString('base64')
