/** A customer of whom there is everything that a page shows, and of everything many; and a batch of all kinds of events about it. */
import type { StoredEvent } from '#kernel'
import type { CommandOptions, TestGroup } from './group.js'

const many = 12
const each = Array.from({ length: many }, (_, at) => at)
/** More than a page of a list has. */
const crowd = Array.from({ length: 50 }, (_, at) => at)

export interface GrownCustomer {
  customer: string
  /** Customers with a deal each. */
  others: string[]
}

/** Recorded and projected. */
export async function grownIn(group: TestGroup): Promise<GrownCustomer> {
  const make = (category: string, command: string, body: object) => group.do(category, command, body, { as: 'aino' })
  const profile = { name: 'Hotelli Merituuli', sector: 'hospitality', whyBuys: 'One supplier.' }
  const hotel = (await make('customer', 'register', profile)).id
  const chain = (await make('customer', 'register', { name: 'Ketju' })).id
  await group.do('customer', 'setParent', { parent: chain }, { id: hotel, as: 'aino' })
  const others: string[] = []
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
    const touch = { customers: [hotel], unit: 'fi' }
    await make('touchpoint', 'record-phone-call', touch)
    const notes = { currentSituation: `Freezer ${at} ices up.`, goals: 'One log.' }
    const visit = await make('touchpoint', 'record-visit', { ...touch, contacts: [contact], language: 'de', notes })
    await group.do('touchpoint', 'structure', { notes: { nextSteps: `Ring ${at}.` } }, { id: visit.id, as: 'aino' })
    if (at % 3 === 0) await group.do('touchpoint', 'addGist', { gist: `Ice, ${at}.` }, { id: visit.id, as: 'aino' })
    else await make('touchpoint', 'record-private-note', { ...touch, note: `Wait with ${at}.` })
    const other = (await make('customer', 'register', { name: `Customer ${at}` })).id
    await make('opportunity', 'open', { ...deal, customer: other })
    others.push(other)
  }
  return { customer: hotel, others }
}

/** So many customers and deals that no list has them on one page; recorded and projected. */
export async function crowdIn(group: TestGroup): Promise<void> {
  for (const at of crowd) {
    const { id } = await group.send('customer', 'register', { name: `Guest ${at}` }, { as: 'aino' })
    const deal = { customer: id, unit: 'fi', name: `Offer ${at}`, profile: 'product-sale', stage: 'prospecting' }
    await group.send('opportunity', 'open', deal, { as: 'aino' })
  }
  await group.projector.catchUp()
}

/** Late facts, new names and a correction, recorded and not projected yet. */
export async function recordedOf({ customer, others }: GrownCustomer, group: TestGroup): Promise<StoredEvent[]> {
  const { log, core } = group
  const before = await log.head()
  const visit = { customers: [customer], unit: 'fi', notes: { goals: 'One log.' } }
  const by = (options: CommandOptions) => ({ as: 'aino', ...options })
  for (const at of each) {
    await group.send('touchpoint', 'record-visit', visit, by({ at: `2026-05-${10 + at}T10:00:00Z` }))
    const name = { was: `Customer ${at}`, is: `Renamed ${at}` }
    await group.send('customer', 'edit', { name }, by({ id: others[at] }))
  }
  const [first] = await log.readStream(`customer-${customer}`)
  const because = 'It was a slip.'
  const correction = { stream: `customer-${customer}`, eventId: first?.id ?? '', mode: 'restate', because } as const
  const body = { name: 'Hotelli Meri', sector: 'hospitality' }
  await core.correct({ ...correction, body }, { viewer: group.viewer('aino'), commandId: core.commandId('correct') })
  return log.readAll({ after: before, limit: 500 })
}
