/** What comes of a MongoDB server that is away for a while: whoever writes or follows waits, and goes on once it is back. */
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { sampleEvent } from '#engines/contracts/event-log/sample-event.js'
import { person, puts, samplePeople } from '#engines/contracts/read-store/read-store-samples.js'
import { type AccessEntry, type ProgressStep, type ReadStore, ReadStoreRefused, storedPosition } from '#kernel'
import { MongodbServer, startsMongodb } from '#test/engines/mongodb-server.js'
import { describeWhen } from '#test/lanes/describe-when.js'
import { MongoAccessEntries } from './access-entries/mongo-access-entries.js'
import { MongoGenerations } from './generations/mongo-generations.js'
import { MongoImportFiles } from './import-files/mongo-import-files.js'
import { MongoKeyVault } from './key-vault/mongo-key-vault.js'
import { MongoLeases } from './leases/mongo-leases.js'
import { MongoConnection } from './mongo-connection.js'
import { openMongoReadStore } from './read-store/mongo-read-store.js'
import { MongoSessions } from './sessions/mongo-sessions.js'

const name = 'projection'
const awayMs = 1_500
const masterKey = randomBytes(32).toString('base64')
const day = '2026-03-02'
const looked: AccessEntry = {
  ...sampleEvent(`${day}T12:00:00.000Z`),
  ...{ type: 'access.opened', data: { page: 'customer', partitions: ['contact:a'] } },
}

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
    // What is derived is not in the server's journal yet: the write is there or gone, or with it the database.
    const left = await store.moment((reads) => reads.count('people-1')).catch((error: unknown) => error)
    expect([0, 1, expect.any(ReadStoreRefused)]).toContainEqual(left)
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

  /** Asked while it is away, twice: what was done before its answer was lost is done again. */
  const inOutage = async <T>(question: () => Promise<T>): Promise<T> => {
    const away = outage('SIGKILL')
    await delay(awayMs / 3)
    const answer = await question()
    await away
    return answer
  }

  it('is waited for by whoever makes, finds and destroys keys', async () => {
    const vault = await MongoKeyVault.open({ url: place.url, masterKeys: [masterKey], mayBegin: true })
    const made = await vault.keysFor(['contact:a', 'contact:b'])
    const ids = [...made.values()].map(({ id }) => id)
    const [further, renewed, fetched] = await inOutage(() =>
      Promise.all([vault.keyFor('contact:c'), vault.renew('contact:a'), vault.fetch(ids), vault.destroy('contact:b')]),
    )
    expect(fetched.bytesOf(ids[0] as string)).toEqual(made.get('contact:a')?.bytes)
    expect(await vault.keyFor('contact:a')).toEqual(renewed)
    expect(await vault.keyFor('contact:c')).toEqual(further)
    expect([...(await vault.erasedOf(made.keys()))]).toEqual(['contact:b'])
    await vault.close()
  }, 60_000)

  it('is waited for by generations, and by a rebuild that begins', async () => {
    const generations = new MongoGenerations(await MongoConnection.open(place.url))
    const next = await inOutage(() => generations.next('shape'))
    const fresh = await openMongoReadStore({ ...place, place: next.place })
    await inOutage(() => Promise.all([fresh.declare([samplePeople]), generations.switchTo(next)]))
    expect(await generations.current()).toMatchObject({ number: next.number, shape: 'shape' })
    expect(await fresh.tables()).toEqual(['people-1'])
    await fresh.close()
    await generations.close()
  }, 60_000)

  it('is waited for by the access log, which holds an entry once, and by files of imports', async () => {
    const entries = await MongoAccessEntries.open(await MongoConnection.open(place.url))
    const files = new MongoImportFiles(await MongoConnection.open(place.url))
    await files.write('import:a', 'orders.csv', Readable.from([Buffer.from('id')]))
    const [names] = await inOutage(() => Promise.all([files.names('import:a'), entries.add(looked)]))
    expect(names).toEqual(['orders.csv'])
    const wanted = { from: day, until: day, partitions: [], limit: 10 }
    expect((await inOutage(() => Promise.all([entries.find(wanted), files.remove('import:a')])))[0]).toEqual([looked])
    expect(await files.names('import:a')).toEqual([])
    await entries.close()
    await files.close()
  }, 60_000)

  it('is waited for by sessions of browsers, which begin, are renewed and end once', async () => {
    const sessions = await MongoSessions.open(await MongoConnection.open(place.url))
    const session = { sealed: 'YQ', idleMs: 60_000, longestMs: 60_000, goodForMs: 0 }
    const look = { isUse: true }
    await inOutage(() => sessions.begin('a', session))
    const renewal = await inOutage(() => sessions.takeRenewal('a', 30_000))
    expect(renewal && (await inOutage(() => sessions.renewed(renewal, { sealed: 'Yg' })))).toBe(true)
    expect(await sessions.find('a', look)).toMatchObject({ sealed: 'Yg' })
    expect(await inOutage(() => sessions.end('a'))).toBe('Yg')
    expect(await sessions.find('a', look)).toBeUndefined()
    await sessions.close()
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
