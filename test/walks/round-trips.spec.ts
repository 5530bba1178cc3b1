/**
 * How often a page, and a batch of the projector, asks the read store and the log: over a network each
 * question is a round trip, so that there may be few however much a customer has.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { HostileKeyVault } from '#engines/hostile/hostile-key-vault.js'
import { LocalCore } from '#operations/core/local-core.js'
import { Projector } from '#projections/projector.js'
import { type Asked, counted, timesIn } from '../harness/counted.js'
import { TestGroup } from '../harness/group.js'
import { crowdIn, type GrownCustomer, grownIn, recordedOf } from '../harness/grown-customer.js'

let group: TestGroup
let grown: GrownCustomer
let asked: Asked
let core: LocalCore

beforeAll(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-06-01T09:00:00.000Z'
  grown = await grownIn(group)
  await crowdIn(group)
  asked = new Map()
  const { business, log, store, clear, vault } = group
  core = new LocalCore({
    ...business,
    log: counted(log, asked),
    store: counted(store, asked),
    clear,
    vault: new HostileKeyVault(vault),
    clock: () => new Date(group.time),
    locale: 'fi',
    parked: async () => 0,
  })
  await core.start()
}, 60_000)
afterAll(async () => {
  await core.stop()
  await group.close()
})

/** Which are too many. */
const said = (of: Asked): string => JSON.stringify(Object.fromEntries(of))

/** Questions that an answer costs, by name. */
async function asks(page: string, query: object = {}): Promise<{ times: number; of: Asked }> {
  asked.clear()
  await core.ask({ page, params: { id: grown.customer }, viewer: group.viewer('aino'), query })
  // The moment that all of it is of is fixed by its first question.
  return { times: timesIn(asked) - 1, of: new Map(asked) }
}

describe('a whole history', () => {
  const about = [...business.registry.queries.values()].filter(({ past }) => past?.of.partition === 'customer')
  const keyed = about.filter(({ past }) => past?.of.keyedBy !== 'entity' && !past?.presentOnly)

  it.each(keyed.map((query) => [query.name, query] as const))(
    '%s is read only where it says so',
    async (page, query) => {
      const { past, folds } = query
      const id = past?.of.keyedBy === 'unit' ? `${grown.customer}.fi` : grown.customer
      asked.clear()
      const params = { [past?.param ?? '']: id, event: `customer-${grown.customer}` }
      await core.ask({ page, params, viewer: group.viewer('aino'), query: {} })
      expect(asked.has('history') && folds !== true ? 'unsaid' : 'said').toBe('said')
    },
  )
})

describe('a page', () => {
  it.each([
    ['customer', 15],
    ['customers', 4],
    ['timeline', 5],
    ['brief', 15],
    ['opportunities', 4],
    ['relationships', 4],
    ['opportunity-board', 5],
    ['relationship-board', 4],
  ])('%s asks at most %i times, whatever there is of a customer', async (page, most) => {
    const { times, of } = await asks(page)
    expect(times <= most ? 'few' : said(of)).toBe('few')
  })
})

describe('a batch of the projector', () => {
  it('asks at most 12 times, late facts, new names and a correction among what is in it', async () => {
    const { business, log, store } = group
    const batch = await recordedOf(grown, group)
    const projector = new Projector({
      log: counted(log, asked),
      store: counted(store, asked),
      ...business,
    })
    await projector.open()
    asked.clear()
    await projector.project(batch)
    expect(timesIn(asked) <= 12 ? 'few' : said(asked)).toBe('few')
  })
})
