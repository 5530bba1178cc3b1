/** Relationships in a list and one in full. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { RelationshipAnswer } from './relationship.query.js'
import type { RelationshipsAnswer } from './relationships.query.js'

let group: TestGroup
let hotel: string
let clinic: string

const stage = (customer: string, from: string, to: string, at: string) =>
  group.do('relationship', 'changeStage', { from, to, why: `To ${to}.` }, { id: `${customer}.fi`, as: 'aino', at })
const list = (query: object = {}, as = 'aino') => group.ask<RelationshipsAnswer>('relationships', {}, { as, query })
const one = (options: object = {}, id = `${hotel}.fi`) =>
  group.ask<RelationshipAnswer>('relationship', { id }, { as: 'aino', ...options })

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-03-02T09:00:00.000Z'
  const register = async (name: string) => (await group.do('customer', 'register', { name }, { as: 'aino' })).id
  hotel = await register('Hotelli Merituuli')
  clinic = await register('Akaan klinikka')
  group.time = '2026-06-01T09:00:00.000Z'
  await stage(hotel, 'identified', 'cooperative', '2026-03-10T10:00:00Z')
  await stage(hotel, 'cooperative', 'basic', '2026-04-10T10:00:00Z')
  await group.do('touchpoint', 'record-note', { customers: [clinic], unit: 'se', note: 'Met.' }, { as: 'bengt' })
})
afterEach(() => group.close())

describe('relationships', () => {
  it('stand in a list by the customer’s name, with the number at each stage', async () => {
    await group.do('group', 'setLadder', { steps: [{ stage: 'basic', name: 'Asiakas', target: 40 }] }, { id: 'group' })
    const answer = await list()
    expect(answer.rows.map(({ customer }) => customer.name)).toEqual(['Akaan klinikka', 'Hotelli Merituuli'])
    expect(answer.stages.find((count) => count.stage === 'basic')).toEqual({
      stage: 'basic',
      name: 'Asiakas',
      count: 1,
      target: 40,
    })
  })

  it('of a part are not held against what is wanted of all', async () => {
    await group.do('group', 'setLadder', { steps: [{ stage: 'basic', name: 'Asiakas', target: 40 }] }, { id: 'group' })
    const basic = async (query: object, as?: string) =>
      (await list(query, as)).stages.find((count) => count.stage === 'basic')
    for (const filter of ['unit eq fi', 'owner eq aino or stage eq basic'])
      expect(await basic({ filter })).toEqual({ stage: 'basic', name: 'Asiakas', count: 1 })
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    expect((await basic({}))?.target).toBeUndefined()
    expect((await basic({}, 'greta'))?.target).toBe(40)
  })

  it('of units are held against what each of them wants', async () => {
    const units = [
      { unit: 'fi', target: 12 },
      { unit: 'se', target: 5 },
    ]
    const steps = [
      { stage: 'basic', target: 40, units },
      { stage: 'cooperative', target: 9, units: units.slice(0, 1) },
    ]
    await group.do('group', 'setLadder', { steps }, { id: 'group' })
    const wanted = async (query: object, as?: string) =>
      (await list(query, as)).stages.flatMap(({ stage: of, target }) => (target === undefined ? [] : [[of, target]]))
    const ofFinland = [
      ['basic', 12],
      ['cooperative', 12],
    ]
    expect(await wanted({ filter: 'unit eq fi' })).toEqual(ofFinland)
    expect(await wanted({ filter: '(unit in (fi, fi))' })).toEqual(ofFinland)
    expect(await wanted({ filter: 'unit in (fi, se)' })).toEqual([['basic', 17]])
    for (const filter of ['unit eq fi and stage ge basic', 'unit ne fi', 'not unit eq fi', 'unit starts f'])
      expect(await wanted({ filter })).toEqual([])
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    expect(await wanted({ filter: 'unit eq se' }, 'aino')).toEqual([])
    expect(await wanted({ filter: 'unit eq fi' }, 'aino')).toEqual(ofFinland)
  })

  it.each([
    ['stage eq basic', 1],
    ['unit eq se and status eq prospect', 1],
    ['keyAccount eq true or owner eq aino', 0],
    ['keyAccount eq true or stage eq basic', 1],
    ['stage ge basic', 1],
    ['stage gt basic', 0],
    ['stage lt basic', 1],
    ['stage le basic', 2],
    ['passiveFrom le 2026-01-01', 0],
    ['lastTouch ge 2026-01-01', 1],
    ['lastTouch lt 2026-01-01', 0],
  ])('are filtered by %s', async (filter, count) => {
    const answer = await list({ filter })
    expect(answer.rows).toHaveLength(count)
    expect(answer.stages.reduce((sum, { count: n }) => sum + n, 0)).toBe(count)
  })

  it('are filtered by whole days of the group', async () => {
    group.time = '2026-07-04T21:30:00.000Z'
    await group.do('touchpoint', 'record-note', { customers: [clinic], unit: 'se', note: 'Met.' }, { as: 'bengt' })
    const found = async (filter: string) => (await list({ filter })).rows.length
    // In Helsinki it is half past midnight.
    expect(await found('lastTouch eq 2026-07-05')).toBe(1)
    expect(await found('lastTouch le 2026-07-04')).toBe(0)
    expect(await found('lastTouch gt 2026-07-04')).toBe(1)
    expect(await found('lastTouch gt 2026-07-05')).toBe(0)
    expect(await found('lastTouch ge 2026-07-05T00:30:00+03:00')).toBe(1)
  })

  it.each(['lastTouch ge yesterday', 'lastTouch ge 2026-02-30', 'passiveFrom le soon', 'sector ge marine'])(
    'refuse the filter %s',
    (filter) => expect(list({ filter })).rejects.toMatchObject({ name: 'InvalidInput' }),
  )

  it('of other units are not counted where units read their own', async () => {
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    expect((await list({}, 'bengt')).rows.map(({ unit }) => unit.id)).toEqual(['se'])
    await expect(one({ as: 'bengt' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a relationship', () => {
  it('tells every decision with its reason, the latest first', async () => {
    const { history, standing } = await one()
    expect(standing?.stage).toBe('basic')
    expect(history.map(({ before, after, why }) => [before, after, why])).toEqual([
      ['cooperative', 'basic', 'To basic.'],
      ['identified', 'cooperative', 'To cooperative.'],
    ])
  })

  it('is asked of the past, also before there was any', async () => {
    expect((await one({ asOf: '2026-03-31' })).history).toHaveLength(1)
    const before = await one({ asOf: '2026-03-05' })
    expect(before.history).toEqual([])
    expect(before.standing).toBeUndefined()
  })

  it('that nobody has is not found', () => expect(one({}, `${hotel}.se`)).rejects.toMatchObject({ code: 'not-found' }))
})
