/**
 * The engines that all processes share, each a process of its own behind a network of ours: killed or stopped,
 * restarted with what it had, and told to answer as it should not.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Faults } from '../../../engines/eventstoredb/faults.js'
import { MongodbServer } from '../../../engines/mongodb-server.js'
import { Network } from './network.js'

export interface Engine {
  name: string
  network: Network
  /** How it is taken down, as the report says it. */
  takenDown: string
  halt(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

const standIn = fileURLToPath(new URL('../../../engines/eventstoredb/main.js', import.meta.url))
const listening = /listening on 127\.0\.0\.1:(\d+)/
/** The server itself, with whatever stands between `//` and the database. */
const portOf = /:(\d+)\//

export class EventStoreEngine implements Engine {
  readonly name = 'EventStoreDB'
  readonly takenDown = 'killed'
  private child: ChildProcess | undefined
  private port = 0

  private constructor(
    readonly network: Network,
    private readonly folder: string,
  ) {}

  static async start(folder: string): Promise<EventStoreEngine> {
    const engine = new EventStoreEngine(await Network.start(), join(folder, 'eventstoredb'))
    await engine.resume()
    return engine
  }

  /** As processes reach it, over the network. */
  get url(): string {
    return `esdb://127.0.0.1:${this.network.port}?tls=false`
  }

  /** As the lane itself reaches it. */
  get directUrl(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`
  }

  /** @param faults to commit from now on; `drop` ends what is under way */
  tell(faults: Partial<Faults> & { drop?: boolean }): void {
    this.child?.stdin?.write(`${JSON.stringify(faults)}\n`)
  }

  async halt(): Promise<void> {
    const { child } = this
    if (!child) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    this.child = undefined
  }

  async resume(): Promise<void> {
    const child = spawn(process.execPath, [standIn, '--folder', this.folder, '--port', String(this.port)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.child = child
    for await (const line of createInterface({ input: child.stdout })) {
      const [, port] = listening.exec(line) ?? []
      if (port === undefined) continue
      this.port = Number(port)
      this.network.leadTo(this.port)
      return
    }
    throw new Error('the stand-in of EventStoreDB ended before it listened')
  }

  async stop(): Promise<void> {
    await this.halt()
    await this.network.stop()
  }
}

export class MongodbEngine implements Engine {
  readonly name = 'MongoDB'
  /** Killed, the server that is fetched for tests loses what it has acknowledged as journaled. */
  readonly takenDown = 'stopped (SIGTERM)'

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
    return this.server.halt()
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
