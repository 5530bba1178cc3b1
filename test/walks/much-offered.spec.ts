/** A customer of very many deals: what its documents keep of them is bounded, and what they say is not. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import type { CustomersAnswer } from '#crm/pages/customers/customers.query.js'
import { type RelationshipDocument, relationships } from '#crm/relationships/relationships.view.js'
import { TestGroup } from '../harness/group.js'
import { verified } from '../harness/verified.js'

let group: TestGroup
let hotel: string

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

/** More than are kept one by one. */
const many = 53

const turn = (action: string, id: string, body: object = {}) =>
  group.do('opportunity', action, body, { as: 'aino', id })

async function opened(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const value = { amountMinor: 100, currency: 'EUR' }
    const body = { customer: hotel, unit: 'fi', name: `Deal ${at}`, profile: 'project-sale', stage: 'engaging', value }
    ids.push((await group.do('opportunity', 'open', body, { as: 'aino' })).id)
  }
  return ids
}

/** What the list of customers says of it. */
async function listed() {
  const { rows } = await group.ask<CustomersAnswer>('customers', {}, { as: 'aino' })
  const row = rows.find(({ id }) => id === hotel)
  return { open: row?.openOpportunities, minor: row?.openGroupMinor }
}

it('shows what is open of them, whichever is valued, decided or taken up again', async () => {
  const [first = '', second = ''] = await opened(many)
  expect(await listed()).toEqual({ open: many, minor: many * 100 })
  const changed = { value: { was: { amountMinor: 100, currency: 'EUR' }, is: { amountMinor: 500, currency: 'EUR' } } }
  await turn('edit', first, changed)
  expect(await listed()).toEqual({ open: many, minor: (many - 1) * 100 + 500 })
  await turn('lose', second, { reason: 'price' })
  expect(await listed()).toEqual({ open: many - 1, minor: (many - 2) * 100 + 500 })
  await turn('win', first, { value: { amountMinor: 900, currency: 'EUR' } })
  await turn('reopen', first, { at: 'engaging' })
  expect(await listed()).toEqual({ open: many - 1, minor: (many - 2) * 100 + 900 })
  expect((await verified(group)).differences).toEqual([])
})

it('counts every purchase, also once one of the first is taken up again', async () => {
  const ids = await opened(many)
  for (const id of ids) await turn('win', id)
  const [first = ''] = ids
  await turn('reopen', first, { at: 'engaging' })
  const row = await group.store.get(`${relationships.name}-${relationships.version}`, `${hotel}.fi`)
  const relationship = row?.doc as unknown as RelationshipDocument
  expect(relationship).toMatchObject({
    incomes: many - 1,
    income: { groupMinor: (many - 1) * 100 },
    status: 'continuing',
  })
  expect(relationship.causes).toHaveLength(20)
  expect((await verified(group)).differences).toEqual([])
})
