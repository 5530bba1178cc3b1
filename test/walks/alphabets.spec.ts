/** Lists are in the order of their reader's alphabet, whatever the group's is, page after page. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '../harness/group.js'
import { pagesOf } from '../harness/pages-of.js'

const names = ['Aasen', 'Zoll', 'Åbo', 'Ägir', 'Öst', 'Østby']
const orders: Readonly<Record<string, readonly string[]>> = {
  fi: names,
  sv: names,
  nb: ['Zoll', 'Ägir', 'Öst', 'Østby', 'Åbo', 'Aasen'],
  de: ['Aasen', 'Åbo', 'Ägir', 'Öst', 'Østby', 'Zoll'],
  en: ['Aasen', 'Åbo', 'Ägir', 'Öst', 'Østby', 'Zoll'],
}

let group: TestGroup
beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  for (const language of Object.keys(orders)) {
    const joined = { name: `Reader ${language}`, function: 'sales', unit: 'fi', language }
    await group.do('member', 'join', joined, { id: language })
    await group.do('member', 'grant', { role: 'member', unit: 'fi' }, { id: language })
  }
  for (const name of [...names].reverse()) {
    const customer = (await group.do('customer', 'register', { name }, { as: 'aino' })).id
    await group.do('contact', 'register', { name }, { as: 'aino' })
    const deal = { customer, unit: 'fi', name, profile: 'product-sale', stage: 'engaging' }
    await group.do('opportunity', 'open', deal, { as: 'aino' })
  }
})
afterEach(() => group.close())

interface Page {
  next?: string
  rows: { name?: unknown }[]
}

/** The names in a list, two a page. */
async function listed(page: string, as: string, query: object): Promise<unknown[]> {
  const seen: unknown[] = []
  const ask = (on: object) => group.ask<Page>(page, {}, { as, query: { ...query, limit: 2, ...on } })
  for await (const { rows } of pagesOf(ask)) seen.push(...rows.map(({ name }) => name))
  return seen
}

describe('a list by name', () => {
  it.each(Object.entries(orders))('is in the order of a reader in %s', async (language, order) => {
    expect(await listed('customers', language, {})).toEqual(order)
    expect(await listed('customers', language, { sort: '-name' })).toEqual([...order].reverse())
    expect(await listed('customers', language, { scope: 'fi' })).toEqual(order)
    expect(await listed('contacts', language, {})).toEqual(order)
    expect(await listed('opportunities', language, { sort: 'name' })).toEqual(order)
  })
})
