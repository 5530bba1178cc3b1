/** Who sees what of the history, and which moment an answer stands for. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Delivered, type EventLog, type Position, storedPosition } from '#kernel'
import { LocalCore } from '#operations/core/local-core.js'
import { TestGroup } from '#test/harness/group.js'

let group: TestGroup
let customer: string

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

const note = (of: string) =>
  group.do('touchpoint', 'record-note', { customers: [of], unit: 'fi', note: 'A cold room.' }, { as: 'aino' })

describe('a merged customer, where each unit reads its own history', () => {
  let twin: string
  let registered: Position

  beforeEach(async () => {
    const recorded = await group.do('customer', 'register', { name: 'Merituuli Oy' }, { as: 'aino' })
    twin = recorded.id
    registered = recorded.position
    await note(customer)
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    await group.do('merge', 'merge', { into: customer }, { id: twin, as: 'stella' })
  })

  it('is seen by those who deal with its survivor, and by nobody else', async () => {
    const seen = (as: string) => group.core.event(registered, group.viewer(as))
    expect(await seen('aino')).toMatchObject({ type: 'customer.registered' })
    await expect(seen('bengt')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('gets posts from those who deal with its survivor alone', async () => {
    const { id } = await group.do('contact', 'register', { name: 'Ilona Meritähti' }, { as: 'bengt' })
    const post = { customer: twin, title: 'Chef', level: 'operational', since: '2024-08-01' }
    const started = (as: string) => group.do('contact', 'startPost', post, { id, as })
    await expect(started('bengt')).rejects.toMatchObject({ code: 'not-found' })
    expect((await started('aino')).events).toHaveLength(1)
  })
})

describe('an answer', () => {
  it('about the present stands for what the read models have seen', async () => {
    const { position } = await note(customer)
    const viewer = group.viewer('aino')
    const question = { page: 'customer', viewer, params: { id: customer }, query: {} }
    expect((await group.core.ask(question)).position).toBe(position)
    await group.send('touchpoint', 'record-note', { customers: [customer], unit: 'fi', note: 'Unseen.' })
    expect((await group.core.ask(question)).position).toBe(position)
  })

  it.each([{ knownAt: '2026-03-01' }, { asOf: '2026-03-01' }, { knownAt: 'position' }])(
    'about %j is given again for what it was resolved to',
    async (asked) => {
      const { position } = await note(customer)
      if (asked.knownAt === 'position') asked.knownAt = String(position)
      const question = { page: 'customer', viewer: group.viewer('aino'), params: { id: customer }, query: {} }
      const { body, moment } = await group.core.ask({ ...question, moment: asked })
      group.time = '2026-04-01T09:00:00.000Z'
      await note(customer)
      const resolved = { asOf: moment?.asOf, knownAt: String(moment?.knownAt) }
      expect(await group.core.ask({ ...question, moment: resolved })).toEqual({ body, moment, position })
    },
  )

  it('shows the relationship of a unit with a dot in its name, now and in the past', async () => {
    await group.do('unit', 'open', { subsidiary: 'fi', name: 'Food' }, { id: 'fi.food' })
    const said = { customers: [customer], unit: 'fi.food', note: 'A cold room.' }
    await group.do('touchpoint', 'record-note', said)
    const standing = async (asOf?: string) => {
      const params = { id: `${customer}.fi.food` }
      return (await group.ask<{ standing?: object }>('relationship', params, { as: 'eero', asOf })).standing
    }
    expect(await standing()).toMatchObject({ stage: 'identified' })
    expect(await standing('2026-03-01')).toEqual(await standing())
  })
})

describe('the event at a position', () => {
  it('is the one just there', async () => {
    const head = await group.log.head()
    expect(await group.log.eventAt(head)).toMatchObject({ position: head })
    expect([await group.log.eventAt(0), await group.log.eventAt(storedPosition(head + 1))]).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('references that cannot be kept up to date', () => {
  it('are reported', async () => {
    const failed = Promise.withResolvers<Error>()
    const { business, store, vault } = group
    const broken = {
      ...group.log,
      head: async () => 0,
      eventAt: async () => undefined,
      readAll: async () => [],
      subscribe: brokenSubscription,
    }
    const parts = { ...business, store, vault, clock: () => new Date(group.time), locale: 'fi', parked: async () => 0 }
    const core = new LocalCore({ ...parts, log: broken as unknown as EventLog, failed: failed.resolve })
    await core.start()
    expect((await failed.promise).message).toBe('event 7 is malformed')
    await core.stop()
  })
})

async function* brokenSubscription(): AsyncGenerator<Delivered> {
  yield { events: [], upTo: 0 }
  throw new Error('event 7 is malformed')
}
