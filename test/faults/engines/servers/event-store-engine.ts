/** EventStoreDB as all processes share it: a stand-in that is killed and answers as it should not, or a server that was given. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Faults } from '../../../engines/eventstoredb/faults.js'
import { givenEventStore } from '../../../engines/eventstoredb/given-server.js'
import type { Engine } from './engines.js'
import { Network } from './network.js'

const standIn = fileURLToPath(new URL('../../../engines/eventstoredb/main.js', import.meta.url))
const listening = /listening on 127\.0\.0\.1:(\d+)/

/** The log's server behind a network of ours, as processes and the lane itself reach it. */
export interface EventStoreEngine extends Engine {
  /** As processes reach it, over the network. */
  readonly url: string
  /** As the lane itself reaches it. */
  readonly directUrl: string
  /** Absent of a server that answers as it likes. */
  tell?(faults: Partial<Faults> & { drop?: boolean }): void
}

/** The server of `EVENTSTORE_TEST_URL`, in streams of this run, else a stand-in. */
export async function startEventStore(folder: string): Promise<EventStoreEngine> {
  const given = givenEventStore()
  return given === undefined ? StandInEngine.start(folder) : givenEngine(given)
}

const ofOneHost = /^esdb:\/\/(?<user>[^@/]+@)?(?<host>[^:/,@]+):(?<port>\d+)\/?\?(?<options>.*)$/

/** @throws Error for a server that the network cannot stand in front of: certificates name its own host, and members each other's */
async function givenEngine(given: string): Promise<EventStoreEngine> {
  const { user = '', host, port, options = '' } = ofOneHost.exec(given)?.groups ?? {}
  if (host === undefined || !options.split('&').includes('tls=false'))
    throw new Error('EVENTSTORE_TEST_URL: the network of this lane takes a server of one host with tls=false')
  const network = await Network.start()
  network.leadTo(Number(port), host)
  return {
    ...{ name: 'EventStoreDB', network, directUrl: given },
    url: `esdb://${user}127.0.0.1:${network.port}?${options}`,
    halt: async () => undefined,
    resume: async () => undefined,
    stop: () => network.stop(),
  }
}

class StandInEngine implements EventStoreEngine {
  readonly name = 'EventStoreDB'
  readonly takenDown = 'killed'
  private child: ChildProcess | undefined
  private port = 0

  private constructor(
    readonly network: Network,
    private readonly folder: string,
  ) {}

  static async start(folder: string): Promise<EventStoreEngine> {
    const engine = new StandInEngine(await Network.start(), join(folder, 'eventstoredb'))
    await engine.resume()
    return engine
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.network.port}?tls=false`
  }

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
