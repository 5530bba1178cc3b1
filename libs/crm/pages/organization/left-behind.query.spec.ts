/** A member leaves: what nobody leads is listed until somebody does. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { BadCursor } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { pagesOf } from '#test/harness/pages-of.js'
import type { LeftBehindAnswer } from './left-behind.query.js'

let group: TestGroup
let hotel: string

const none = { relationships: 0, opportunities: 0, promises: 0, visits: 0 }
const ask = (query: object = {}, as = 'eero') => group.ask<LeftBehindAnswer>('left-behind', {}, { as, query })
const leave = async (member: string) => void (await group.do('member', 'leave', {}, { id: member }))

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-03-02T09:00:00.000Z'
  await group.member('aila', 'fi', 'member')
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  const about = { customer: hotel, unit: 'fi' }
  const by = { as: 'aino' }
  await group.do('relationship', 'setOwner', { owner: 'aino' }, { ...by, id: `${hotel}.fi` })
  const deal = { ...about, name: 'Cold rooms', profile: 'product-sale', stage: 'engaging', owner: 'aino' }
  await group.do('opportunity', 'open', deal, by)
  const promise = { ...about, what: 'Send it.', kind: 'promise', clock: 'calendar', due: '2026-03-20T10:00:00Z' }
  await group.do('promise', 'make', promise, by)
  const visit = { kind: 'visit', customers: [hotel], unit: 'fi', startsAt: '2026-03-09T12:00:00Z' }
  await group.do('touchpoint', 'plan', visit, by)
  await group.do('touchpoint', 'plan', { ...visit, members: ['aila'] }, by)
})
afterEach(() => group.close())

it('is nothing while everybody is there', async () => expect((await ask()).totals).toEqual(none))

it.each([
  ['member', { member: 'nobody' }],
  ['unit', { unit: 'nowhere' }],
])('is refused of a %s that is not there', async (path, query) => {
  await expect(ask(query)).rejects.toMatchObject({ problems: [{ path, code: 'not-known' }] })
})

it('is what the member led, answered for and had planned alone', async () => {
  await leave('aino')
  const { totals, rows, total } = await ask()
  expect(total).toBe(4)
  expect(totals).toEqual({ relationships: 1, opportunities: 1, promises: 1, visits: 1 })
  expect(rows).toMatchObject([
    {
      kind: 'relationship',
      because: 'owner-gone',
      customer: { name: 'Hotelli Merituuli' },
      owner: { id: 'aino', name: 'Name of aino' },
    },
    { kind: 'opportunity', what: 'Cold rooms', owner: { id: 'aino' } },
    { kind: 'promise', what: 'Send it.', owner: { id: 'aino' } },
    { kind: 'visit', what: 'Asiakaskäynti', customer: { id: hotel } },
  ])
  await leave('aila')
  expect((await ask()).totals.visits).toBe(2)
  expect((await ask({ member: 'bengt' })).totals).toEqual(none)
})

it('is no longer what somebody has taken over', async () => {
  await leave('aino')
  const { rows } = await ask()
  const idOf = (kind: string) => rows.find((row) => row.kind === kind)?.id
  await group.do('relationship', 'setOwner', { owner: 'aila' }, { id: `${hotel}.fi`, as: 'eero' })
  await group.do('opportunity', 'edit', { owner: { was: 'aino', is: 'aila' } }, { id: idOf('opportunity'), as: 'eero' })
  await group.do('promise', 'handOver', { to: 'aila' }, { id: idOf('promise'), as: 'eero' })
  await group.do('promise', 'accept', {}, { id: idOf('promise'), as: 'aila' })
  expect((await ask()).totals).toEqual({ ...none, visits: 1 })
})

it('is all of a unit that is closed, whoever leads it, and says so', async () => {
  await group.do('unit', 'close', {}, { id: 'fi' })
  const { totals, rows } = await ask()
  expect(totals).toEqual({ relationships: 1, opportunities: 1, promises: 1, visits: 2 })
  expect(new Set(rows.map(({ because }) => because))).toEqual(new Set(['unit-closed']))
  expect((await ask({ unit: 'se' })).totals).toEqual(none)
  expect((await ask({ member: 'aino' })).totals).toEqual(none)
})

it('of other units is not shown where units read their own history', async () => {
  await leave('aino')
  await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
  expect((await ask({}, 'bengt')).totals).toEqual(none)
})

it('is walked to its end, each record once, or by its kind alone', async () => {
  await leave('aino')
  await leave('aila')
  const whole = (await ask()).rows.map(({ id }) => id)
  for (const limit of [1, 2, 3]) {
    const walked: string[] = []
    for await (const page of pagesOf((on) => ask({ limit, ...on }))) {
      expect([page.rows.length <= limit, page.total]).toEqual([true, whole.length])
      walked.push(...page.rows.map(({ id }) => id))
    }
    expect(walked).toEqual(whole)
  }
  expect((await ask({ kind: 'visit' })).rows.map(({ kind }) => kind)).toEqual(['visit', 'visit'])
  await expect(ask({ cursor: 'bm9uZQ' })).rejects.toThrow(BadCursor)
  const { next: cursor } = await ask({ limit: 1 })
  for (const other of [{ unit: 'fi' }, { member: 'aila' }, { kind: 'visit' as const }])
    await expect(ask({ ...other, cursor })).rejects.toThrow(BadCursor)
})
