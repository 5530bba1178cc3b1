/** The contracts of what is kept in MongoDB beside read models, and which servers are refused. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { describeAccessEntries } from '#engines/contracts/access-entries/access-entries.contract.js'
import { describeGenerations } from '#engines/contracts/generations/generations.contract.js'
import { describeImportFiles } from '#engines/contracts/import-files/import-files.contract.js'
import { describeLeases } from '#engines/contracts/leases/leases.contract.js'
import { describeSessions } from '#engines/contracts/sessions/sessions.contract.js'
import { readEngineUrls } from '#engines/engine-urls.js'
import { openAccessEntries, openLeases } from '#engines/opening.js'
import { openSharedImportFiles, requireShared } from '#engines/opening-shared.js'
import { EnginesRefused, type Lease, ReadStoreRefused } from '#kernel'
import { hasMongodb, MongodbServer, startsMongodb } from '#test/engines/mongodb-server.js'
import { describeWhen } from '#test/lanes/describe-when.js'
import { MongoAccessEntries } from './access-entries/mongo-access-entries.js'
import { MongoGenerations } from './generations/mongo-generations.js'
import { MongoImportFiles } from './import-files/mongo-import-files.js'
import { MongoLeases } from './leases/mongo-leases.js'
import { MongoConnection } from './mongo-connection.js'
import { prepareStore } from './read-store/settings.js'
import { MongoSessions } from './sessions/mongo-sessions.js'

const timers = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const

/** The server's clock goes on as it does: what it compares with lies so much earlier. */
async function passFor(of: MongoConnection, ms: number): Promise<void> {
  const sessions = of.db(of.database).collection<Record<string, unknown> & { _id: string }>('sessions')
  const earlier = (value: unknown): unknown => (value instanceof Date ? new Date(value.getTime() - ms) : value)
  for (const { _id, renewal, ...fields } of await sessions.find().toArray()) {
    const moved = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, earlier(value)]))
    const { by, until } = (renewal ?? {}) as Record<string, unknown>
    await sessions.replaceOne(
      { _id },
      { ...moved, ...(by !== undefined && { renewal: { by, until: earlier(until) } }) },
    )
  }
}

describeWhen(hasMongodb, 'MongoDB', () => {
  let server: MongodbServer
  const opened: MongoConnection[] = []
  beforeAll(async () => {
    server = await MongodbServer.start()
  }, 60_000)
  afterAll(async () => {
    for (const connection of opened) await connection.close()
    await server.stop()
  }, 60_000)

  async function connected(url: string): Promise<MongoConnection> {
    const connection = await MongoConnection.open(url)
    opened.push(connection)
    return connection
  }

  describeLeases('leases in MongoDB', async () => {
    const url = server.freshUrl()
    const [one, other] = [await connected(url), await connected(url)]
    return {
      leases: new MongoLeases(one),
      again: () => new MongoLeases(other),
      pass: async (name) => {
        const ofLease = other.db(other.database).collection<{ _id: string }>('leases')
        await ofLease.updateOne({ _id: name }, { $set: { until: new Date(0) } })
      },
    }
  })

  it.each([-1, 1])('gives leases by its own clock, whatever that of a taker says: wrong by %i h', async (hours) => {
    const url = server.freshUrl()
    const [one, other] = [new MongoLeases(await connected(url)), new MongoLeases(await connected(url))]
    const held = await one.take('projector')
    // Timers go on as they do.
    jest.useFakeTimers({ now: Date.now() + hours * 3_600_000, doNotFake: [...timers] })
    try {
      expect(await other.take('projector')).toBeUndefined()
      expect(await one.renew(held as Lease)).toBe(true)
      expect(await other.take('insights')).toBeDefined()
    } finally {
      jest.useRealTimers()
    }
    for (const name of ['projector', 'insights']) expect(await one.take(name)).toBeUndefined()
  })

  describeSessions('sessions in MongoDB', async () => {
    const url = server.freshUrl()
    const [one, other] = [await connected(url), await connected(url)]
    const again = await MongoSessions.open(other)
    return { sessions: await MongoSessions.open(one), again: () => again, pass: (ms) => passFor(other, ms) }
  })

  describeGenerations('generations in MongoDB', async () => {
    const url = server.freshUrl()
    const [one, other] = [await connected(url), await connected(url)]
    return {
      generations: new MongoGenerations(one),
      again: () => new MongoGenerations(other),
      fill: async (place) => void (await prepareStore(one.db(place), { identity: 'ours' })),
      isFilled: async (place) => (await one.db(place).listCollections().toArray()).length > 0,
    }
  })

  it('keeps the generations of one group, of two that begin at once by the same URL', async () => {
    const url = server.freshUrl()
    const groups = ['one', 'other']
    const both = await Promise.all(groups.map(async (group) => new MongoGenerations(await connected(url), group)))
    const begun = await Promise.allSettled(both.map((generations) => generations.next('shape')))
    expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const at = begun.findIndex(({ status }) => status === 'rejected')
    expect(await both[1 - at]?.next('shape')).toMatchObject({ number: 1 })
    await expect(both[at]?.next('shape')).rejects.toThrow(ReadStoreRefused)
  })

  it("lets databases of another group be that are called as its generations, and the next one's place", async () => {
    const url = server.freshUrl()
    const connection = await connected(url)
    const generations = new MongoGenerations(connection)
    const fill = (place: string, identity: string) => prepareStore(connection.db(place), { identity })
    const collectionsIn = async (place: string) => (await connection.db(place).listCollections().toArray()).length
    const first = await generations.next('shape')
    await fill(first.place, 'ours')
    await generations.switchTo(first)
    const [theirs, theirKeys, old] = ['2024', '0002', '0007'].map((name) => `${connection.database}-${name}`) as [
      string,
      string,
      string,
    ]
    await fill(theirs, 'theirs')
    await connection.db(theirKeys).collection('keys').insertOne({})
    await fill(old, 'ours')
    await generations.clean()
    expect([await collectionsIn(theirs), await collectionsIn(theirKeys)]).toEqual([expect.any(Number), 1])
    expect(await collectionsIn(theirs)).toBeGreaterThan(1)
    expect(await collectionsIn(old)).toBe(0)
    expect(await generations.next('shape')).toMatchObject({ number: 3 })
    expect(await collectionsIn(theirKeys)).toBe(1)
    await connection.db(`${connection.database}-aside`).collection('keys').insertOne({})
    await expect(generations.aside(async () => undefined)).rejects.toBeInstanceOf(ReadStoreRefused)
    expect(await collectionsIn(`${connection.database}-aside`)).toBe(1)
  })

  describeAccessEntries('access entries in MongoDB', async () => {
    const url = server.freshUrl()
    const [one, other] = [await connected(url), await connected(url)]
    const again = await MongoAccessEntries.open(other)
    return { entries: await MongoAccessEntries.open(one), again: () => again }
  })

  describeImportFiles('import files in MongoDB', async () => new MongoImportFiles(await connected(server.freshUrl())))

  it('keeps what several processes share where all of it is on servers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-shared-'))
    const urls = readEngineUrls(
      {
        EVENT_LOG_URL: 'esdb://127.0.0.1:2113?tls=false',
        READ_STORE_URL: server.freshUrl(),
        KEYS_URL: server.freshUrl(),
        KEYS_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
      },
      { dataFolder: folder },
    )
    requireShared(urls)
    const [leases, entries, files] = [
      await openLeases(urls),
      await openAccessEntries(urls),
      await openSharedImportFiles(urls),
    ]
    await files.write('i-1', 'rows.csv', Readable.from([Buffer.from('a')]))
    const again = await openSharedImportFiles(urls)
    expect(await again.names('i-1')).toEqual(['rows.csv'])
    expect(await leases.take('work')).toMatchObject({ epoch: 1 })
    expect(readdirSync(folder)).toEqual([])
    for (const each of [leases, entries, files, again]) await each.close()
    rmSync(folder, { recursive: true })
  })

  describe('a server', () => {
    it('is refused where the URL names no database of ours, without repeating it', async () => {
      const bad = [
        'mongodb://',
        'mongodb://a:secret@127.0.0.1:1/?nonsense=secret',
        'mongodb://a:secret@127.0.0.1:1/x.y',
      ]
      for (const url of bad) {
        const refusal = MongoConnection.open(url)
        await expect(refusal).rejects.toThrow(EnginesRefused)
        await expect(refusal).rejects.not.toThrow(/secret/)
      }
    })

    it('is refused in one line where none answers', async () => {
      const refusal = MongoConnection.open('mongodb://127.0.0.1:1/kumppani', { connectMs: 100 })
      await expect(refusal).rejects.toThrow(ReadStoreRefused)
      await expect(refusal).rejects.toThrow(/^[^\n]+$/)
    })
  })
})

describeWhen(startsMongodb, 'a MongoDB server that stands alone', () => {
  it('is refused in one line', async () => {
    const alone = await MongodbServer.start({ standsAlone: true })
    const refusal = MongoConnection.open(alone.freshUrl())
    await expect(refusal).rejects.toThrow(EnginesRefused)
    await expect(refusal).rejects.toThrow(/^[^\n]*stands alone[^\n]*$/)
    await alone.stop()
  }, 60_000)
})
