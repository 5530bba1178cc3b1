/**
 * What other systems send over Kafka, recorded beside everything else: on where it is set which topics, and as whom.
 * Several recorders share the partitions out among themselves.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { importTargets, sentTopics } from '#crm'
import { openInbound } from '#engines'
import { compileTargets, type ImportPorts } from '#imports'
import { EnginesRefused, type InboundStream } from '#kernel'
import type { FurtherGauge } from '#platform'
import { Inbound, type InboundTopic, topicOfSent } from '#streams'
import type { ReceivingSettings } from './receiving-settings.js'

/** The same line is told again after so long. */
const repeatMs = 60_000
/** Until Kafka is asked once more. */
const againMs = 5_000
/** What Kafka says of the lag is not waited for any longer, nor that we leave. */
const patienceMs = 3_000

export interface ReceivingParts {
  core: ImportPorts['core']
  log: Logger
  /** A calm line for the terminal: what somebody must set right. */
  onStep: (line: string) => void
}

export class ReceivingSide {
  private readonly inbound: Inbound
  private readonly stopping = new AbortController()
  private running: Promise<void> = Promise.resolve()
  private told: { line: string; atMs: number } | undefined
  /** The topics that are read, with the prefix. */
  readonly topics: readonly string[]

  private constructor(
    private readonly stream: InboundStream,
    { kafka, members, source }: ReceivingSettings,
    private readonly p: ReceivingParts,
  ) {
    const topics = sentTopics.flatMap((topic): InboundTopic[] => {
      const member = members.get(topic.name)
      return member === undefined ? [] : [{ ...topic, member }]
    })
    this.topics = topics.map((topic) => `${kafka.prefix}.${topicOfSent(topic)}`)
    this.inbound = new Inbound({
      ...{ stream, topics, source, core: p.core },
      targets: compileTargets(importTargets, p.core.ports.registry),
      onTrouble: (error) => this.tell(error),
    })
  }

  /** Begins; what comes while Kafka is away waits there. */
  static async begin(settings: ReceivingSettings, parts: ReceivingParts): Promise<ReceivingSide> {
    const receiving = new ReceivingSide(await openInbound(settings.kafka), settings, parts)
    receiving.running = receiving.run()
    return receiving
  }

  /** Nobody who records here waits for Kafka: whatever is wrong there is told, and tried again. */
  private async run(): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted) {
      try {
        await this.inbound.run(signal)
      } catch (error) {
        if (this.tell(error as Error) && error instanceof EnginesRefused)
          this.p.onStep(`what others send waits: ${error.message}`)
        await delay(againMs, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  get gauges(): FurtherGauge[] {
    return [
      {
        name: 'kumppani_inbound_lag',
        help: 'Messages of others that are not taken yet, by topic.',
        read: () => this.lag(),
      },
      {
        name: 'kumppani_inbound_dead_letters_total',
        help: 'Messages of others that were set aside since the start, by topic.',
        read: async () => this.inbound.setAside,
      },
    ]
  }

  /** Nothing where Kafka does not say it. */
  private lag(): Promise<ReadonlyMap<string, number>> {
    const unknown = new Map<string, number>()
    return Promise.race([this.inbound.lag().catch(() => unknown), delay(patienceMs, unknown, { ref: false })])
  }

  /** What lasts is said once a minute: whether it was said now. */
  private tell({ message }: Error): boolean {
    const atMs = performance.now()
    if (this.told?.line === message && atMs - this.told.atMs < repeatMs) return false
    this.told = { line: message, atMs }
    this.p.log.warn({ reason: message }, 'what others send waits, and is tried again')
    return true
  }

  /** Resolves once nothing is under way any more, as far as Kafka lets go of us. */
  async close(): Promise<void> {
    this.stopping.abort()
    await Promise.race([this.running, delay(patienceMs, undefined, { ref: false })])
    await this.stream.close()
  }
}
