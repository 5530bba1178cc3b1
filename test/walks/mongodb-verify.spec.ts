/** Read models in MongoDB are verified by moments that a server grants, however long all of it takes, and while more is recorded. */
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { customersView } from '#crm/customers/customers.view.js'
import { openMongoReadStore } from '#engines/mongodb/read-store/mongo-read-store.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { ReadStoreRefused } from '#kernel'
import { verifying } from '#operations/workers/verifying.js'
import { CHECKPOINT } from '#read-models/rows/checkpoint.js'
import { tableOf } from '#read-models/rows/tables.js'
import { endsTransactions, MongodbServer } from '../engines/mongodb-server.js'
import { TestGroup } from '../harness/group.js'
import { describeWhen } from '../lanes/describe-when.js'

describeWhen(endsTransactions, 'read models in MongoDB', () => {
  it('are verified where the server ends transactions after a second', async () => {
    const server = await MongodbServer.start({ isOwn: true })
    const url = server.freshUrl()
    const openAt = (place: string) => openMongoReadStore({ url, place, locale: 'fi' })
    const group = await (await TestGroup.open({ log: openMemoryLog(), store: await openAt('kept') })).found()
    const register = (name: string) => group.do('customer', 'register', { name }, { as: 'aino' })
    for (let nth = 0; nth < 20; nth++) await register(`Hotelli ${nth}`)
    const client = await new MongoClient(url).connect()
    await client.db('admin').command({ setParameter: 1, transactionLifetimeLimitSeconds: 1 })
    const tooLong = group.store.moment(async (reads) => {
      await delay(4_000)
      return reads.count(tableOf(customersView))
    })
    await expect(tooLong).rejects.toBeInstanceOf(ReadStoreRefused)
    const clean = await openAt('clean')
    const { registry } = group.business
    const parts = { ...group.business, registry, log: group.log, vault: group.vault, clean: { store: clean } }
    const verified = verifying({ ...parts, kept: { store: group.store }, momentMs: 100 })
    for (let nth = 0; nth < 10; nth++) await register(`Ravintola ${nth}`)
    const { differences, position } = await verified
    expect([differences, await clean.checkpoint(CHECKPOINT)]).toEqual([[], position])
    for (const each of [client, clean, group]) await each.close()
    await server.stop()
  }, 240_000)
})
