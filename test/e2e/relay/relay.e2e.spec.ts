/** The relay on real Kafka beside the program: topics equal the log and the read models, whatever ends or is held up on the way. */
import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { KafkaServer, startsKafka } from '../../engines/kafka-server.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { newFolder, RunningProgram } from '../running-program.js'
import { publishedIn, tablesIn } from './in-the-folder.js'
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

/** Each event once, each key in the order of the log, and tables as the documents are. */
async function expectAllPublished(topics: Topics): Promise<void> {
  const expected = await publishedIn(program.folder)
  const events = await topics.events()
  expect(events.map(({ position }) => position).sort((a, b) => a - b)).toEqual(expected.map(({ position }) => position))
  for (const ofOne of Object.values(Object.groupBy(events, ({ key }) => key))) {
    const positions = (ofOne ?? []).map(({ position }) => position)
    expect(positions).toEqual([...positions].sort((a, b) => a - b))
    expect(new Set(ofOne?.map(({ partition }) => partition)).size).toBe(1)
  }
  const tables = await tablesIn(program.folder)
  for (const [name, rows] of Object.entries(tables)) expect([name, await topics.table(name)]).toEqual([name, rows])
}

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
      await expectAllPublished(topics)
      expect((await fetch(`${await relay.url()}/ready`)).status).toBe(200)
      await recordMore()
      await relay.untilPublished()
      await expectAllPublished(topics)
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
      await expectAllPublished(topics)
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
      await expectAllPublished(topics)
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
      await expectAllPublished(topics)
      await relay.stop()
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
