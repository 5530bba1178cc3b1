/** What whoever has claimed read models writes at once, by what it knows of them, and what becomes of that where it is not so. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { recordedSamples } from '#engines/contracts/read-store/filed-samples.js'
import { person, samplePeople } from '#engines/contracts/read-store/read-store-samples.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { LeaseLost, type StoredEvent, storedPosition, type Write } from '#kernel'
import { filingRows } from '#read-models/rows/filed.js'
import { hasMongodb, MongodbServer } from '#test/engines/mongodb-server.js'
import { CountedCommands } from '#test/harness/counted-commands.js'
import { describeWhen } from '#test/lanes/describe-when.js'
import { type MongoReadStore, openMongoReadStore } from '../mongo-read-store.js'

const name = 'projection'
const table = 'people-1'
const put = (key: string, fullName: string, position: number): Write => ({
  table,
  put: person(key, fullName, { position }),
})
const remove = (key: string, position: number): Write => ({ table, remove: key, position: storedPosition(position) })

describeWhen(hasMongodb, 'MongoDB', () => {
  let server: MongodbServer
  let events: StoredEvent[]
  let [store, other]: MongoReadStore[] = []
  let places = 0
  const commands = new CountedCommands()
  beforeAll(async () => {
    server = await MongodbServer.start()
    const fact = { corrects: -1, filed: ['a'], at: 1, unit: 1, retracts: false }
    events = await recordedSamples(openMemoryLog(), [fact, fact, fact, fact])
  }, 60_000)
  afterAll(() => server.stop(), 60_000)
  const opened = () => [store, other] as [MongoReadStore, MongoReadStore]

  /** The next event with what is written beside it. */
  const writeBatch = async (of: MongoReadStore, at: number, writes: Write[]): Promise<void> => {
    const event = events[at] as StoredEvent
    const filed: Write = { file: { event, rows: filingRows(event) } }
    await of.write([filed, ...writes], { name, position: event.position, partitions: ['customer:a'] })
  }
  const namesOf = async (keys: string[]) => {
    const [rows = []] = await opened()[1].getMany([{ table, keys }])
    return new Map(rows.map(({ key, columns }) => [key, columns.fullName]))
  }

  describe('a batch of who has claimed the read models', () => {
    beforeEach(async () => {
      for (const each of [store, other]) await each?.close()
      const place = { url: server.freshUrl(), place: `at-once-${process.pid}-${++places}` }
      ;[store, other] = [await openMongoReadStore({ ...place, watch: commands.watch }), await openMongoReadStore(place)]
      await store.declare([samplePeople])
      await store.claim({ name: 'writer', epoch: 1 })
      await writeBatch(store, 0, [put('p-1', 'Aino', 1), put('p-2', 'Bo', 1)])
      commands.clear()
    })
    afterAll(async () => {
      for (const each of opened()) await each.close()
    })

    it('is written without a look, nor is read again what it has written', async () => {
      const [writing] = opened()
      expect((await writing.getMany([{ table, keys: ['p-1', 'p-2'] }]))[0]).toHaveLength(2)
      await writeBatch(writing, 1, [put('p-1', 'Aino Aalto', 2), put('p-3', 'Cilla', 2), remove('p-4', 2)])
      expect(commands.times).toBe(3)
      expect(await namesOf(['p-1', 'p-2', 'p-3', 'p-4'])).toEqual(
        new Map([
          ['p-1', 'Aino Aalto'],
          ['p-2', 'Bo'],
          ['p-3', 'Cilla'],
        ]),
      )
      expect(await writing.filings.history(['customer:a'])).toHaveLength(2)
      expect(await writing.checkpoint(name)).toBe(events[1]?.position)
    })

    it('reads what it knows nothing of, and what is later stays', async () => {
      const [writing, beside] = opened()
      await beside.write([put('p-5', 'Dag', 9), put('p-6', 'Eva', 1), put('p-7', 'Fia', 1)])
      await writeBatch(writing, 1, [put('p-5', 'Dag Dahl', 2), put('p-6', 'Eva Ek', 2), remove('p-7', 2)])
      expect(await namesOf(['p-5', 'p-6', 'p-7'])).toEqual(
        new Map([
          ['p-5', 'Dag'],
          ['p-6', 'Eva Ek'],
        ]),
      )
      await writeBatch(writing, 2, [remove('p-6', 3), remove('p-5', 3)])
      expect([...(await namesOf(['p-5', 'p-6'])).keys()]).toEqual(['p-5'])
      expect(await writing.filings.history(['customer:a'])).toHaveLength(3)
    })

    it('is refused whole where a row that it was made of is another by now', async () => {
      const [writing, beside] = opened()
      await beside.write([put('p-1', 'Somebody else', 2)])
      await expect(writeBatch(writing, 1, [put('p-1', 'Aino Aalto', 3), put('p-2', 'Bo Berg', 3)])).rejects.toThrow(
        'changed by another process',
      )
      expect([...(await namesOf(['p-1', 'p-2'])).values()]).toEqual(['Somebody else', 'Bo'])
      expect(await beside.checkpoint(name)).toBe(events[0]?.position)
      // What is read from then on is what stands.
      expect((await writing.getMany([{ table, keys: ['p-1'] }]))[0]?.[0]?.columns.fullName).toBe('Somebody else')
    })

    it('is refused whole where another has taken over', async () => {
      const [writing, beside] = opened()
      await beside.claim({ name: 'writer', epoch: 2 })
      await expect(writeBatch(writing, 1, [put('p-1', 'Aino Aalto', 3)])).rejects.toThrow(LeaseLost)
      await writeBatch(beside, 1, [put('p-1', 'Aino Ahti', 3)])
      expect(await namesOf(['p-1'])).toEqual(new Map([['p-1', 'Aino Ahti']]))
    })
  })
})
