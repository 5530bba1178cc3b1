/** Lines of a file summed into the record that they are of: exact, whatever their order, and never less without a word. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { opportunities } from '#crm/opportunities/opportunities.view.js'
import { compileTargets, type ImportFile, type MappingFault } from '#imports'
import { ImportingGroup, textFile } from './importing-group.js'
import { mappingOf, planOf } from './testing.js'

const { catalogue } = compileTargets(importTargets, business.registry)

const deal = (lines: string, value: string, further = '') => `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { customers: { name: customers.csv }, deals: { name: deals.csv }, items: { name: items.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name } }]
  - file: deals
    ${lines}
    records:
      - target: opportunity
        key: id
        at: before
        ${further}
        fields: { customer: customer, unit: { constant: fi }, name: id, profile: { constant: product-sale }, stage: { constant: engaging }, value: ${value} }
`
/** What a line costs: price × quantity × (1 − discount), to the cent. */
const price = `{ round: "2", product: [price, quantity, { sum: [{ constant: "1" }, { column: discount, times: "-1" }] }] }`
const mapping = deal('lines: { items: { file: items, on: { deal: id } } }', `{ total: ${price}, of: items }`)

const customers = textFile('customers.csv', 'no,name\n1,Merituuli\n')
const dealsOf = (...ids: string[]) => textFile('deals.csv', `id,customer\n${ids.map((id) => `${id},1\n`).join('')}`)
const header = 'deal,price,quantity,discount\n'
const itemsOf = (...lines: string[]) => textFile('items.csv', header + lines.map((line) => `${line}\n`).join(''))

let importing: ImportingGroup
const bring = (items: ImportFile, deals = dealsOf('D1'), text = mapping) =>
  importing.import({ mapping: text, files: { customers, deals, items } })
const minor = async () => {
  const found = await importing.group.core.ports.sealer.open(await importing.documents(opportunities))
  return Object.fromEntries(found.map(({ name, value }) => [String(name), value?.amountMinor]))
}

beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
  await importing.unit('fi')
})
afterEach(() => importing.close())

describe('lines of a file of their own', () => {
  it('are summed into the record, to the cent, and the same files again are no event', async () => {
    const items = itemsOf('D1,18.6,9,0', 'D2,10,3,0.15', 'D1,42.4,40,0.05')
    expect(await bring(items, dealsOf('D1', 'D2', 'D3'))).toMatchObject({ refused: 0, inPart: 0 })
    expect(await minor()).toEqual({ D1: 16_740 + 161_120, D2: 2550, D3: undefined })
    expect(await bring(items, dealsOf('D1', 'D2', 'D3'))).toMatchObject({ events: 0, refused: 0, inPart: 0 })
  })

  it('change the record when one of them changes, comes or goes', async () => {
    await bring(itemsOf('D1,10,1,0', 'D1,5,1,0'))
    for (const [lines, amount] of [
      [['D1,10,1,0', 'D1,6,1,0'], 1600],
      [['D1,10,1,0'], 1000],
      [['D1,10,1,0', 'D1,1,1,0', 'D1,1,1,0'], 1200],
    ] as const) {
      expect(await bring(itemsOf(...lines))).toMatchObject({ changed: 1, events: 1 })
      expect((await minor()).D1).toBe(amount)
    }
  })

  it('of which one cannot be counted make no total: the field is refused, with the place of the line', async () => {
    const done = await bring(itemsOf('D1,10,1,0', 'D1,much,1,0', 'D1,,2,0'))
    expect(done).toMatchObject({ recorded: 2, inPart: 1 })
    expect((await minor()).D1).toBeUndefined()
    const { refused } = await importing.ask<{ refused: object[] }>('import', { id: done.import })
    expect(refused).toMatchObject([{ file: 'deals.csv', line: 2, why: 'not-a-number', inPart: true }])
  })

  it('that no row takes are told, and so are those that say nothing of whose they are', async () => {
    const done = await bring(itemsOf('D1,10,1,0', 'D9,10,1,0', ',10,1,0', 'D1,1'))
    const { refused } = await importing.ask<{ refused: object[] }>('import', { id: done.import })
    expect(refused).toEqual(
      expect.arrayContaining([
        { file: 'items.csv', line: 3, why: 'unmatched' },
        { file: 'items.csv', line: 4, why: 'key-missing' },
        { file: 'items.csv', line: 5, why: 'ragged-row' },
        { file: 'deals.csv', line: 2, why: 'ragged-row', inPart: true },
      ]),
    )
    expect((await minor()).D1).toBeUndefined()
    expect(done).toMatchObject({ rows: 5, refused: 3, inPart: 1 })
  })

  it('that come back to be corrected are refused: a total needs them all', async () => {
    const some = textFile('items.csv', 'deal,price,quantity,discount,error\nD1,10,1,0,\n')
    await expect(bring(some)).rejects.toThrow('totals need all')
  })
})

it('lines that are rows of the same file make their record once', async () => {
  const text = deal('lines: { own: { file: deals, on: { id: id } } }', '{ total: price, of: own }', 'once: true')
  const deals = textFile('deals.csv', 'id,customer,price\nD1,1,10\nD2,1,5\nD1,1,2.50\n')
  expect(await bring(itemsOf(), deals, text)).toMatchObject({ refused: 0, inPart: 0, saidAgain: 0 })
  expect(await minor()).toEqual({ D1: 1250, D2: 500 })
  const again = textFile('deals.csv', 'id,customer,price\nD1,1,2.50\nD1,1,10\nD2,1,5\n')
  expect(await bring(itemsOf(), again, text)).toMatchObject({ events: 0, refused: 0 })
})

describe('a total', () => {
  const cents = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((value) => (value / 100).toFixed(2))
  const request = (lines: readonly string[]) => ({
    mapping: mappingOf(deal('lines: { items: { file: items, on: { deal: id } } }', '{ total: price, of: items }')),
    files: { customers, deals: dealsOf('D1'), items: itemsOf(...lines.map((one) => `D1,${one},1,0`)) },
    catalogue,
  })
  const totalOf = async (lines: readonly string[]) => {
    const rows = await planOf(request(lines))
    return rows.flatMap((row) => (row.outcome === 'planned' ? row.records.map(({ fields }) => fields.value) : []))[1]
  }

  it('is the exact sum, in whatever order the lines stand', async () => {
    const lines = fc.array(cents, { minLength: 1, maxLength: 30 })
    const shuffled = lines.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, async ([some, others]) => {
        const amountMinor = some.reduce((sum, one) => sum + Math.round(Number(one) * 100), 0)
        expect(await totalOf(some)).toEqual({ amountMinor, currency: 'EUR' })
        expect(await totalOf(others)).toEqual(await totalOf(some))
      }),
      { numRuns: 60 },
    )
  })

  it('names lines that are declared, and only columns of theirs', async () => {
    const faultOf = (text: string) => {
      const { files } = request([])
      return planOf({ mapping: mappingOf(text), files, catalogue }).catch((error: MappingFault) => error.message)
    }
    expect(await faultOf(deal('', '{ total: price, of: items }'))).toContain('lines that are declared; there is none')
    const lines = 'lines: { items: { file: elsewhere, on: { deal: id } } }'
    expect(await faultOf(deal(lines, 'id'))).toContain('no file is declared as "elsewhere"')
  })
})
