/** The relay on real Kafka beside the program: topics equal the log and the read models, whatever ends or is held up on the way. */
import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { readEngineUrls } from '#engines'
import { KafkaServer, startsKafka } from '../../engines/kafka-server.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { command, newFolder, RunningProgram } from '../running-program.js'
import { expectAllPublished } from './expect-published.js'
import { RunningRelay, Topics } from './running-relay.js'

const patienceMs = 180_000
let server: KafkaServer
let program: RunningProgram
let customers: string[]
let said = 0

/** Something for every customer at once, so that several transactions are under way when something ends. */
async function recordMore(times = 3): Promise<void> {
  for (let time = 0; time < times; time++) {
    const notes = customers.map((customer) => ({ customers: [customer], unit: 'fi', note: `They said ${said++}.` }))
    await Promise.all(notes.map((body) => program.ask('/touchpoints/note', { body, as: 'aino' })))
  }
}

const expectPublished = (topics: Topics): Promise<void> =>
  expectAllPublished(topics, readEngineUrls({}, { dataFolder: program.folder }))

const enginesIn = (folder: string) => ({
  EVENT_LOG_URL: `sqlite:${join(folder, 'log.db')}`,
  READ_STORE_URL: `sqlite:${join(folder, 'read.db')}`,
})

/** A folder of its own with the keys of another: of one folder there is one relay. */
function keysOf(folder: string): string {
  const own = newFolder()
  for (const name of readdirSync(folder).filter((each) => each.startsWith('keys.db')))
    copyFileSync(join(folder, name), join(own, name))
  return own
}

const sorted = <T extends { position: number }>(events: readonly T[]): T[] =>
  [...events].sort((a, b) => a.position - b.position)

describeWhen(startsKafka, 'the relay', () => {
  beforeAll(async () => {
    server = await KafkaServer.start({ ofItsOwn: true })
    program = await RunningProgram.start()
    await program.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    await program.member('aino', 'fi', 'member')
    const names = Array.from({ length: 8 }, (_, index) => `Hotelli ${index}`)
    const made = names.map((name) => program.write('/customers', { name }, { as: 'aino' }))
    customers = (await Promise.all(made)).map(({ id }) => String(id))
    await recordMore()
  }, patienceMs)
  afterAll(async () => {
    await program?.discard()
    await server?.stop()
  }, patienceMs)

  it(
    'publishes what was recorded before it began, and follows; it ends within a second when told to',
    async () => {
      const topics = new Topics(server)
      const relay = RunningRelay.start(program.folder, topics.environment)
      await relay.untilPublished()
      await expectPublished(topics)
      expect((await fetch(`${await relay.url()}/ready`)).status).toBe(200)
      await recordMore()
      await relay.untilPublished()
      await expectPublished(topics)
      const from = performance.now()
      expect((await relay.stop()).code).toBe(0)
      expect(performance.now() - from).toBeLessThan(1000)
      expect((await topics.read('events')).map(({ value }) => value).join()).not.toContain('They said')
    },
    patienceMs,
  )

  it(
    'goes on where it was, however often it is killed',
    async () => {
      const topics = new Topics(server)
      for (let kill = 0; kill < 10; kill++) {
        const relay = RunningRelay.start(program.folder, topics.environment)
        const recording = recordMore(6)
        // From here on it is at different places of its work.
        while (!((await relay.figures()).position.events > 0)) await delay(10)
        await delay(kill * 25)
        await relay.kill()
        await recording
      }
      const last = RunningRelay.start(program.folder, topics.environment)
      await last.untilPublished()
      await expectPublished(topics)
      await last.stop()
    },
    patienceMs,
  )

  it(
    'lets another publish that began while it was held up, and ends',
    async () => {
      const topics = new Topics(server)
      const paused = RunningRelay.start(program.folder, topics.environment)
      await paused.untilPublished()
      paused.signal('SIGSTOP')
      await recordMore()
      const next = RunningRelay.start(keysOf(program.folder), { ...topics.environment, ...enginesIn(program.folder) })
      await next.untilPublished()
      paused.signal('SIGCONT')
      await recordMore()
      expect((await paused.ended).err).toContain('another has taken over publishing')
      await next.untilPublished()
      await expectPublished(topics)
      await next.stop()
    },
    patienceMs,
  )

  it(
    'goes on when the broker was killed and is back',
    async () => {
      const topics = new Topics(server)
      const relay = RunningRelay.start(program.folder, topics.environment)
      await relay.untilPublished()
      await server.kill()
      await recordMore()
      await delay(500)
      await server.restart()
      await relay.untilPublished()
      await recordMore()
      await server.kill()
      await server.restart()
      await relay.untilPublished()
      await expectPublished(topics)
      await relay.stop()
    },
    patienceMs,
  )

  it(
    'fills topics under another prefix anew, and leaves those that others read',
    async () => {
      const [read, anew] = [new Topics(server), new Topics(server)]
      const relay = RunningRelay.start(program.folder, read.environment)
      await relay.untilPublished()
      const before = await read.events()
      const same = await command(program.folder, ['stream', 'replay', read.prefix], read.environment)
      expect([same.code, same.err]).toEqual([2, expect.stringContaining('name another prefix to fill')])
      const { code, out } = await command(program.folder, ['stream', 'replay', anew.prefix], read.environment)
      expect([code, out]).toEqual([0, expect.stringContaining(`KAFKA_TOPIC_PREFIX=${anew.prefix}`)])
      await expectPublished(anew)
      expect(sorted(await read.events())).toEqual(sorted(before))
      await relay.stop()
      const next = RunningRelay.start(program.folder, anew.environment)
      await recordMore()
      await next.untilPublished()
      await expectPublished(anew)
      await next.stop()
    },
    patienceMs,
  )

  it('is refused with one line without brokers', async () => {
    const { code, err } = await RunningRelay.start(newFolder(), {}).ended
    expect([code, err]).toEqual([
      3,
      'relay: KAFKA_BROKERS is not set; allowed: <host>:<port>, several with commas between\n',
    ])
  })
})
