/** A member leaves: one handover of all they led, which each who is asked accepts, declines, or has not answered yet. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { addDays } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { verified } from '#test/harness/verified.js'
import type { OpportunitiesAnswer } from '../opportunities/lists/opportunities.query.js'
import type { LeftBehindAnswer } from '../pages/organization/left-behind.query.js'
import type { MyChangesAnswer } from '../pages/timeline/my-changes.query.js'

let group: TestGroup
let hotel: string
let records: { kind: string; record: string; to: string; why?: string }[]

const left = (query: object = {}) => group.ask<LeftBehindAnswer>('left-behind', {}, { as: 'eero', query })
const mine = (as: string) => group.ask<MyChangesAnswer>('my-changes', {}, { as })
const handOver = (as = 'eero', what = records) =>
  group.do('handover', 'make', { unit: 'fi', from: 'aino', records: what }, { as })
const answer = (kind: string, command: string, as = 'aila', body: object = {}) => {
  const { record } = records.find((one) => one.kind === kind) ?? { record: '' }
  return group.do(kind === 'visit' ? 'touchpoint' : kind, command, body, { id: record, as })
}
const standing = async (options: object = {}) => {
  const customer = await group.ask<{ parts: { standings: object[] } }>(
    'customer',
    { id: hotel },
    { as: 'eero', ...options },
  )
  return customer.parts.standings[0]
}

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  await group.member('aila', 'fi', 'member')
  hotel = (await group.do('customer', 'register', { name: 'Hotelli' }, { as: 'aino' })).id
  const about = { customer: hotel, unit: 'fi' }
  const by = { as: 'aino' }
  await group.do('relationship', 'setOwner', { owner: 'aino', with: ['aila', 'eero'] }, { ...by, id: `${hotel}.fi` })
  const deal = { ...about, name: 'Cold rooms', profile: 'product-sale', stage: 'engaging', owner: 'aino' }
  const promise = { ...about, what: 'Send it.', kind: 'promise', clock: 'calendar', due: '2026-03-20T10:00:00Z' }
  const visit = { kind: 'visit', customers: [hotel], unit: 'fi', startsAt: '2026-03-09T12:00:00Z' }
  records = [
    { kind: 'relationship', record: `${hotel}.fi`, to: 'aila', why: 'Aino leaves.' },
    { kind: 'opportunity', record: (await group.do('opportunity', 'open', deal, by)).id, to: 'aila' },
    { kind: 'promise', record: (await group.do('promise', 'make', promise, by)).id, to: 'aila' },
    { kind: 'visit', record: (await group.do('touchpoint', 'plan', visit, by)).id, to: 'aila' },
  ]
  await group.do('member', 'leave', {}, { id: 'aino' })
})
afterEach(async () => {
  expect((await verified(group)).differences).toEqual([])
  await group.close()
})

describe('a handover of all that somebody led', () => {
  it('is offered in one request, and moves nothing', async () => {
    await handOver()
    const asked = { offeredTo: { id: 'aila', name: 'Name of aila' } }
    const { totals, rows } = await left({ unit: 'fi' })
    expect(totals).toEqual({ relationships: 1, opportunities: 1, promises: 1, visits: 1 })
    expect(rows).toHaveLength(4)
    for (const one of rows) expect(one).toMatchObject({ ...asked, owner: { id: 'aino' } })
    const waiting = await mine('aila')
    expect(waiting.handovers.map(({ kind, from }) => `${kind} of ${from?.id}`)).toEqual([
      'relationship of aino',
      'opportunity of aino',
      'visit of aino',
    ])
    expect(waiting.offered).toHaveLength(1)
    expect((await mine('eero')).handovers).toEqual([])
    expect(await standing()).toMatchObject({ owner: { id: 'aino' }, ...asked })
    const brief = await group.ask<object>('brief', { id: hotel }, { as: 'eero', query: { language: 'en' } })
    expect(JSON.stringify(brief)).toMatch(/Offered in Finland to","from":[^\]]*\],"quote":"Name of aila/)
    expect((await left({ unit: 'se' })).totals).toEqual({ relationships: 0, opportunities: 0, promises: 0, visits: 0 })
  })

  it('is theirs once they accept, each by itself; those who helped go on', async () => {
    await handOver()
    const before = String(await group.log.head())
    for (const { kind } of records) await answer(kind, kind === 'promise' ? 'accept' : 'acceptHandover')
    expect((await left()).totals).toEqual({ relationships: 0, opportunities: 0, promises: 0, visits: 0 })
    expect(await mine('aila')).toMatchObject({ customers: 1, handovers: [], offered: [] })
    expect(await standing()).toMatchObject({ owner: { id: 'aila' }, with: [{ id: 'eero' }] })
    expect(await standing({ knownAt: before })).toMatchObject({ owner: { id: 'aino' }, offeredTo: { id: 'aila' } })
    const visits = await group.ask<{ rows?: object[]; coming?: object[] }>('my-visits', {}, { as: 'aila' })
    expect(JSON.stringify(visits)).toContain(records[3]?.record)
    const deal = records[1]?.record ?? ''
    const edit = { owner: { was: 'aila', is: 'eero' } }
    expect((await group.do('opportunity', 'edit', edit, { id: deal, as: 'aila' })).events).toHaveLength(1)
  })

  it('that is declined says why to the manager, until it is offered again', async () => {
    await handOver()
    for (const kind of ['relationship', 'opportunity', 'visit'])
      await answer(kind, 'declineHandover', 'aila', { why: 'No room.' })
    const declined = (await left()).rows.filter(({ kind }) => kind !== 'promise')
    expect(declined).toHaveLength(3)
    for (const one of declined) expect(one).toMatchObject({ declinedBy: { id: 'aila' }, declinedWhy: 'No room.' })
    expect((await mine('aila')).handovers).toEqual([])
    const [relationship] = records
    if (relationship) await handOver('eero', [{ ...relationship, to: 'eero' }])
    const [again] = (await left({ kind: 'relationship' })).rows
    expect(again).toMatchObject({ offeredTo: { id: 'eero' } })
    expect(again?.declinedBy).toBeUndefined()
  })

  it('is for a manager of the unit, to members who may write there, and answered by whom it is offered to', async () => {
    await expect(handOver('aila')).rejects.toMatchObject({ code: 'handover-not-yours' })
    const [relationship] = records
    const to = (member: string) => handOver('eero', relationship ? [{ ...relationship, to: member }] : [])
    const refused = { code: 'handover-to-unknown', details: { path: 'records.0.to' } }
    await expect(to('bengt')).rejects.toMatchObject(refused)
    await expect(answer('relationship', 'acceptHandover')).rejects.toMatchObject({ code: 'handover-not-offered' })
    await handOver()
    for (const kind of ['relationship', 'opportunity', 'visit'])
      await expect(answer(kind, 'acceptHandover', 'eero')).rejects.toMatchObject({
        code: 'handover-not-offered-to-you',
      })
    expect((await handOver()).process?.parts.flatMap(({ events }) => events)).toEqual([])
  })
})

describe('a handover of all of a kind', () => {
  const all = (kinds: { kind: string; to: string; why?: string }[], body: object = {}) =>
    group.do('handover', 'make', { unit: 'fi', from: 'aino', all: kinds, ...body }, { as: 'eero' })
  const offered = async (member: string) => {
    const { handovers, offered } = await mine(member)
    return [...handovers.map(({ kind }) => kind), ...offered.map(() => 'promise')].sort()
  }
  const deals = async (count: number) => {
    await group.member('asta', 'fi', 'member')
    const deal = { customer: hotel, unit: 'fi', profile: 'product-sale', stage: 'engaging', owner: 'asta' }
    for (let at = 0; at < count; at++)
      await group.do(
        'opportunity',
        'open',
        { ...deal, name: `Deal ${at}`, closesOn: addDays('2026-06-30', -at) },
        { as: 'asta' },
      )
  }

  it('offers each to whoever is named for its kind, and none of another kind or member', async () => {
    await deals(1)
    await all([
      { kind: 'opportunity', to: 'aila', why: 'Aino leaves.' },
      { kind: 'promise', to: 'aila' },
    ])
    expect([await offered('aila'), await offered('eero')]).toEqual([['opportunity', 'promise'], []])
    await all([
      { kind: 'visit', to: 'eero' },
      { kind: 'relationship', to: 'eero' },
    ])
    expect([await offered('aila'), await offered('eero')]).toEqual([
      ['opportunity', 'promise'],
      ['relationship', 'visit'],
    ])
    expect((await left({ unit: 'fi' })).totals).toEqual({ relationships: 1, opportunities: 1, promises: 1, visits: 1 })
  })

  it('offers by name whatever is named, and nothing that stands offered so already', async () => {
    const [, deal] = records
    const named = { records: deal ? [{ ...deal, to: 'eero' }] : [] }
    await all([{ kind: 'opportunity', to: 'aila' }], named)
    expect([await offered('aila'), await offered('eero')]).toEqual([[], ['opportunity']])
    const again = await all([{ kind: 'opportunity', to: 'eero' }])
    expect(again.process).toMatchObject({ parts: [] })
  })

  it('takes the most urgent of more than a request holds, and goes on with the rest', async () => {
    await deals(58)
    const handed = async () => {
      const { process } = await all([{ kind: 'opportunity', to: 'aila' }], { from: 'asta' })
      return process?.parts.length
    }
    expect([await handed(), await handed()]).toEqual([28, 28])
    const list = await group.ask<OpportunitiesAnswer>(
      'opportunities',
      {},
      { as: 'eero', query: { filter: 'owner eq asta', limit: 100 } },
    )
    const left = list.rows.filter(({ offeredTo }) => offeredTo === undefined)
    expect(left.map(({ name }) => name).sort()).toEqual(['Deal 0', 'Deal 1'])
    expect([await handed(), await handed()]).toEqual([2, 0])
  })

  it('is refused as a whole where one of them may not be offered', async () => {
    await expect(all([{ kind: 'opportunity', to: 'bengt' }])).rejects.toMatchObject({
      code: 'handover-to-unknown',
      details: { path: 'records.0.to' },
    })
    await expect(
      group.do('handover', 'make', { unit: 'fi', from: 'aino', all: [{ kind: 'visit', to: 'eero' }] }, { as: 'aila' }),
    ).rejects.toMatchObject({ code: 'handover-not-yours' })
  })
})

describe('a handover of nothing', () => {
  const make = (body: object) => group.do('handover', 'make', { unit: 'fi', ...body }, { as: 'eero' })

  it.each([[{}], [{ records: [] }], [{ records: [], all: [] }]])('is no request: %j', async (body) => {
    await expect(make(body)).rejects.toMatchObject({ problems: [{ path: 'records', code: 'required' }] })
  })

  it('is none of somebody whom nobody knows, and no answer to nothing', async () => {
    const head = await group.log.head()
    await expect(make({ from: 'nobody', records })).rejects.toMatchObject({ code: 'handover-from-another' })
    await expect(group.do('handover', 'answer', { answers: [] }, { as: 'aila' })).rejects.toMatchObject({
      problems: [{ path: 'answers', code: 'required' }],
    })
    expect(await group.log.head()).toBe(head)
  })
})

describe('several answers at once', () => {
  const answers = (refused: readonly string[], as = 'aila') =>
    group.do(
      'handover',
      'answer',
      {
        answers: records.map(({ kind, record }) => ({
          ...{ kind, record, accepts: !refused.includes(kind) },
          ...(refused.includes(kind) && { why: 'No room.' }),
        })),
      },
      { as },
    )

  it('accept and decline, each record by itself', async () => {
    await handOver()
    const { process } = await answers(['opportunity', 'promise'])
    expect(process?.parts.map(({ events }) => events.map(({ type }) => type).join())).toEqual([
      'relationship.handover-accepted',
      'opportunity.handover-declined',
      'promise.declined',
      'touchpoint.handover-accepted',
    ])
    expect(await standing()).toMatchObject({ owner: { id: 'aila' } })
    const { rows, totals } = await left()
    expect(rows.filter(({ kind }) => kind === 'opportunity')).toMatchObject([
      { declinedBy: { id: 'aila' }, declinedWhy: 'No room.' },
    ])
    expect(totals).toEqual({ relationships: 0, opportunities: 1, promises: 1, visits: 0 })
  })

  it('are refused as a whole where one is not offered, or not to whoever answers', async () => {
    await handOver('eero', records.slice(0, 3))
    const refused = { code: 'handover-not-offered', details: { path: 'answers.3' } }
    await expect(answers([])).rejects.toMatchObject(refused)
    await expect(answers([], 'eero')).rejects.toMatchObject({
      code: 'handover-not-offered-to-you',
      details: { path: 'answers.0' },
    })
    expect((await mine('aila')).handovers).toHaveLength(2)
  })
})
