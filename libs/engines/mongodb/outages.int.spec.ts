/** What comes of a MongoDB server that is away for a while: whoever writes or follows waits, and goes on once it is back. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { person, puts, samplePeople } from '#engines/contracts/read-store/read-store-samples.js'
import { type ProgressStep, type ReadStore, ReadStoreRefused, storedPosition } from '#kernel'
import { MongodbServer, startsMongodb } from '#test/engines/mongodb-server.js'
import { describeWhen } from '#test/lanes/describe-when.js'
import { MongoLeases } from './leases/mongo-leases.js'
import { MongoConnection } from './mongo-connection.js'
import { openMongoReadStore } from './read-store/mongo-read-store.js'

const name = 'projection'
const awayMs = 1_500

describeWhen(startsMongodb, 'a MongoDB server that is away for a while', () => {
  let server: MongodbServer
  let place: { url: string; place: string }
  let store: ReadStore
  let opened = 0
  beforeAll(async () => {
    server = await MongodbServer.start({ isOwn: true })
  }, 60_000)
  beforeEach(async () => {
    place = { url: server.freshUrl(), place: `outage-${process.pid}-${opened++}` }
    store = await openMongoReadStore(place)
    await store.declare([samplePeople])
  })
  afterEach(() => store.close())
  afterAll(() => server.stop(), 60_000)

  /** While it is taken down and comes back. */
  async function outage(signal?: 'SIGKILL'): Promise<void> {
    await server.halt(signal)
    await delay(awayMs)
    await server.resume()
  }

  const write = (position: number) =>
    store.write(puts('people-1', [person(`p-${position}`, 'Aino', { position })]), {
      name,
      position: storedPosition(position),
      partitions: ['customer:a'],
    })

  it('is waited for by whoever writes and by whoever asks, and nothing is written twice', async () => {
    await store.claim({ name: 'writer', epoch: 1 })
    await write(1)
    const writing = (async () => {
      for (let position = 2; position <= 60; position++) await write(position)
    })()
    await delay(50)
    await Promise.all([outage(), writing])
    expect(await store.count('people-1')).toBe(60)
    expect(await store.checkpoint(name)).toBe(60)
    const away = outage()
    expect(await store.count('people-1')).toBe(60)
    await away
  }, 60_000)

  it('ends a moment that was being read, which says that it may be asked again', async () => {
    await write(1)
    const read = store.moment(async (reads) => {
      await reads.count('people-1')
      // An open transaction would hold up an end in order.
      await outage('SIGKILL')
      return reads.count('people-1')
    })
    await expect(read).rejects.toBeInstanceOf(ReadStoreRefused)
    expect(await store.moment((reads) => reads.count('people-1'))).toBeLessThanOrEqual(1)
  }, 60_000)

  it('is followed again, each step once', async () => {
    const ending = new AbortController()
    const steps: ProgressStep[] = []
    const followed = await openMongoReadStore({ ...place, readOnly: true })
    const following = (async () => {
      for await (const step of followed.progress({ name, after: storedPosition(0), signal: ending.signal }))
        if (steps.push(step) === 2) ending.abort()
    })()
    await write(1)
    await outage()
    await write(2)
    await following
    expect(steps.map(({ position }) => position)).toEqual([1, 2])
    await followed.close()
  }, 60_000)

  it('leaves leases with whoever held them', async () => {
    const connection = await MongoConnection.open(place.url)
    const leases = new MongoLeases(connection)
    const lease = await leases.take('writer')
    const away = outage()
    await delay(awayMs / 2)
    expect(lease && (await leases.renew(lease))).toBe(true)
    await away
    await leases.close()
  }, 60_000)
})
