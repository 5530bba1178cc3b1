/** The program with its embedded engines, and relays beside it that publish what is in its data folder. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { KafkaServer } from '../../engines/kafka-server.js'
import { type ReadMessage, readTopic, topicsUnder } from '../../engines/read-topic.js'
import { type Ended, launch } from '../running-program.js'

const relayMain = fileURLToPath(new URL('../../../apps/relay/main.js', import.meta.url))
const lookAgainMs = 50

export interface RelayFigures {
  position: { events: number; state: number }
  waiting: { events: number; state: number }
}

/** A relay on a data folder that another program holds. */
export class RunningRelay {
  private constructor(
    private readonly running: ReturnType<typeof launch>,
    private readonly folder: string,
  ) {}

  /** @param environment names brokers and prefix */
  static start(folder: string, environment: Record<string, string>): RunningRelay {
    return new RunningRelay(
      launch(folder, environment, ['--disable-warning=TimeoutNegativeWarning', relayMain]),
      folder,
    )
  }

  get pid(): number {
    const { pid } = this.running.child
    if (pid === undefined) throw new Error('the relay was not started')
    return pid
  }

  /** `http://…`, once it serves. @throws Error when it ends instead */
  async url(): Promise<string> {
    const file = join(this.folder, 'relay', 'running.json')
    for (;;) {
      if (this.running.child.exitCode !== null) throw new Error(`the relay ended: ${(await this.ended).err}`)
      const told = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
      if (told.pid === this.running.child.pid && told.address) return told.address
      await delay(lookAgainMs)
    }
  }

  /** As `/metrics` tells them. */
  async figures(): Promise<RelayFigures> {
    const text = await (await fetch(`${await this.url()}/metrics`)).text()
    const of = (name: string, work: string) =>
      Number(new RegExp(`^${name}\\{work="${work}"\\} (\\S+)$`, 'm').exec(text)?.[1])
    const both = (name: string) => ({ events: of(name, 'events'), state: of(name, 'state') })
    return { position: both('kumppani_relay_position'), waiting: both('kumppani_relay_lag_events') }
  }

  /** Resolves once everything that is recorded is published. */
  async untilPublished(): Promise<void> {
    for (;;) {
      const { waiting } = await this.figures()
      if (waiting.events === 0 && waiting.state === 0) return
      await delay(lookAgainMs)
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.running.child.kill(signal)
  }

  get ended(): Promise<Ended> {
    return this.running.ended
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL')
    await this.ended
  }

  async stop(): Promise<Ended> {
    this.signal('SIGTERM')
    return this.ended
  }
}

/** Where one test publishes to. */
export class Topics {
  readonly prefix: string

  constructor(private readonly server: KafkaServer) {
    this.prefix = `${server.freshPrefix()}-${randomUUID().slice(0, 4)}`
  }

  get environment(): Record<string, string> {
    return { KAFKA_BROKERS: this.server.brokers, KAFKA_TOPIC_PREFIX: this.prefix, KAFKA_PARTITIONS: '4' }
  }

  read(topic: string): Promise<ReadMessage[]> {
    return readTopic({ brokers: this.server.brokers, topic: `${this.prefix}.${topic}` })
  }

  /** Everything in all of them, each from its beginning. */
  async readAll(): Promise<ReadMessage[]> {
    const { brokers } = this.server
    const read: ReadMessage[] = []
    for (const topic of await topicsUnder(this.prefix, brokers)) read.push(...(await readTopic({ brokers, topic })))
    return read
  }

  /** The events that a consumer reads: each partition in order. */
  async events(): Promise<{ id: string; position: number; key: string; partition: number }[]> {
    const messages = await this.read('events')
    return messages.map(({ key, value, partition }) => {
      const { id, position } = JSON.parse(value ?? '{}')
      return { id, position: Number(position), key, partition }
    })
  }

  /** What a consumer holds of a table. */
  async table(name: string): Promise<Record<string, unknown>> {
    const held: Record<string, unknown> = {}
    for (const { key, value } of await this.read(`state.${name}`)) {
      if (value === null) delete held[key]
      else held[key] = JSON.parse(value)
    }
    return held
  }
}
