/** What pages, batches of the projector and a rebuild cost in MongoDB: commands that its server is asked, and documents written there. */
import { HostileKeyVault } from '#engines/hostile/hostile-key-vault.js'
import { type MongoReadStoreOptions, openMongoReadStore } from '#engines/mongodb/read-store/mongo-read-store.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { LocalCore } from '#operations/core/local-core.js'
import { Projector } from '#projections/projector.js'
import { Rebuild } from '#projections/rebuild.js'
import { MongodbServer } from '../../../engines/mongodb-server.js'
import { CountedCommands } from '../../../harness/counted-commands.js'
import { TestGroup } from '../../../harness/group.js'
import { crowdIn, type GrownCustomer, grownIn, recordedOf } from '../../../harness/grown-customer.js'
import type { Measured } from '../../figure.js'

/** Pages, as people call them, with the commands that each may cost. */
const pages = [
  ['customer', '360', 15],
  ['customers', 'list', 3],
  ['opportunities', 'list of deals', 3],
  ['relationships', 'list of relationships', 3],
  ['timeline', 'timeline', 5],
  ['brief', 'brief', 15],
  ['opportunity-board', 'board of deals', 5],
  ['relationship-board', 'board of relationships', 5],
] as const

const mostPerBatch = 12
const mostWrittenLive = 5
const mostWrittenByRebuild = 2

interface Counting {
  group: TestGroup
  grown: GrownCustomer
  place: MongoReadStoreOptions
  commands: CountedCommands
}

export async function mongodbCounts(): Promise<Measured[]> {
  const server = await MongodbServer.start()
  const place = { url: server.freshUrl(), place: `counts-${process.pid}`, locale: 'fi' }
  const group = await (await TestGroup.open({ log: openMemoryLog(), store: await openMongoReadStore(place) })).found()
  try {
    group.time = '2026-06-01T09:00:00.000Z'
    const counting = { group, grown: await grownIn(group), place, commands: new CountedCommands() }
    const rebuilt = await rebuildCount(counting)
    await crowdIn(group)
    return [...(await pageCounts(counting)), ...(await batchCounts(counting)), rebuilt]
  } finally {
    await group.close()
    await server.stop()
  }
}

async function pageCounts({ group, grown, place, commands }: Counting): Promise<Measured[]> {
  const { business, log, clear, vault } = group
  // A process of its own, of which nothing else is counted.
  const store = await openMongoReadStore({ ...place, watch: commands.watch })
  const clock = () => new Date(group.time)
  const parts = { ...business, log, store, clear, vault: new HostileKeyVault(vault), clock, locale: 'fi' }
  const core = new LocalCore({ ...parts, parked: async () => 0 })
  await core.start()
  const measured: Measured[] = []
  for (const [page, called, most] of pages) {
    const ask = () => core.ask({ page, params: { id: grown.customer }, viewer: group.viewer('aino'), query: {} })
    // The first time a process looks at what it looks at once.
    await ask()
    commands.clear()
    await ask()
    measured.push(atMost(`${called}: round trips`, commands.times, most))
  }
  await core.stop()
  await store.close()
  return measured
}

async function batchCounts({ group, grown, place, commands }: Counting): Promise<Measured[]> {
  const batch = await recordedOf(grown, group)
  const store = await openMongoReadStore({ ...place, watch: commands.watch })
  const projector = new Projector({ log: group.log, store, ...group.business })
  await projector.open()
  await store.claim({ name: 'projection', epoch: 1 })
  commands.clear()
  await projector.project(batch)
  await store.close()
  return [
    atMost(`batch of ${batch.length}: round trips`, commands.times, mostPerBatch),
    atMost(`batch of ${batch.length}: documents written per event`, commands.written / batch.length, mostWrittenLive),
  ]
}

async function rebuildCount({ group, place, commands }: Counting): Promise<Measured> {
  const into = { ...place, place: `${place.place}-rebuilt` }
  const store = await openMongoReadStore({ ...into, watch: commands.watch })
  const events = (await group.log.readAll({ after: 0, limit: 10_000 })).length
  commands.clear()
  await new Rebuild({ log: group.log, store, ...group.business }).run()
  await store.close()
  return atMost('rebuild: documents written per event', commands.written / events, mostWrittenByRebuild)
}

const atMost = (what: string, count: number, most: number): Measured => ({
  what,
  measured: count.toFixed(Number.isInteger(count) ? 0 : 1),
  target: `≤ ${most}`,
  met: count <= most,
})
