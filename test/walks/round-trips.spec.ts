/**
 * How often a page, and a batch of the projector, asks the read store and the log: over a network each
 * question is a round trip, so that there may be few however much a customer has.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { HostileKeyVault } from '#engines/hostile/hostile-key-vault.js'
import { LocalCore } from '#operations/core/local-core.js'
import { Projector } from '#projections/projector.js'
import { type Asked, counted, timesIn } from '../harness/counted.js'
import { TestGroup } from '../harness/group.js'

const many = 12
const each = Array.from({ length: many }, (_, at) => at)

let group: TestGroup
let hotel: string
let others: string[]
let asked: Asked
let core: LocalCore

const by = (as: string, at?: string) => ({ as, at })
const make = (category: string, command: string, body: object) => group.do(category, command, body, by('aino'))

/** A customer with everything a page shows, and of everything many. */
async function grown(): Promise<void> {
  const profile = { name: 'Hotelli Merituuli', sector: 'hospitality', whyBuys: 'One supplier.' }
  hotel = (await make('customer', 'register', profile)).id
  const chain = (await make('customer', 'register', { name: 'Ketju' })).id
  await group.do('customer', 'setParent', { parent: chain }, { id: hotel, as: 'aino' })
  others = []
  for (const at of each) {
    const contact = (await make('contact', 'register', { name: `Person ${at}` })).id
    const post = { customer: hotel, title: 'Chef', level: 'operational', since: '2024-08-01' }
    await group.do('contact', 'startPost', post, { id: contact, as: 'aino' })
    const deal = { customer: hotel, unit: 'fi', name: `Deal ${at}`, profile: 'product-sale', stage: 'engaging' }
    const { id } = await make('opportunity', 'open', deal)
    if (at % 2 === 0) await group.do('opportunity', 'win', { value: { amountMinor: 100, currency: 'EUR' } }, { id })
    const due = '2026-07-02T10:00:00Z'
    const promise = { customer: hotel, unit: 'fi', what: `Send ${at}.`, kind: 'promise', clock: 'calendar', due }
    await make('promise', 'make', { ...promise, owner: 'aino' })
    const plan = { kind: 'visit', customers: [hotel], unit: 'fi', startsAt: '2026-07-01T07:00:00Z' }
    await make('touchpoint', 'plan', plan)
    const notes = { currentSituation: `Freezer ${at} ices up.`, goals: 'One log.' }
    await make('touchpoint', 'record-visit', { customers: [hotel], contacts: [contact], unit: 'fi', notes })
    const other = (await make('customer', 'register', { name: `Customer ${at}` })).id
    await make('opportunity', 'open', { ...deal, customer: other })
    others.push(other)
  }
}

beforeAll(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-06-01T09:00:00.000Z'
  await grown()
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
  await core.ask({ page, params: { id: hotel }, viewer: group.viewer('aino'), query })
  return { times: timesIn(asked), of: new Map(asked) }
}

describe('a page', () => {
  it.each([
    ['customer', 15],
    ['customers', 3],
    ['timeline', 4],
    ['brief', 15],
    ['opportunities', 5],
    ['relationships', 5],
  ])('%s asks at most %i times, whatever there is of a customer', async (page, most) => {
    const { times, of } = await asks(page)
    expect(times <= most ? 'few' : said(of)).toBe('few')
  })
})

describe('a batch of the projector', () => {
  it('asks at most 12 times, late facts, new names and a correction among what is in it', async () => {
    const { business, log, store } = group
    const before = await log.head()
    const visit = { customers: [hotel], unit: 'fi', notes: { goals: 'One log.' } }
    for (const at of each) {
      await group.send('touchpoint', 'record-visit', visit, by('aino', `2026-05-${10 + at}T10:00:00Z`))
      const name = { was: `Customer ${at}`, is: `Renamed ${at}` }
      await group.send('customer', 'edit', { name }, { id: others[at], as: 'aino' })
    }
    const [first] = await log.readStream(`customer-${hotel}`)
    const because = 'It was a slip.'
    const correction = { stream: `customer-${hotel}`, eventId: first?.id ?? '', mode: 'restate', because } as const
    const body = { name: 'Hotelli Meri', sector: 'hospitality' }
    await group.core.correct(
      { ...correction, body },
      { viewer: group.viewer('aino'), commandId: core.commandId('correct') },
    )
    const projector = new Projector({
      log: counted(log, asked),
      store: counted(store, asked),
      ...business,
    })
    await projector.open()
    const batch = await log.readAll({ after: before, limit: 500 })
    asked.clear()
    await projector.project(batch)
    expect(timesIn(asked) <= 12 ? 'few' : said(asked)).toBe('few')
  })
})
