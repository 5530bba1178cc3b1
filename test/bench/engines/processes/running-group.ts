/** A group whose recorder, projector, insights and relay are processes of their own, on engines that are too. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RunningRelay, Topics } from '../../../e2e/relay/running-relay.js'
import { newFolder } from '../../../e2e/running-program.js'
import { type RunningLog, RunningServices, type ServiceName } from '../../../e2e/services/running-services.js'
import { givenEventStore } from '../../../engines/eventstoredb/given-server.js'
import { StandInProcess } from '../../../engines/eventstoredb/stand-in-process.js'
import { KafkaServer } from '../../../engines/kafka-server.js'
import type { Job } from '../../load/job.js'

const membersCount = 16
const customersCount = 320
const unit = 'fi'
const memberId = (at: number): string => `m${String(at).padStart(2, '0')}`
const noteText = 'They asked when the new cold rooms can be taken into use. '.repeat(4).slice(0, 199).concat('.')

export class RunningGroup {
  private customers: readonly string[] = []

  private constructor(
    readonly services: RunningServices,
    readonly relay: RunningRelay,
    /** What it publishes to. */
    readonly topics: Topics,
    readonly kafka: KafkaServer,
  ) {}

  static async start(): Promise<RunningGroup> {
    const kafka = await KafkaServer.start()
    const topics = new Topics(kafka)
    const log = await runningLog()
    try {
      const services = await RunningServices.start(profiling(), { log })
      const relay = RunningRelay.start(newFolder(), { ...services.environment, ...topics.environment })
      const group = new RunningGroup(services, relay, topics, kafka)
      await group.found()
      return group
    } catch (error) {
      await kafka.stop()
      throw error
    }
  }

  private async found(): Promise<void> {
    const { services } = this
    const place = { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' }
    await services.country(unit, place)
    for (let at = 0; at < membersCount; at++) await services.member(memberId(at), unit, 'member')
    const registered: Promise<{ id: string; position: number }>[] = []
    for (let at = 0; at < customersCount; at++) {
      const asked = services.ask('/customers', { body: { name: `Customer ${at}` }, as: memberId(at % membersCount) })
      registered.push(asked.then(({ body }) => ({ id: String(body.id), position: Number(body.position) })))
      if (at % membersCount === 0) await registered.at(-1)
    }
    const all = await Promise.all(registered)
    this.customers = all.map(({ id }) => id)
    await services.untilSeen(Math.max(...all.map(({ position }) => position)))
  }

  /** Notes of one customer after the other, recorded by one member after the other. */
  async recording(): Promise<Pick<Job, 'url' | 'tokens' | 'requests' | 'readsAt'>> {
    const requests = this.customers.map((customer) => ({
      method: 'POST' as const,
      path: '/api/v1/touchpoints/note',
      body: JSON.stringify({ customers: [customer], unit, note: noteText, language: 'en' }),
    }))
    const insights = { url: this.services.of('insights').url, tokens: await this.tokensOf('insights') }
    const recorder = { url: this.services.of('recorder').url, tokens: await this.tokensOf('recorder') }
    return { ...recorder, requests, readsAt: insights }
  }

  /** Position of a note that was recorded just now. */
  async record(): Promise<number> {
    const body = { customers: this.customers.slice(0, 1), unit, note: noteText, language: 'en' }
    const answered = await this.services.ask('/touchpoints/note', { body, as: memberId(0) })
    if (answered.status >= 300) throw new Error(`a note was answered ${JSON.stringify(answered.body)}`)
    return Number(answered.body.position)
  }

  async discard(): Promise<void> {
    await this.relay.stop()
    await this.services.discard()
    await this.kafka.stop()
  }

  private tokensOf(service: ServiceName): Promise<string[]> {
    const program = this.services.of(service)
    return Promise.all(Array.from({ length: membersCount }, (_, at) => program.token(memberId(at))))
  }
}

/** Options of Node that the lane was given, as `--cpu-prof`, are for each process as well. */
function profiling(): Record<string, string> {
  const { NODE_OPTIONS } = process.env
  return NODE_OPTIONS ? { NODE_OPTIONS } : {}
}

/** The server of `EVENTSTORE_TEST_URL`; else the stand-in as a process. */
async function runningLog(): Promise<RunningLog> {
  const given = givenEventStore()
  if (given !== undefined) return { url: given, stop: async () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-bench-log-'))
  const server = await StandInProcess.start(folder)
  const stop = async () => {
    await server.kill()
    rmSync(folder, { recursive: true })
  }
  return { url: server.url, stop }
}
