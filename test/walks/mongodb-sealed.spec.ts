/** What read models in MongoDB hold of what people write: sealed tokens, in documents as in the events that are filed there. */
import { expect, it } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { openMongoReadStore } from '#engines/mongodb/read-store/mongo-read-store.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { hasMongodb, MongodbServer } from '../engines/mongodb-server.js'
import { TestGroup } from '../harness/group.js'
import { describeWhen } from '../lanes/describe-when.js'

/** Everything in a database, as text. */
async function contentOf(url: string, place: string): Promise<string> {
  const client = await new MongoClient(url).connect()
  const db = client.db(place)
  const found: unknown[] = []
  for (const { name } of await db.listCollections().toArray())
    found.push(name, ...(await db.collection(name).find().toArray()))
  await client.close()
  return JSON.stringify(found)
}

describeWhen(hasMongodb, 'read models in MongoDB', () => {
  it('hold nothing that a person wrote, nor any name of one, in clear', async () => {
    const server = await MongodbServer.start()
    const place = { url: server.freshUrl(), place: `sealed-${process.pid}`, locale: 'fi' }
    const group = await (await TestGroup.open({ log: openMemoryLog(), store: await openMongoReadStore(place) })).found()
    const by = { as: 'aino' }
    const customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, by)).id
    const contact = (await group.do('contact', 'register', { name: 'Kaisa Koskinen' }, by)).id
    const note = { customers: [customer], contacts: [contact], unit: 'fi', note: 'The freezer ices up.' }
    const { id } = await group.do('touchpoint', 'record-note', note, by)
    await group.correct(`touchpoint-${id}`, (await group.log.readStream(`touchpoint-${id}`))[0]?.id ?? '', {
      body: { ...note, note: 'The cooler ices up.' },
      because: 'Kaisa rang again.',
    })
    const content = await contentOf(place.url, place.place)
    for (const open of ['Hotelli Merituuli', `touchpoint-${id}`, contact]) expect(content).toContain(open)
    for (const said of ['freezer', 'cooler', 'Kaisa', 'Koskinen'])
      expect(content.toLowerCase()).not.toContain(said.toLowerCase())
    await group.close()
    await server.stop()
  }, 120_000)
})
