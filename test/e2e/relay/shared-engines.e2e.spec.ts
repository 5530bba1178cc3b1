/** Everything as processes of their own, on servers: two relays of which one publishes, and the other takes its place. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { readEngineUrls } from '#engines'
import { hasKafka, KafkaServer } from '../../engines/kafka-server.js'
import { hasMongodb } from '../../engines/mongodb-server.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { newFolder } from '../running-program.js'
import { RunningServices } from '../services/running-services.js'
import { expectAllPublished } from './expect-published.js'
import { RunningRelay, Topics } from './running-relay.js'

const patienceMs = 180_000
const needed = [hasKafka, hasMongodb].find(({ holds }) => !holds) ?? hasKafka

describeWhen(needed, 'relays on engines that are shared', () => {
  let kafka: KafkaServer | undefined
  let services: RunningServices | undefined
  let topics: Topics
  let first: RunningRelay
  let customer = ''

  beforeAll(async () => {
    kafka = await KafkaServer.start()
    topics = new Topics(kafka)
    // Before there is a group to publish of, which it waits for.
    const before = (environment: Record<string, string>) => {
      first = RunningRelay.start(newFolder(), { ...environment, ...topics.environment })
    }
    services = await RunningServices.start({}, { before })
    await services.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    await services.member('aino', 'fi', 'member')
    customer = String((await services.write('/customers', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id)
  }, patienceMs)
  afterAll(async () => {
    await services?.discard()
    await kafka?.stop()
  }, patienceMs)

  it(
    'publish everything once, whichever of them lives',
    async () => {
      if (!services) throw new Error('there are no engines')
      const environment = { ...services.environment, ...topics.environment }
      const engines = readEngineUrls(services.environment, { dataFolder: newFolder() })
      const note = (text: string) =>
        services?.write('/touchpoints/note', { customers: [customer], unit: 'fi', note: text }, { as: 'aino' })
      await note('The freezer ices up.')
      await first.untilPublished()
      await expectAllPublished(topics, engines)
      const second = RunningRelay.start(newFolder(), environment)
      await second.url()
      expect((await second.figures()).position.events).toBe(0)
      await first.kill()
      await note('After the death of one.')
      await second.untilPublished()
      await services.ask('/operations/rebuild', { method: 'POST', body: {} })
      await note('After a rebuild.')
      await second.untilPublished()
      await expectAllPublished(topics, engines)
      expect((await second.stop()).code).toBe(0)
    },
    patienceMs,
  )
})
