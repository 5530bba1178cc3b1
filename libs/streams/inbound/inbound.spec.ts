/** What others send, recorded in a group over topics that hand things over again and change hands at any moment. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { importTargets } from '#crm/imports/import-targets.js'
import { sentTopics } from '#crm/imports/sent-topics.js'
import { HostileInboundStream, SharedSent } from '#engines/hostile/hostile-inbound-stream.js'
import { compileTargets } from '#imports'
import { LogRefused, NoLongerHeld, type SentBatch, type StoredEvent } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { Inbound, type InboundParts } from './inbound.js'

let group: TestGroup
let sent: SharedSent
let troubles: string[]
let ending: AbortController
let running: Promise<void>[]
let seed = 0

const topics = (member: string) => sentTopics.map((topic) => ({ ...topic, member }))

function receiving(parts: Partial<InboundParts> & { failing?: number; member?: string } = {}): Inbound {
  const { failing = 0, member = 'aino', ...further } = parts
  return new Inbound({
    stream: new HostileInboundStream(sent, ++seed, failing),
    core: group.core,
    targets: compileTargets(importTargets, group.business.registry),
    topics: topics(member),
    source: 'erp',
    onTrouble: ({ message }) => troubles.push(message),
    ...further,
  })
}

function begin(inbound = receiving()): Inbound {
  running.push(inbound.run(ending.signal))
  return inbound
}

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  sent = new SharedSent()
  troubles = []
  ending = new AbortController()
  running = []
})
afterEach(async () => {
  ending.abort()
  await Promise.all(running)
  await group.close()
})

function send(topic: string, key: string | null, said: object | string, headers: Record<string, string> = {}): void {
  const value = typeof said === 'string' ? said : JSON.stringify(said)
  sent.send(`in.${topic}`, { key, value, headers })
}
const customer = (key: string, fields: object, headers = {}) =>
  send('customers', key, { type: 'customer', at: 'before', fields }, headers)
const note = (key: string, fields: object) =>
  send('touchpoints', key, { type: 'note', at: '2026-02-03', fields: { unit: 'fi', ...fields } })

const taken = () => sentTopics.every(({ name }) => sent.left(`in.${name}`) === 0)
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(2)
}
async function untilTaken(): Promise<void> {
  await until(taken)
  await group.projector.catchUp()
}
async function facts(...types: string[]): Promise<StoredEvent[]> {
  const all = await group.log.readAll({ after: 0, limit: 1000 })
  return all.filter(({ type }) => types.includes(type))
}
const codes = () => sent.setAside.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`))
async function customers(): Promise<Record<string, unknown>[]> {
  return (await group.ask<{ rows: Record<string, unknown>[] }>('customers')).rows
}

describe('what others send', () => {
  it('is recorded, whatever arrives first, and seen', async () => {
    begin(receiving({ failing: 0.3 }))
    note('n1', { customers: ['17'], contacts: ['p1'], opportunity: 'd1', note: 'The freezer ices up.' })
    send('opportunities', 'd1', {
      type: 'opportunity',
      at: '2026-02-01',
      fields: { customer: '17', unit: 'fi', name: 'Cold store', profile: 'product-sale', stage: 'prospecting' },
    })
    const value = { amountMinor: 1200000, currency: 'EUR' }
    send('opportunities', 'd1', { type: 'opportunity-won', at: '2026-02-20', fields: { value } })
    send('customers', 'p1', { type: 'contact', at: '2026-01-01', fields: { name: 'Helvi Harju' } })
    customer('17', { name: 'Hotelli Merituuli', sector: 'hospitality', businessId: '1234567-8' })
    await untilTaken()
    expect(codes()).toEqual([])
    const [row] = await customers()
    expect(row).toMatchObject({ name: 'Hotelli Merituuli', sector: 'hospitality' })
    const timeline = await group.ask<{ rows: { summary: string; kind: string }[] }>('timeline', { id: String(row?.id) })
    expect(timeline.rows.map(({ summary }) => summary)).toContain('The freezer ices up.')
    const won = await facts('opportunity.won')
    expect(won.map(({ data }) => data.value)).toMatchObject([value])
    const all = await group.log.readAll({ after: 0, limit: 1000 })
    const ours = all.filter(({ metadata }) => metadata.source?.system === 'erp')
    expect(new Set(ours.map(({ metadata }) => metadata.actor))).toEqual(new Set(['aino']))
  })

  it('is an edit where the record is known, and nothing where it says the same', async () => {
    begin(receiving({ failing: 0.3 }))
    customer('17', { name: 'Hotelli Merituuli', phone: '+358 1 234' })
    customer('17', { name: 'Hotelli Merituuli', phone: '+358 1 234' })
    customer('17', { name: 'Kylpylä Merituuli' })
    customer('17', { phone: null })
    await untilTaken()
    expect(codes()).toEqual([])
    expect(await facts('customer.registered')).toHaveLength(1)
    expect(await facts('customer.profile-changed')).toHaveLength(2)
    const [row] = await customers()
    expect(row?.name).toBe('Kylpylä Merituuli')
    expect(row?.phone).toBeUndefined()
  })

  it('is done once by its idempotency key, also long after', async () => {
    begin()
    customer('17', { name: 'First' }, { 'idempotency-key': 'a' })
    customer('17', { name: 'Second' }, { 'idempotency-key': 'b' })
    customer('17', { name: 'First' }, { 'idempotency-key': 'a' })
    send('customers', '17', { type: 'customer', at: 'before', fields: { name: 'Second' }, idempotencyKey: 'b' })
    await untilTaken()
    expect(codes()).toEqual([])
    expect((await customers()).map(({ name }) => name)).toEqual(['Second'])
    expect(await facts('customer.profile-changed')).toHaveLength(1)
  })

  it('is never set back by what is handed over again', async () => {
    begin(receiving({ failing: 0.6 }))
    const names = Array.from({ length: 12 }, (_, at) => ['Odd', 'Even', 'Even'][at % 3] as string)
    for (const name of names) customer('17', { name })
    await untilTaken()
    const changes = names.filter((name, at) => at > 0 && name !== names[at - 1])
    expect(await facts('customer.profile-changed')).toHaveLength(changes.length)
    expect((await customers()).map(({ name }) => name)).toEqual([names.at(-1)])
  })

  it('is shared by two, which lose partitions to each other', async () => {
    begin(receiving({ failing: 0.2 }))
    begin(receiving({ failing: 0.2 }))
    for (let at = 0; at < 30; at++) customer(`c${at % 10}`, { name: `Customer ${at}` })
    await untilTaken()
    expect(codes()).toEqual([])
    expect(await facts('customer.registered')).toHaveLength(10)
    expect(await facts('customer.profile-changed')).toHaveLength(20)
  })
})

describe('what cannot be recorded', () => {
  it('is set aside with code and place, as it came, while the rest goes on', async () => {
    begin(receiving({ patience: { ms: 0, now: () => 0 } }))
    customer('1', { name: 'Good' })
    send('customers', '2', '{"type":"customer"')
    send('customers', '2', '[1]')
    send('customers', null, { type: 'customer', at: 'before', fields: { name: 'No key' } })
    send('customers', '2', { type: 'note', at: 'before' })
    send('customers', '2', { type: 'customer', fields: { name: 'When' } })
    customer('2', { name: 'Secret\u0007Name' })
    customer('2', { nickname: 'Merituuli' })
    customer('2', { name: 'Merituuli', employees: 'many' })
    customer('2', { sector: 'hospitality' })
    customer('3', { name: 'Also good' })
    note('n1', { customers: ['unknown'], note: 'Nobody there.' })
    note('n2', { customers: ['1'], unit: 'se', note: 'Not our unit.' })
    await untilTaken()
    expect(codes()).toEqual([
      'malformed',
      'malformed',
      'key-missing',
      'unknown-type type',
      'invalid-input at',
      'invalid-input fields.name',
      'invalid-input fields.nickname',
      'invalid-input fields.employees',
      'invalid-input fields.name',
      'touchpoint-customer-unknown fields.customers',
      'not-allowed',
    ])
    expect(sent.setAside.map(({ sentence }) => sentence).join()).not.toMatch(/Secret|Merituuli|nickname":/)
    expect(sent.setAside[5]?.message.value).toContain('Secret')
    expect((await customers()).map(({ name }) => name).toSorted()).toEqual(['Also good', 'Good'])
  })

  it('is counted by topic', async () => {
    const inbound = begin(receiving({ failing: 0.5 }))
    send('customers', null, 'nothing')
    send('touchpoints', null, 'nothing')
    send('touchpoints', null, 'nothing')
    await untilTaken()
    expect(Object.fromEntries(inbound.setAside)).toEqual({
      'in.customers': 1,
      'in.opportunities': 0,
      'in.touchpoints': 2,
    })
  })

  it('begins no second customer for a business id that another has', async () => {
    begin()
    customer('17', { name: 'Hotelli Merituuli', businessId: '1234567-8' })
    await untilTaken()
    customer('18', { name: 'Merituuli Oy', businessId: '12345678' })
    await untilTaken()
    expect(codes()).toEqual(['held-by-another'])
    expect((await customers()).map(({ name }) => name)).toEqual(['Hotelli Merituuli'])
  })
})

describe('what is nobody’s fault', () => {
  it('waits while the log takes nothing', async () => {
    let isFull = true
    const dispatch: typeof group.core.dispatch = async (...command) => {
      if (isFull) throw new LogRefused('the disk is full')
      return group.core.dispatch(...command)
    }
    const { core } = group
    const failing = new Proxy(core, { get: (of, name) => (name === 'dispatch' ? dispatch : Reflect.get(of, name)) })
    begin(receiving({ core: failing }))
    customer('17', { name: 'Hotelli Merituuli' })
    await until(() => troubles.includes('the disk is full'))
    expect(sent.left('in.customers')).toBe(1)
    isFull = false
    await untilTaken()
    expect(codes()).toEqual([])
    expect(await facts('customer.registered')).toHaveLength(1)
  })

  it('waits for the member as whom it is recorded', async () => {
    begin(receiving({ member: 'erp-bot' }))
    customer('17', { name: 'Hotelli Merituuli' })
    await until(() => troubles.length > 0)
    expect(troubles[0]).toBe('in.customers waits for a member erp-bot with a role, as whom its messages are recorded')
    await group.member('erp-bot', 'fi', 'member')
    await untilTaken()
    expect(await facts('customer.registered')).toHaveLength(1)
  })

  it('waits for what it refers to as long as topics before its own have more', async () => {
    const patience = { ms: 50, now: () => performance.now() }
    const inbound = receiving({ patience })
    note('n1', { customers: ['17'], note: 'Too early.' })
    // Which nobody receives, as long as the other waits.
    sent.send('in.customers', { key: '17', value: '', partition: 9 })
    sent.holders.set('in.customers/9', {})
    const stream = new HostileInboundStream(sent, ++seed)
    const receive: typeof stream.receive = (of) => stream.receive({ ...of, topics: ['in.touchpoints'] })
    const early = receiving({
      patience,
      stream: new Proxy(stream, { get: (of, name) => (name === 'receive' ? receive : Reflect.get(of, name).bind(of)) }),
    })
    begin(early)
    await delay(150)
    expect(sent.left('in.touchpoints')).toBe(1)
    begin(inbound)
    await untilTaken()
    expect(codes()).toEqual(['malformed', 'touchpoint-customer-unknown fields.customers'])
  })

  it('leaves alone what it read before another got the partition', async () => {
    customer('17', { name: 'Hotelli Merituuli' })
    const stream = new HostileInboundStream(sent, ++seed)
    let tried: unknown
    const receive: typeof stream.receive = async ({ handle }) => {
      const [message] = sent.messages.get('in.customers/0') ?? []
      const lost: SentBatch = {
        messages: message ? [message] : [],
        requireHeld: () => {
          throw new NoLongerHeld()
        },
      }
      tried = await handle(lost).catch((error: unknown) => error)
    }
    const inbound = receiving({
      stream: new Proxy(stream, { get: (of, name) => (name === 'receive' ? receive : Reflect.get(of, name).bind(of)) }),
    })
    await inbound.run(ending.signal)
    expect(tried).toBeInstanceOf(NoLongerHeld)
    expect(await facts('customer.registered')).toHaveLength(0)
  })
})
