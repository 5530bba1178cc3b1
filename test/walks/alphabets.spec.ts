/** Lists are in the order of their reader's alphabet, whatever the group's is, page after page. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '../harness/group.js'
import { pagesOf } from '../harness/pages-of.js'
import { verified } from '../harness/verified.js'

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
    const said = { fieldGroup: 'address', field: 'city', ours: 'Turku', theirs: 'Pori', system: 'erp' }
    await group.do('customer', 'contradict', said, { id: customer })
  }
  for (const [at, name] of [...names].reverse().entries()) {
    await group.do('unit', 'open', { subsidiary: 'fi', name }, { id: `u${at}` })
    await group.do('member', 'join', { name, function: 'sales', unit: 'fi', language: 'fi' }, { id: `m${at}` })
    const product = { code: `P${at}`, name, line: 'cold', kind: 'product' }
    await group.do('product', 'list', product, { id: `p${at}` })
  }
  for (const language of Object.keys(orders)) await group.do('member', 'grant', { role: 'steward' }, { id: language })
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

/** Lists that may be sorted by what something or somebody is called, each with what by. */
const byName = () =>
  [...group.business.registry.queries.values()].flatMap(({ name: page, lists = [] }) =>
    lists.flatMap(({ sorts }) => ['name', 'customer'].filter((by) => by in sorts).map((by) => [page, by] as const)),
  )

type Row = { name?: unknown; customer?: { name?: unknown } }
interface Named {
  rows?: Row[]
  /** Of a board. */
  columns?: { rows: Row[] }[]
  next?: string
}

/** The names by which a list is sorted, as far as they are of ours: two of the same are told once. */
async function sortedBy(page: string, by: string, as: string): Promise<unknown[]> {
  const seen = new Set<unknown>()
  // A board goes on in one column.
  const limit = page.endsWith('-board') ? 50 : 4
  const ask = (on: object) => group.ask<Named>(page, {}, { as, query: { sort: by, limit, ...on } })
  for await (const { columns = [], rows = columns.flatMap((column) => column.rows) } of pagesOf(ask))
    for (const row of rows) seen.add(by === 'name' ? (row.name ?? row.customer?.name) : row.customer?.name)
  return [...seen].filter((name) => names.includes(String(name)))
}

describe('a list by name', () => {
  it.each(Object.entries(orders))('is in the order of a reader in %s, whichever it is', async (language, order) => {
    const lists = byName()
    const pages = ['customers', 'contacts', 'opportunities', 'relationships', 'contradictions', 'members', 'products']
    expect(lists.map(([page]) => page)).toEqual(expect.arrayContaining([...pages, 'units']))
    for (const [page, by] of lists) expect([page, by, await sortedBy(page, by, language)]).toEqual([page, by, order])
  })

  it('of deals follows what their customers are called, whatever is said of either', async () => {
    const deals = async () =>
      (
        await group.ask<{ rows: { id: string; customer: { id: string; name: string } }[] }>(
          'opportunities',
          {},
          { as: 'de', query: { sort: 'customer' } },
        )
      ).rows
    const [first] = await deals()
    expect(first?.customer.name).toBe('Aasen')
    const shares = [{ member: 'aino', unit: 'fi', percent: 100 }]
    await group.do('opportunity', 'shareCredit', { shares }, { as: 'aino', id: first?.id })
    await group.do('opportunity', 'edit', { probability: { is: 40 } }, { as: 'aino', id: first?.id })
    expect((await deals()).map(({ customer }) => customer.name)).toEqual(orders.de)
    const renamed = { name: { was: 'Aasen', is: 'Zuletzt' } }
    await group.do('customer', 'edit', renamed, { as: 'aino', id: first?.customer.id })
    expect((await deals()).at(-1)?.customer.name).toBe('Zuletzt')
    expect((await verified(group)).differences).toEqual([])
  })

  it.each(Object.entries(orders))('is in the order of a reader in %s', async (language, order) => {
    expect(await listed('customers', language, {})).toEqual(order)
    expect(await listed('customers', language, { sort: '-name' })).toEqual([...order].reverse())
    expect(await listed('customers', language, { scope: 'fi' })).toEqual(order)
    expect(await listed('contacts', language, {})).toEqual(order)
    expect(await listed('opportunities', language, { sort: 'name' })).toEqual(order)
  })
})
