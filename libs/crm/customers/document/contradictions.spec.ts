/** What other systems say otherwise of any customer, for whoever settles it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { ContradictionsAnswer } from './contradictions.query.js'

let group: TestGroup
const ids: Record<string, string> = {}

const ask = (query: object = {}, as = 'stella') => group.ask<ContradictionsAnswer>('contradictions', {}, { as, query })
const shown = ({ rows }: ContradictionsAnswer) => rows.map(({ customer, field }) => `${customer.name} ${field}`)
const contradict = (name: string, field: string) =>
  group.do(
    'customer',
    'contradict',
    { fieldGroup: 'address', field, ours: 'Turku', theirs: 'Naantali', system: 'erp' },
    { id: ids[name] },
  )

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  for (const name of ['Aamu', 'Meri', 'Other'])
    ids[name] = (await group.do('customer', 'register', { name, city: 'Turku' }, { as: 'aino' })).id
  await contradict('Meri', 'city')
  await contradict('Aamu', 'city')
  await contradict('Aamu', 'street')
})
afterEach(() => group.close())

describe('contradictions of the group', () => {
  it('are listed with their customers, page after page, and counted', async () => {
    const answer = await ask()
    expect(shown(answer)).toEqual(['Meri city', 'Aamu city', 'Aamu street'])
    expect(answer.total).toBe(3)
    expect(answer.rows[0]).toMatchObject({ ours: 'Turku', theirs: 'Naantali', system: 'erp', fieldGroup: 'address' })
    const first = await ask({ limit: 1 })
    expect([...shown(first), ...shown(await ask({ limit: 1, cursor: first.next }))]).toEqual(shown(answer))
  })

  it('are there until somebody settles them', async () => {
    const [row] = (await ask()).rows
    const settled = { contradiction: row?.id ?? '', takenOver: false }
    await group.do('customer', 'resolveContradiction', settled, { id: ids.Meri, as: 'stella' })
    const answer = await ask()
    expect(shown(answer)).toEqual(['Aamu city', 'Aamu street'])
    expect(answer.total).toBe(2)
  })

  it('are those of own customers where units read their own history, and nobody’s who reads none', async () => {
    const met = { customers: [ids.Aamu], unit: 'se', note: 'Met.' }
    await group.do('touchpoint', 'record-note', met, { as: 'bengt' })
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    const answer = await ask({}, 'aino')
    expect(shown(answer)).toEqual(['Meri city'])
    expect(answer.total).toBeUndefined()
    await expect(ask({}, 'adam')).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
