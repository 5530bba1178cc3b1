/** What is relayed of a group, over topics that answer late and fail: the log once, and tables as the documents are. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { HostileGenerations, SharedGenerations } from '#engines/hostile/hostile-generations.js'
import { HostilePublishedStream, SharedTopics } from '#engines/hostile/hostile-published-stream.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { EnginesRefused, type Publisher, type PublishingFailed, TakenOver } from '#kernel'
import { tableOf } from '#read-models'
import { TestGroup } from '#test/harness/group.js'
import { publishedRow, publishedViews } from '../tables/published-rows.js'
import { topicOfTable } from '../topics.js'
import { EventRelay } from './event-relay.js'
import { StateRelay } from './state-relay.js'

let folder: string
let group: TestGroup
let topics: SharedTopics
let generations: SharedGenerations
let troubles: PublishingFailed[]
let ending: AbortController
let running: Promise<void>[]
let seed = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-relay-'))
  group = await (await TestGroup.open({ folder })).found()
  topics = new SharedTopics()
  generations = new SharedGenerations()
  serve(join(folder, 'read.db'))
  troubles = []
  ending = new AbortController()
  running = []
})
afterEach(async () => {
  ending.abort()
  await Promise.all(running)
  await group.close()
  rmSync(folder, { recursive: true })
})

function serve(place: string): void {
  const number = (generations.current?.number ?? 0) + 1
  generations.current = { number, shape: 'any', place }
  generations.filled.add(place)
}

const parts = (failing: number) => ({
  ...{ ...group.business, log: group.log, identity: 'the-group' },
  stream: new HostilePublishedStream(topics, ++seed, failing),
  onTrouble: (error: PublishingFailed) => troubles.push(error),
})
const eventRelay = (failing = 0) => new EventRelay(parts(failing))
const stateRelay = (failing = 0) =>
  new StateRelay({
    ...parts(failing),
    generations: new HostileGenerations(generations, ++seed),
    shape: 'any',
    openReadStore: async (file) => openSqliteReadStore({ file, log: group.log, readOnly: true }),
  })

function run<R extends { run(signal: AbortSignal): Promise<void> }>(relay: R): R {
  running.push(relay.run(ending.signal))
  return relay
}

async function caughtUp(...relays: { readonly reached: number }[]): Promise<void> {
  const head = await group.log.head()
  for (const relay of relays) while (relay.reached < head) await delay(5)
}

const published = () => topics.of('events').map(({ key, value }) => ({ key, event: JSON.parse(value ?? '') }))

/** The events that are to be there, by their ids, in recorded order. */
async function recorded(): Promise<string[]> {
  const events = await group.log.readAll({ after: 0, limit: 10_000 })
  const { catalogue } = group.business.registry
  return events.filter(({ type }) => catalogue.get(type)?.published === true).map(({ id }) => id)
}

/** What a consumer holds of a table, and what the read models have. */
async function expectTables(): Promise<void> {
  for (const view of publishedViews(group.business.registry)) {
    const held: Record<string, unknown> = {}
    for (const { key, value } of topics.of(topicOfTable(view.published))) {
      if (value === null) delete held[key]
      else held[key] = JSON.parse(value)
    }
    const standing: Record<string, unknown> = {}
    for await (const rows of group.store.scan(tableOf(view), {}))
      for (const { key, doc } of rows) standing[key] = JSON.parse(JSON.stringify(publishedRow(view, doc ?? {})))
    expect([view.name, held]).toEqual([view.name, standing])
  }
}

const register = async (name: string) => (await group.do('customer', 'register', { name }, { as: 'aino' })).id
const note = (customer: string, as = 'aino', unit = 'fi') =>
  group.do('touchpoint', 'record-note', { customers: [customer], unit, note: 'They grow pelargonia.' }, { as })
const advance = (id: string, as = 'aino') =>
  group.do('relationship', 'changeStage', { from: 'identified', to: 'exploratory' }, { id, as })

async function somethingHappens(): Promise<string[]> {
  const customers = [await register('Hotelli Merituuli'), await register('Hotell Havsbris')]
  for (const customer of customers) {
    await note(customer)
    await advance(`${customer}.fi`)
  }
  await note(customers[1] ?? '', 'bengt', 'se')
  return customers
}

describe('events', () => {
  it('are published once each in recorded order, with the leading customer as key', async () => {
    const relay = run(eventRelay())
    const [customer] = await somethingHappens()
    await caughtUp(relay)
    expect(published().map(({ event }) => event.id)).toEqual(await recorded())
    const ofNote = published().find(({ event }) => event.type === 'touchpoint.note')
    expect(ofNote).toMatchObject({ key: customer, event: { source: 'urn:kumppani:group:the-group' } })
    expect(JSON.stringify(published())).not.toContain('pelargonia')
  })

  it('are published once each, however often it fails and whether or not it was there', async () => {
    const relay = run(eventRelay(0.4))
    await somethingHappens()
    await caughtUp(relay)
    expect(troubles.length).toBeGreaterThan(0)
    expect(published().map(({ event }) => event.id)).toEqual(await recorded())
  })

  it('are published once each by two relays, the first of which was held up', async () => {
    const stream = new HostilePublishedStream(topics, ++seed)
    const held = Promise.withResolvers<void>()
    const takeOver = stream.takeOver.bind(stream)
    stream.takeOver = async (name) => {
      const publisher = await takeOver(name)
      const publish = publisher.publish.bind(publisher)
      return Object.assign(publisher, {
        publish: async (...what: Parameters<Publisher['publish']>) => {
          await held.promise
          await publish(...what)
        },
      })
    }
    const paused = new EventRelay({ ...parts(0), stream }).run(ending.signal)
    const ended = expect(paused).rejects.toThrow(TakenOver)
    await somethingHappens()
    await delay(50)
    const next = run(eventRelay())
    await caughtUp(next)
    held.resolve()
    await ended
    expect(published().map(({ event }) => event.id)).toEqual(await recorded())
  })

  it('are refused where the topics hold what another log says', async () => {
    const publisher = await new HostilePublishedStream(topics, 1).takeOver('events')
    const [event] = await group.log.readAll({ after: 0, limit: 1 })
    await publisher.publish([], { position: event?.position ?? 0, note: 'another' })
    await expect(eventRelay().run(ending.signal)).rejects.toThrow(EnginesRefused)
  })

  it('that say which keys were destroyed are published for those who keep copies, too', async () => {
    const relay = run(eventRelay())
    const contact = await group.do('contact', 'register', { name: 'Ilona Meritähti' }, { as: 'aino' })
    const { erasePerson } = await import('#operations/persons/erase-person.js')
    await erasePerson(contact.id, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    await caughtUp(relay)
    const erasures = topics.of('erasures').map(({ value }) => JSON.parse(value ?? ''))
    expect(erasures.map(({ type }) => type)).toEqual(['privacy.keys-destroyed'])
    expect(JSON.stringify(erasures)).toContain(`contact:${contact.id}`)
  })
})

describe('tables', () => {
  it('are what stands, for a relay that begins late, and follow from then on', async () => {
    const [customer = '', other = ''] = await somethingHappens()
    const relay = run(stateRelay())
    await caughtUp(relay)
    await expectTables()
    await advance(`${other}.se`, 'bengt')
    await register('Spa Tyrsky')
    const deal = { customer, unit: 'fi', name: 'Sheets', profile: 'product-sale', stage: 'prospecting' }
    await group.do('opportunity', 'open', deal, { as: 'aino' })
    await caughtUp(relay)
    expect(topics.of('state.opportunity')).toHaveLength(1)
    await expectTables()
  })

  it('say nothing again where what others read is as it was', async () => {
    const relay = run(stateRelay())
    const [customer = ''] = await somethingHappens()
    await note(customer)
    await caughtUp(relay)
    const before = topics.of('state.customer').length
    await note(customer)
    await caughtUp(relay)
    expect(topics.of('state.customer')).toHaveLength(before)
    await expectTables()
  })

  it('lose what is merged away, and have it again when that is taken back', async () => {
    const relay = run(stateRelay(0.1))
    const [customer = '', other = ''] = await somethingHappens()
    const { id } = await group.do('merge', 'merge', { into: customer }, { id: other, as: 'stella' })
    await caughtUp(relay)
    expect(topics.of('state.relationship').filter(({ value }) => value === null).length).toBeGreaterThan(0)
    await expectTables()
    const [made] = await group.log.readStream(`merge-${id}`)
    await group.correct(`merge-${id}`, made?.id ?? '', { as: 'stella' })
    await caughtUp(relay)
    await expectTables()
  })

  it('lose what a correction takes back', async () => {
    const relay = run(stateRelay())
    const customer = await register('Hotelli Merituuli')
    const { id } = await note(customer)
    await caughtUp(relay)
    await expectTables()
    const [first] = await group.log.readStream(`touchpoint-${id}`)
    await group.correct(`touchpoint-${id}`, first?.id ?? '', { as: 'aino' })
    await caughtUp(relay)
    await expectTables()
  })

  it('are filled anew by another generation, and lose what is not in it', async () => {
    await somethingHappens()
    const relay = run(stateRelay())
    await caughtUp(relay)
    const ghost = { topic: 'state.customer', key: 'never', value: '{}' }
    topics.messages.push(ghost)
    const before = topics.of('state.customer').length
    const bookmark = topics.bookmarks.get('state')
    serve(join(folder, 'read.db'))
    while (topics.bookmarks.get('state')?.note === bookmark?.note || topics.bookmarks.get('state')?.note === 'filling')
      await delay(20)
    expect(topics.of('state.customer').length).toBeGreaterThan(before)
    await expectTables()
  })
})
