/** Promises between units, restated ones, and how many were kept. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { FiguresAnswer } from '../figures/figures.query.js'

let group: TestGroup
let customer: string
let id: string

const due = '2026-03-10T12:00:00.000Z'
const promised = (more: object = {}, as = 'aino') =>
  group.do(
    'promise',
    'make',
    { customer, unit: 'fi', what: 'Drawings.', kind: 'promise', clock: 'calendar', due, ...more },
    { as },
  )
const say = (command: string, body: object = {}, as = 'aino') => group.do('promise', command, body, { id, as })

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  id = (await promised()).id
})
afterEach(() => group.close())

describe('a promise handed to another unit', () => {
  beforeEach(() => say('handOver', { to: 'bengt' }))

  it('is accepted, moved and kept there', async () => {
    await say('accept', {}, 'bengt')
    await say('reschedule', { due: '2026-03-12T12:00:00Z', agreed: 'Fine.' }, 'bengt')
    const { events } = await say('keep', {}, 'bengt')
    expect(events.map(({ type }) => type)).toEqual(['promise.kept'])
  })

  it('is declined there', async () => {
    await say('decline', { why: 'On leave.' }, 'bengt')
    await expect(say('keep', {}, 'bengt')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is nobody else’s there', async () => {
    await group.member('birgit', 'se', 'member')
    await expect(say('accept', {}, 'birgit')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('goes to nobody who only reads', () =>
    expect(say('handOver', { to: 'audun' })).rejects.toMatchObject({ code: 'promise-owner-cannot-write' }))
})

describe('a restated promise', () => {
  const restate = async (changes: object) => {
    const [first] = await group.log.readStream(`promise-${id}`)
    const body = { customer, unit: 'fi', what: 'Drawings.', kind: 'promise', clock: 'calendar', due, owner: 'aino' }
    return group.correct(`promise-${id}`, first?.id ?? '', { as: 'aino', body: { ...body, ...changes } })
  }

  it.each([
    ['an owner who is no member', { owner: 'nobody' }, 'promise-owner-unknown'],
    ['an owner who only reads', { owner: 'audun' }, 'promise-owner-cannot-write'],
    ['a customer nobody knows', { customer: 'c0' }, 'promise-customer-unknown'],
    ['a unit that is not there', { unit: 'no' }, 'promise-unit-unknown'],
    ['a person nobody knows', { contact: 'p0' }, 'promise-contact-unknown'],
    ['a moment before it was made', { due: '2026-01-01T00:00:00Z' }, 'promise-due-before-made'],
  ])('does not take %s', async (_, changes, code) => {
    await expect(restate(changes)).rejects.toMatchObject({ code })
  })

  it('may still name who has left since, and says when it is due in UTC', async () => {
    group.time = '2026-04-01T09:00:00.000Z'
    await group.do('member', 'leave', {}, { id: 'aino' })
    const [first] = await group.log.readStream(`promise-${id}`)
    const body = { customer, unit: 'fi', what: 'All drawings.', kind: 'promise', clock: 'calendar', owner: 'aino' }
    const restated = { ...body, due: '2026-03-10T14:00:00+02:00' }
    const { position } = await group.correct(`promise-${id}`, first?.id ?? '', { as: 'eero', body: restated })
    expect((await group.log.readAll({ after: position - 1, limit: 1 }))[0]?.data).toMatchObject({ due, owner: 'aino' })
  })
})

describe('promises kept', () => {
  const asked = async (query: object = {}) => {
    const range = { from: '2026-03-01', to: '2026-03-31' }
    const { figures } = await group.ask<FiguresAnswer>(
      'figures',
      { metric: 'promises-kept' },
      { query: { ...range, ...query } },
    )
    return figures
  }

  it('count from the day on which they were due', async () => {
    expect(await asked()).toMatchObject([{ whole: 0 }])
    group.time = '2026-03-10T13:00:00.000Z'
    expect(await asked()).toMatchObject([{ whole: 0 }])
    group.time = '2026-03-11T09:00:00.000Z'
    expect(await asked()).toMatchObject([{ value: 0, part: 0, whole: 1 }])
    expect(await asked({ known: '2026-03-09' })).toMatchObject([{ whole: 0 }])
    await say('keep')
    group.time = '2026-03-12T09:00:00.000Z'
    expect(await asked()).toMatchObject([{ value: 0, part: 0, whole: 1 }])
  })

  it('open to as many events', async () => {
    const events = async () => {
      const query = { from: '2026-03-01', to: '2026-03-31' }
      return group.ask<{ events: unknown[] }>('figure-events', { metric: 'promises-kept' }, { query })
    }
    expect((await events()).events).toEqual([])
    group.time = '2026-03-11T09:00:00.000Z'
    expect((await events()).events).toHaveLength(1)
  })

  it('are counted for whoever kept what nobody had accepted', async () => {
    const offered = await promised({ owner: 'eero' })
    await group.do('promise', 'keep', {}, { id: offered.id, as: 'aino' })
    await say('withdraw', { why: 'Twice.' })
    group.time = '2026-03-11T09:00:00.000Z'
    expect(await asked({ by: ['member'] })).toMatchObject([{ member: 'aino', value: 100 }])
  })
})
