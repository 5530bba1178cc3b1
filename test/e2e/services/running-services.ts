/** Recorder, projector and insights as processes of their own, over engines that they share: requests go to whoever serves them. */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { JsonObject } from '#kernel'
import { givenEventStore } from '../../engines/eventstoredb/given-server.js'
import { StandIn } from '../../engines/eventstoredb/stand-in.js'
import { MongodbServer } from '../../engines/mongodb-server.js'
import { type Answered, type Asked, newFolder, RunningProgram } from '../running-program.js'

export type ServiceName = 'recorder' | 'projector' | 'insights'

/** A server of EventStoreDB. */
export interface RunningLog {
  readonly url: string
  stop(): Promise<void>
}

interface Engine {
  stop(): Promise<void>
  /** Where it keeps its data, as far as it is one of these services' own. */
  readonly folder?: string | undefined
}

const ofProjector = /^\/operations\/(rebuild|verify|parked)/

export class RunningServices {
  private readonly running = new Map<string, RunningProgram>()

  private constructor(
    readonly environment: Record<string, string>,
    private readonly engines: Engine[],
  ) {}

  /**
   * One of each, on servers of their own, or on those that tests are given.
   * @param of.log what holds the log instead; ended with the rest
   * @param of.before run while none of them has begun
   */
  static async start(
    further: Record<string, string> = {},
    { log, before }: { log?: RunningLog; before?: (environment: Record<string, string>) => void } = {},
  ): Promise<RunningServices> {
    const mongodb = await MongodbServer.start()
    const given = givenEventStore()
    const shared = given === undefined ? undefined : { url: given, stop: async () => undefined }
    const eventStore = log ?? shared ?? (await logOfItsOwn())
    const environment = {
      EVENT_LOG_URL: eventStore.url,
      READ_STORE_URL: mongodb.freshUrl(),
      KEYS_URL: mongodb.freshUrl(),
      KEYS_MASTER_KEY: randomBytes(32).toString('base64'),
      ...further,
    }
    const services = new RunningServices(environment, [eventStore, mongodb])
    before?.(environment)
    // Whichever comes first waits for the others.
    const begun = (['insights', 'projector', 'recorder'] as const).map((name) => services.begin(name))
    try {
      await Promise.all(begun)
      return services
    } catch (error) {
      await Promise.allSettled(begun)
      await services.discard()
      throw error
    }
  }

  /** @param as by which it is known here: there may be several of a kind */
  async begin(name: ServiceName, as: string = name, folder = newFolder()): Promise<RunningProgram> {
    const program = await RunningProgram.start(folder, this.environment, name)
    this.running.set(as, program)
    return program
  }

  /** Starts again what ended, on its own folder. */
  async again(name: ServiceName, as: string = name): Promise<void> {
    await this.begin(name, as, this.of(as).folder)
  }

  of(as: string): RunningProgram {
    const program = this.running.get(as)
    if (!program) throw new Error(`no ${as} was started`)
    return program
  }

  /** Asks whoever serves it, as the first administrator unless told otherwise. */
  ask(path: string, asked: Asked = {}): Promise<Answered> {
    const isRead = (asked.method ?? (asked.body === undefined ? 'GET' : 'POST')) === 'GET'
    const service = ofProjector.test(path) ? 'projector' : isRead ? 'insights' : 'recorder'
    return this.of(service).ask(path, asked)
  }

  /** A write that must succeed, seen by every read after it. */
  async write(path: string, body: object, asked: Asked = {}): Promise<JsonObject> {
    const answered = await this.ask(path, { body, ...asked })
    if (answered.status >= 300) throw new Error(`${path} answered ${JSON.stringify(answered.body)}`)
    await this.untilSeen(Number(answered.body.position))
    return answered.body
  }

  /** Of every process, where it keeps what it keeps. */
  folders(): string[] {
    return [...this.running.values()].map(({ folder }) => folder)
  }

  /** Of the engines that began with them, where they keep what they hold. */
  foldersOfEngines(): string[] {
    return this.engines.flatMap(({ folder }) => folder ?? [])
  }

  async untilSeen(position: number): Promise<void> {
    for (;;) {
      const { status, body } = await this.ask(`/units?after=${position}`)
      if (status === 200) return
      if (body.code !== 'not-yet-visible') throw new Error(`units answered ${JSON.stringify(body)}`)
    }
  }

  async country(code: string, subsidiary: object): Promise<void> {
    await this.write(`/subsidiaries/${code}`, { name: code.toUpperCase(), ...subsidiary })
    await this.write(`/units/${code}`, { subsidiary: code, name: code.toUpperCase() })
  }

  async member(id: string, unit: string, role: string): Promise<void> {
    const ofUnit = ['member', 'manager', 'integration'].includes(role)
    await this.write(`/members/${id}`, { name: `Name of ${id}`, function: 'sales', unit, language: 'en' })
    await this.write(`/members/${id}/roles`, ofUnit ? { role, unit } : { role })
  }

  async discard(): Promise<void> {
    for (const program of this.running.values()) await program.discard()
    for (const engine of this.engines) await engine.stop()
  }
}

async function logOfItsOwn(): Promise<RunningLog & Engine> {
  const folder = newFolder()
  const standIn = await StandIn.start({ folder })
  const stop = async () => {
    await standIn.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: standIn.url, folder, stop }
}
