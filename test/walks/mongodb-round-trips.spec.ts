/** What pages, batches of the projector and a rebuild cost in MongoDB: commands that its server is asked, and documents written there. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { HostileKeyVault } from '#engines/hostile/hostile-key-vault.js'
import { type MongoReadStoreOptions, openMongoReadStore } from '#engines/mongodb/read-store/mongo-read-store.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { ReadStore } from '#kernel'
import { LocalCore } from '#operations/core/local-core.js'
import { Projector } from '#projections/projector.js'
import { hasMongodb, MongodbServer } from '../engines/mongodb-server.js'
import { CountedCommands } from '../harness/counted-commands.js'
import { TestGroup } from '../harness/group.js'
import { type GrownCustomer, grownIn, recordedOf } from '../harness/grown-customer.js'
import { describeWhen } from '../lanes/describe-when.js'

describeWhen(hasMongodb, 'read models in MongoDB', () => {
  const commands = new CountedCommands()
  let server: MongodbServer
  let group: TestGroup
  let grown: GrownCustomer
  let place: MongoReadStoreOptions & { place: string }
  let store: ReadStore
  let core: LocalCore

  /** As a process of its own has them. */
  const watched = () => openMongoReadStore({ ...place, watch: commands.watch })

  beforeAll(async () => {
    server = await MongodbServer.start()
    place = { url: server.freshUrl(), place: `round-trips-${process.pid}`, locale: 'fi' }
    group = await (await TestGroup.open({ log: openMemoryLog(), store: await openMongoReadStore(place) })).found()
    group.time = '2026-06-01T09:00:00.000Z'
    grown = await grownIn(group)
    const { business, log, clear, vault } = group
    const clock = () => new Date(group.time)
    store = await watched()
    const parked = async () => 0
    core = new LocalCore({
      ...business,
      log,
      store,
      clear,
      vault: new HostileKeyVault(vault),
      clock,
      locale: 'fi',
      parked,
    })
    await core.start()
  }, 120_000)
  afterAll(async () => {
    await core.stop()
    await store.close()
    await group.close()
    await server.stop()
  }, 60_000)

  it.each([
    ['customer', 15],
    ['customers', 3],
    ['timeline', 4],
    ['brief', 15],
    ['opportunities', 5],
    ['relationships', 5],
  ])('%s asks at most %i times, whatever there is of a customer', async (page, most) => {
    const ask = () => core.ask({ page, params: { id: grown.customer }, viewer: group.viewer('aino'), query: {} })
    // What a process looks at once.
    await ask()
    commands.clear()
    await ask()
    expect(commands.times <= most ? 'few' : String(commands)).toBe('few')
  })

  it('a batch asks at most 12 times and writes at most 5 documents an event', async () => {
    const batch = await recordedOf(grown, group)
    const own = await watched()
    const projector = new Projector({ log: group.log, store: own, ...group.business })
    await projector.open()
    await core.stop()
    commands.clear()
    await projector.project(batch)
    expect(commands.times <= 12 ? 'few' : String(commands)).toBe('few')
    expect(commands.written / batch.length).toBeLessThanOrEqual(5)
    await own.close()
  })
})
