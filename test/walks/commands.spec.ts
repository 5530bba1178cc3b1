/** What dispatch promises of every command, whatever its slice: once, on what was seen, at its own moment. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { customersView } from '#crm/customers/customers.view.js'
import { relationships } from '#crm/relationships/relationships.view.js'
import { AnswerLost, HostileEventLog } from '#engines/hostile/hostile-event-log.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { Recorded } from '#kernel'
import { tableOf } from '#read-models/rows/tables.js'
import { TestGroup } from '../harness/group.js'

let group: TestGroup
let customer: string

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  const registered = await group.do(
    'customer',
    'register',
    { name: 'Hotelli Merituuli', city: 'Turku' },
    { as: 'aino' },
  )
  customer = registered.id
})
afterEach(() => group.close())

const edit = (body: object, key?: string) => group.send('customer', 'edit', body, { id: customer, as: 'aino', key })
const stream = () => group.log.readStream(`customer-${customer}`)
const register = async () => {
  await group.projector.catchUp()
  return (await group.store.get(tableOf(customersView), customer))?.doc
}

describe('a command that comes again', () => {
  it('is answered as the first time and recorded once', async () => {
    const first = await edit({ city: { was: 'Turku', is: 'Naantali' } }, 'k1')
    const again = await edit({ city: { was: 'Turku', is: 'Naantali' } }, 'k1')
    expect(again).toEqual({ ...first, repeated: true })
    expect(await stream()).toHaveLength(2)
  })

  it('is refused when the same key brings another body', async () => {
    await edit({ city: { was: 'Turku', is: 'Naantali' } }, 'k1')
    await expect(edit({ city: { was: 'Naantali', is: 'Raisio' } }, 'k1')).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    })
  })

  it('is done once when the answer was lost on the way', async () => {
    const hostile = new HostileEventLog(openMemoryLog(), { seed: 7, lostAnswers: 0.5, delays: 0 })
    const lossy = await TestGroup.open({ log: hostile })
    try {
      const insist = async (...of: Parameters<TestGroup['send']>): Promise<Recorded> => {
        try {
          return await lossy.send(...of)
        } catch (error) {
          if (!(error instanceof AnswerLost)) throw error
          return insist(...of)
        }
      }
      const { id } = await insist('customer', 'register', { name: 'Isdom' }, { key: 'r' })
      for (const city of ['Turku', 'Raisio', 'Naantali', 'Lieto', 'Paimio', 'Salo']) {
        const [last] = (await lossy.log.readStream(`customer-${id}`)).slice(-1)
        await insist('customer', 'edit', { city: { was: last?.data.city, is: city } }, { id, key: city })
      }
      const recorded = await lossy.log.readStream(`customer-${id}`)
      const cities = recorded.map(({ data }) => data.city)
      expect(cities).toEqual([undefined, 'Turku', 'Raisio', 'Naantali', 'Lieto', 'Paimio', 'Salo'])
    } finally {
      await lossy.close()
    }
  })
})

describe('a key', () => {
  const codes = (settled: readonly PromiseSettledResult<Recorded>[]) =>
    settled.map((one) => (one.status === 'rejected' ? one.reason.code : one.value.repeated ? 'repeated' : 'recorded'))
  const register = (name: string) => group.send('customer', 'register', { name }, { key: 'k' })
  const claim = (value: string, key: string) =>
    group.send('identifier', 'claim', { customer, scheme: 'business-id', value }, { as: 'aino', key })
  const everything = () => group.log.readAll({ after: 0, limit: 1000 })

  it('that brings two bodies at once records one and refuses the other', async () => {
    const settled = await Promise.allSettled([register('Hotelli Aamu'), register('Hotelli Ilta')])
    expect(codes(settled).sort()).toEqual(['idempotency-key-reused', 'recorded'])
  })

  it('that brings one body twice at once records it once, and says which was the repeat', async () => {
    const settled = await Promise.allSettled([register('Hotelli Aamu'), register('Hotelli Aamu')])
    expect(codes(settled).sort()).toEqual(['recorded', 'repeated'])
  })

  it('that brings two bodies for a stream at once records one and refuses the other', async () => {
    const edits = ['Naantali', 'Raisio'].map((is) => edit({ city: { was: 'Turku', is } }, 'k'))
    expect(codes(await Promise.allSettled(edits)).sort()).toEqual(['idempotency-key-reused', 'recorded'])
  })

  it('names one record, also where the body decides which', async () => {
    const first = await claim('1234567-1', 'k')
    await expect(claim('7654321-9', 'k')).rejects.toMatchObject({ code: 'idempotency-key-reused' })
    expect(await claim('1234567-1', 'k')).toEqual({ ...first, repeated: true })
    const other = await claim('7654321-9', 'another')
    expect(other.stream).not.toBe(first.stream)
  })

  it('names one record where two bodies come at once that decide which', async () => {
    const settled = await Promise.allSettled([claim('1234567-1', 'k'), claim('7654321-9', 'k')])
    expect(codes(settled).sort()).toEqual(['idempotency-key-reused', 'recorded'])
    const claimed = (await everything()).filter(({ type }) => type === 'identifier.claimed')
    expect(claimed).toHaveLength(1)
  })

  it('is free for another body when the first was refused', async () => {
    await claim('1234567-1', 'k1')
    const other = await group.send('customer', 'register', { name: 'Hotelli Ilta' })
    const taken = { customer: other.id, scheme: 'business-id', value: '1234567-1' }
    const claimTaken = group.send('identifier', 'claim', taken, { as: 'aino', key: 'k' })
    await expect(claimTaken).rejects.toMatchObject({ code: 'identifier-taken' })
    expect(await claim('7654321-9', 'k')).toMatchObject({ repeated: false })
  })

  it('gives no id of an event twice, and nothing that a rebuild stumbles over', async () => {
    await Promise.allSettled([claim('1234567-1', 'k'), claim('7654321-9', 'k'), register('A'), register('B')])
    const ids = (await everything()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('commands at the same time', () => {
  it('both hold when they change different fields', async () => {
    await Promise.all([edit({ city: { was: 'Turku', is: 'Naantali' } }), edit({ employees: { is: 140 } })])
    expect(await register()).toMatchObject({ city: 'Naantali', employees: 140 })
  })

  it('meet a refusal that names what stands there when they change the same field', async () => {
    const edits = ['Naantali', 'Raisio'].map((is) => edit({ city: { was: 'Turku', is } }))
    const settled = await Promise.allSettled(edits)
    const [refused] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    const now = (await register())?.city
    expect(refused).toMatchObject({
      code: 'changed-meanwhile',
      details: { field: 'city', was: 'Turku', now, by: 'aino', at: group.time },
    })
    expect(await stream()).toHaveLength(2)
  })

  it('of which many meet on one stream are all recorded', async () => {
    const links = Array.from({ length: 6 }, (_, n) =>
      group.send('customer', 'link', { system: 'erp', record: `r${n}` }, { id: customer, as: 'aino' }),
    )
    await Promise.all(links)
    expect((await stream()).map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
})

describe('a command about the past', () => {
  const id = () => `${customer}.fi`
  const decide = (name: string, body: object, at: string, confirmed?: boolean) =>
    group.do('relationship', name, body, { id: id(), as: 'aino', at, confirmed })
  const end = { by: 'they', how: 'broken-off', why: 'They chose another.' }

  it('is decided on the state as of its moment', async () => {
    await decide('end', end, '2026-02-20T10:00:00.000Z')
    await expect(decide('setOwner', { owner: 'aino' }, '2026-02-21T10:00:00.000Z')).rejects.toMatchObject({
      code: 'relationship-ended',
    })
    await decide('setOwner', { owner: 'aino' }, '2026-02-19T10:00:00.000Z')
    const row = await group.store.get(tableOf(relationships), id())
    expect(row?.doc).toMatchObject({ stage: 'ended', owner: 'aino' })
  })

  it('is refused when a later fact would no longer be possible, and recorded when confirmed', async () => {
    const later = await decide('changeStage', { from: 'identified', to: 'exploratory' }, '2026-02-20T10:00:00.000Z')
    await expect(decide('end', end, '2026-02-10')).rejects.toMatchObject({
      code: 'later-facts-conflict',
      details: { events: [later.events[0]?.id] },
    })
    await decide('end', end, '2026-02-10', true)
    const row = await group.store.get(tableOf(relationships), id())
    expect(row?.doc).toMatchObject({ stage: 'exploratory', stageBefore: 'ended' })
  })

  it('of a record that begins later says since when it is there', async () => {
    const edit = { city: { is: 'Turku' } }
    const edited = group.do('customer', 'edit', edit, { id: customer, as: 'aino', at: '2019-01-01' })
    await expect(edited).rejects.toMatchObject({ code: 'not-there-then', details: { since: expect.any(String) } })
  })

  it('is refused when it lies ahead by more than clocks differ', async () => {
    await expect(decide('setTarget', { stage: 'basic' }, '2026-03-01T09:10:01.000Z')).rejects.toMatchObject({
      code: 'too-far-ahead',
    })
  })

  it('of a clock that is a few minutes ahead happens by ours', async () => {
    const { position } = await decide('setTarget', { stage: 'basic' }, '2026-03-01T09:10:00.000Z')
    const { metadata } = await group.core.event(position, group.viewer('aino'))
    expect(metadata).toMatchObject({ occurredAt: group.time, effectiveAt: group.time, recordedAt: group.time })
  })

  it('of a day stands where the day begins in the unit’s zone', async () => {
    const { position } = await decide('setTarget', { stage: 'basic' }, '2026-02-10')
    const event = await group.core.event(position, group.viewer('aino'))
    expect(event.metadata).toMatchObject({
      occurredAt: '2026-02-10',
      occurredPrecision: 'day',
      effectiveAt: '2026-02-09T22:00:00.000Z',
    })
  })
})

describe('a command that states no time', () => {
  it('comes after everything in its stream, also what was restated a little ahead', async () => {
    const ahead = '2026-03-01T09:01:30.000Z'
    await edit({ employees: { is: 9 } })
    const [, edited] = await stream()
    await group.correct(edited?.stream ?? '', edited?.id ?? '', { as: 'aino', body: edited?.data, at: ahead })
    await edit({ employees: { was: 9, is: 10 } })
    expect((await stream()).map(({ metadata }) => metadata.effectiveAt).slice(2)).toEqual([ahead, ahead])
  })

  it('waits while the clock is behind the log, and is never recorded before what was', async () => {
    group.time = '2026-03-01T08:59:57.000Z'
    await expect(edit({ employees: { is: 9 } })).rejects.toMatchObject({ code: 'clock-behind', kind: 'unavailable' })
    group.time = '2026-03-01T08:59:59.000Z'
    await edit({ employees: { is: 9 } })
    expect((await stream()).map(({ metadata }) => metadata.recordedAt)).toEqual([
      '2026-03-01T09:00:00.000Z',
      '2026-03-01T09:00:00.000Z',
    ])
  })

  it('is answered again as the first time, also while the clock is behind the log', async () => {
    const first = await edit({ employees: { is: 9 } }, 'once')
    group.time = '2026-03-01T08:59:57.000Z'
    expect(await edit({ employees: { is: 9 } }, 'once')).toEqual({ ...first, repeated: true })
  })
})
