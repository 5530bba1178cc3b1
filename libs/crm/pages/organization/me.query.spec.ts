/** What a member is told of itself, and what is counted for its day. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { MeAnswer } from './me.query.js'

let group: TestGroup
let customer: string

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

const me = (as: string) => group.ask<MeAnswer>('me', {}, { as })
const promise = (due: string, more: object = {}) =>
  group.do(
    'promise',
    'make',
    { customer, unit: 'fi', what: 'Drawings.', kind: 'promise', clock: 'calendar', due, ...more },
    { as: 'aino' },
  )
const plan = (startsAt: string) =>
  group.do('touchpoint', 'plan', { customers: [customer], unit: 'fi', kind: 'visit', startsAt }, { as: 'aino' })

describe('who one is', () => {
  it('is name, unit, language and time zone, and the roles by unit', async () => {
    await group.do('member', 'grant', { role: 'manager', unit: 'se' }, { id: 'aino' })
    expect(await me('aino')).toMatchObject({
      id: 'aino',
      name: 'Name of aino',
      function: 'sales',
      unit: { id: 'fi', name: 'FI', country: 'FI' },
      leads: false,
      roles: [
        { unit: { id: 'fi', name: 'FI' }, roles: ['member'] },
        { unit: { id: 'se', name: 'SE' }, roles: ['manager'] },
      ],
      language: 'fi',
      timeZone: 'Europe/Helsinki',
    })
  })

  it('holds roles for the whole group without a unit', async () => {
    expect((await me('stella')).roles).toEqual([{ roles: ['steward'] }])
  })

  it('says what one may write, by the roles, in the own language', async () => {
    const named = async (as: string) =>
      (await me(as)).rights.map(({ resource, units }) => [resource.id, units?.map(({ id }) => id) ?? 'all'])
    expect(await named('aino')).toEqual([
      ['history', ['fi']],
      ['register', ['fi']],
      ['contacts', ['fi']],
    ])
    expect(await named('stella')).toEqual([
      ['register', 'all'],
      ['contacts', 'all'],
      ['stewardship', 'all'],
      ['imports', 'all'],
    ])
    expect((await me('aino')).rights[1]?.resource.name).toBe('Asiakasrekisteri')
  })

  it('is nobody for the system', () => expect(group.ask('me')).rejects.toMatchObject({ code: 'not-found' }))
})

describe('the day of a member', () => {
  it('counts promises by whether they are overdue, due or offered', async () => {
    await promise('2026-03-01T10:00:00Z')
    await promise('2026-03-01T21:59:00Z')
    // Midnight in Helsinki: tomorrow.
    await promise('2026-03-01T22:00:00Z')
    await promise('2026-03-02T12:00:00Z', { owner: 'bengt' })
    group.time = '2026-03-01T11:00:00.000Z'
    expect((await me('aino')).today).toMatchObject({
      day: '2026-03-01',
      promises: { overdue: 1, due: 1, offered: 0 },
    })
    expect((await me('bengt')).today.promises).toEqual({ overdue: 0, due: 0, offered: 1 })
  })

  it('counts visits by whether they are past, today or held', async () => {
    for (const startsAt of ['2026-03-02T08:00:00Z', '2026-03-03T08:00:00Z', '2026-03-04T08:00:00Z'])
      await plan(startsAt)
    group.time = '2026-03-03T09:00:00.000Z'
    expect((await me('aino')).today.visits).toEqual({ overdue: 1, today: 1, toEvaluate: 0 })
  })

  it('counts no visit that has waited for its evaluation so long that it waits no more', async () => {
    const evaluated = async (now: string) => {
      group.time = now
      return (await me('aino')).today.visits.toEvaluate
    }
    const { id } = await plan('2026-03-02T08:00:00Z')
    group.time = '2026-03-02T12:00:00.000Z'
    await group.do('touchpoint', 'hold-visit', { customers: [customer], unit: 'fi' }, { id, as: 'aino' })
    expect([await evaluated('2026-03-31T12:00:00.000Z'), await evaluated('2026-04-10T12:00:00.000Z')]).toEqual([1, 0])
  })

  it('is the one of the member’s own time zone', async () => {
    await group.do('member', 'change', { timeZone: 'Pacific/Auckland' }, { id: 'aino' })
    group.time = '2026-03-01T12:00:00.000Z'
    expect(await me('aino')).toMatchObject({ timeZone: 'Pacific/Auckland', today: { day: '2026-03-02' } })
  })
})
