/** The contract of read stores on MongoDB, and what comes of many processes there. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { describeClaims } from '#engines/contracts/read-store/claims.contract.js'
import { describeFilings } from '#engines/contracts/read-store/filings.contract.js'
import { describeReadStore } from '#engines/contracts/read-store/read-store.contract.js'
import { person, samplePeople } from '#engines/contracts/read-store/read-store-samples.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { LeaseLost, type ReadStore, storedPosition } from '#kernel'
import { hasMongodb, MongodbServer } from '#test/engines/mongodb-server.js'
import { CountedCommands } from '#test/harness/counted-commands.js'
import { describeWhen } from '#test/lanes/describe-when.js'
import { MongoConnection } from './mongo-connection.js'
import { openMongoReadStore } from './read-store/mongo-read-store.js'

const cause = storedPosition(1)
const spanned = { firstCause: cause, lastCause: cause, firstDay: '2026-01-01', lastDay: '2026-01-01' }

describeWhen(hasMongodb, 'MongoDB', () => {
  let server: MongodbServer
  let opened = 0
  beforeAll(async () => {
    server = await MongodbServer.start()
  }, 60_000)
  afterAll(() => server.stop(), 60_000)
  const at = (place: number) => {
    const url = server.freshUrl()
    return { url, place: `read-${process.pid}-${place}` }
  }

  describeReadStore('MongoDB', () => openMongoReadStore({ ...at(++opened), locale: 'fi' }), { listRuns: 6 })
  describeClaims('MongoDB', async () => {
    const place = at(++opened)
    return { store: await openMongoReadStore(place), again: () => openMongoReadStore(place) }
  })
  describe('read models in MongoDB', () => {
    const name = 'projection'
    const moveTo = (store: ReadStore, position: number) => store.write([], { name, position: storedPosition(position) })

    it('answer nothing once they are removed, rather than that there is nothing', async () => {
      const place = at(++opened)
      const written = await openMongoReadStore(place)
      await moveTo(written, 5)
      const held = await openMongoReadStore({ ...place, readOnly: true })
      const connection = await MongoConnection.open(place.url)
      await connection.db(place.place).dropDatabase()
      await expect(held.moment((reads) => reads.checkpoint(name))).rejects.toThrow('others serve by now')
      for (const each of [written, held, connection]) await each.close()
    })

    it('are let go of where their checkpoint is not where it was left', async () => {
      const place = at(++opened)
      const [paused, other] = [await openMongoReadStore(place), await openMongoReadStore(place)]
      await paused.claim({ name: 'writer', epoch: 1 })
      await moveTo(paused, 5)
      for (const position of [3, 9]) {
        // As a fail-over takes it back, or somebody moves it who claims nothing.
        await other.claim({ name: 'another', epoch: position })
        await moveTo(other, position)
        await expect(moveTo(paused, 10)).rejects.toThrow(LeaseLost)
        expect(await paused.checkpoint(name)).toBe(position)
        await paused.claim({ name: 'writer', epoch: position })
        await moveTo(paused, 5)
      }
      for (const store of [paused, other]) await store.close()
    })

    it('take all that several write at once, each whole, however often one comes between', async () => {
      const place = at(++opened)
      const stores = await Promise.all([1, 2, 3].map(() => openMongoReadStore(place)))
      await stores[0]?.declare([samplePeople])
      const append = { metric: null, count: 1, columns: new Uint8Array([1]), origins: null, ...spanned }
      const writing = stores.flatMap((store, of) =>
        Array.from({ length: 8 }, (_, turn) => {
          const put = person(`p-${of}`, `Turn ${turn}`, { position: turn + 1 })
          return store.write([{ table: 'people-1', put }, { append }])
        }),
      )
      await Promise.all(writing)
      const [store] = stores
      expect(await store?.count('people-1', { column: 'fullName', eq: 'turn 7' })).toBe(3)
      const ids = (await store?.contributions.heads())?.map(({ id }) => id)
      expect(ids).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
      for (const each of stores) await each.close()
    })

    it('tell whoever follows at once, who asks little while nothing is written', async () => {
      const place = at(++opened)
      const commands = new CountedCommands()
      const writing = await openMongoReadStore(place)
      const followed = await openMongoReadStore({ ...place, readOnly: true, watch: commands.watch })
      const ending = new AbortController()
      const heard = new Map<number, number>()
      const following = (async () => {
        const of = { name, after: storedPosition(0), signal: ending.signal }
        for await (const { position } of followed.progress(of)) heard.set(position, performance.now())
      })()
      await moveTo(writing, 1)
      // Until the server tells.
      await delay(1_500)
      commands.clear()
      await delay(2_000)
      const asked = commands.times
      const written = performance.now()
      await moveTo(writing, 2)
      await delay(2_000)
      ending.abort()
      await following
      expect(asked).toBeLessThanOrEqual(2)
      expect([...heard.keys()]).toEqual([1, 2])
      expect((heard.get(2) ?? 0) - written).toBeLessThan(2_000)
      for (const store of [writing, followed]) await store.close()
    })

    it('take in what shares of a rebuild were folded into', async () => {
      const place = at(++opened)
      const store = await openMongoReadStore(place)
      await store.declare([samplePeople], { unindexed: true })
      const shares = store.sharePlaces(['people-1'])
      for (const index of [0, 1]) {
        await shares.remove(index)
        const share = await openMongoReadStore({ ...place, place: shares.placeOf(index) })
        await share.declare([samplePeople], { unindexed: true })
        await share.bulkLoad('people-1', [person(`p-${index}`, 'Aino'), person(`q-${index}`, 'Bo')])
        await share.write([
          { append: { ...spanned, metric: 'won', count: index, columns: new Uint8Array([index]), origins: null } },
        ])
        await share.close()
        await shares.absorb(index)
        await shares.remove(index)
      }
      await store.finishLoad(['people-1'])
      expect(await store.count('people-1', { column: 'fullName', eq: 'aino' })).toBe(2)
      const heads = await store.contributions.heads()
      expect(heads.map(({ id, count }) => [id, count])).toEqual([
        [1, 0],
        [2, 1],
      ])
      expect(await store.contributions.read([2], 'columns')).toEqual([Buffer.from([1])])
      await store.close()
    })

    it('are sorted for one locale and of one group, and read only where there are any', async () => {
      const place = at(++opened)
      await expect(openMongoReadStore({ ...place, readOnly: true })).rejects.toThrow(/no read models/)
      const group = { ...place, identity: 'one' }
      await (await openMongoReadStore({ ...group, locale: 'fi' })).close()
      await (await openMongoReadStore({ ...group, readOnly: true })).close()
      await expect(openMongoReadStore({ ...group, locale: 'sv' })).rejects.toThrow(/sorted for fi/)
      await expect(openMongoReadStore({ ...place, identity: 'two' })).rejects.toThrow(/another group/)
    })
  })

  describeFilings('MongoDB', {
    openLog: openMemoryLog,
    open: () => openMongoReadStore({ ...at(++opened), locale: 'fi' }),
    keepsEvents: true,
    runs: 12,
  })
})
