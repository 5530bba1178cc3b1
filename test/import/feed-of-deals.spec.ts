/** Deals from a source that goes on telling of them: what became of them, said otherwise, and said no longer. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type OpportunityDocument, opportunities } from '#crm/opportunities/opportunities.view.js'
import { organization } from '#crm/organization/organization.reference.js'
import { previewImport } from '#imports'
import { tableOf } from '#read-models/rows/tables.js'
import { ImportingGroup, type Sending, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { customers: { name: customers.csv }, deals: { name: deals.csv } }
rows:
  - file: customers
    records:
      - { target: customer, key: "no", at: before, fields: { name: name, businessId: id } }
  - file: deals
    records:
      - target: opportunity
        key: id
        at: opened
        fields:
          customer: customer
          unit: unit
          owner: owner
          name: id
          profile: { constant: product-sale }
          stage: stage
          value: value
      - target: opportunity-won
        when: { column: state, is: won }
        key: id
        at: closed
        fields: { value: value }
      - target: opportunity-lost
        when: { column: state, is: lost }
        key: id
        at: closed
        fields: { reason: reason }
`
interface Deal {
  id?: string
  customer?: string
  unit?: string
  owner?: string
  stage?: string
  value?: string
  state?: string
  opened?: string
  closed?: string
  reason?: string
}
const names = ['id', 'customer', 'unit', 'owner', 'stage', 'value', 'state', 'opened', 'closed', 'reason'] as const
const usual: Deal = {
  id: 'D1',
  customer: '1',
  unit: 'fi',
  stage: 'engaging',
  value: '100',
  state: 'open',
  opened: '2025-01-10',
}
const rowOf = (deal: Deal) => names.map((name) => ({ ...usual, ...deal })[name] ?? '').join(',')

let importing: ImportingGroup
const sent = (...deals: Deal[]): Sending => ({
  mapping,
  files: {
    customers: textFile('customers.csv', 'no,name,id\n1,Merituuli,\n2,Aallokko,\n'),
    deals: textFile('deals.csv', `${names.join(',')}\n${deals.map(rowOf).join('\n')}\n`),
  },
})
const bring = (...deals: Deal[]) => importing.import(sent(...deals))

beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
  for (const unit of ['fi', 'se']) await importing.unit(unit)
  await importing.group.member('aino', 'fi', 'member')
  await importing.group.member('bengt', 'se', 'member')
})
afterEach(() => importing.close())

const deals = (moment = {}): Promise<OpportunityDocument[]> => importing.documents(opportunities, moment)
const deal = async (moment = {}) => (await deals(moment))[0]
const [won, lost] = [
  { state: 'won', closed: '2025-03-03' },
  { state: 'lost', closed: '2025-03-03' },
]

describe('a deal that the source tells otherwise', () => {
  it.each<[string, Deal, Deal, Partial<OpportunityDocument>]>([
    ['was won, and is open', won, {}, { status: 'open' }],
    ['was lost, and is won', lost, won, { status: 'won' }],
    ['was won, and is lost', won, { ...lost, reason: 'price' }, { status: 'lost', reason: 'price' }],
    ['was won for less', won, { ...won, value: '120' }, { status: 'won' }],
    ['was won by another', { ...won, owner: 'aino' }, { ...won, owner: 'bengt' }, { status: 'won', owner: 'bengt' }],
    ['is at another stage', {}, { stage: 'offered' }, { stage: 'offered' }],
    ['is of another unit', {}, { unit: 'se' }, { unit: 'se' }],
    ['was won in another unit', won, { ...won, unit: 'se' }, { status: 'won', unit: 'se' }],
  ])('%s: it is recorded, and the same once more is no event', async (_, first, then, expected) => {
    await bring(first)
    expect(await bring(then)).toMatchObject({ changed: 1, refused: 0, inPart: 0 })
    expect(await deals()).toMatchObject([expected])
    expect(await bring(then)).toMatchObject({ changed: 0, recorded: 0, refused: 0, events: 0 })
  })

  it('was opened, and won, on other days', async () => {
    await bring(won)
    await bring({ ...won, opened: '2024-12-01', closed: '2025-04-04' })
    const { openedAt, wonAt } = (await deal()) as OpportunityDocument
    expect([openedAt, wonAt]).toEqual([expect.stringContaining('2024-11-30'), expect.stringContaining('2025-04-03')])
  })

  it('is of another customer', async () => {
    await bring(won)
    const { id, customer } = (await deal()) as OpportunityDocument
    await bring({ ...won, customer: '2' })
    await importing.group.projector.catchUp()
    const { store } = importing.group
    expect(await store.count(tableOf(opportunities))).toBe(1)
    const other = await importing.ask<{ customer: { id: string } }>('opportunity', { id })
    expect(other.customer.id).not.toBe(customer)
  })

  it('has another amount once it is won, in the deal and in the win', async () => {
    await bring(won)
    await bring({ ...won, value: '250' })
    expect(await deal()).toMatchObject({ value: { amountMinor: 25_000 }, status: 'won' })
  })
})

describe('a deal without a day of its own', () => {
  it('is of when it was imported, and stays there when it comes again', async () => {
    const undated = { ...sent({ opened: '' }), mapping: mapping.replace('at: opened', 'at: now') }
    expect(await importing.import(undated)).toMatchObject({ recorded: 3, refused: 0 })
    expect((await deal())?.openedAt).toBe(importing.group.time)
    importing.group.time = '2026-03-02T09:00:00.000Z'
    expect(await importing.import(undated)).toMatchObject({ events: 0, refused: 0 })
  })
})

describe('a win without an amount', () => {
  it('is a win, not valued', async () => {
    expect(await bring({ ...won, value: '' })).toMatchObject({ recorded: 3, refused: 0, inPart: 0 })
    const found = await deal()
    expect([found?.status, found?.value]).toEqual(['won', undefined])
    expect(await bring({ ...won, value: '' })).toMatchObject({ events: 0, refused: 0 })
  })

  it('is worth what the source says of it later, and loses that again', async () => {
    for (const [value, amountMinor] of [
      ['', undefined],
      ['70', 7000],
      ['', undefined],
    ] as const) {
      await bring({ ...won, value })
      expect((await deal())?.value?.amountMinor).toBe(amountMinor)
      expect(await bring({ ...won, value })).toMatchObject({ events: 0, refused: 0 })
    }
  })
})

describe('one cell that is refused', () => {
  it('does not keep the rest of its row from being recorded', async () => {
    const done = await bring({ owner: 'nobody', value: 'much' })
    expect(done).toMatchObject({ recorded: 3, refused: 0, inPart: 1 })
    expect(await deal()).toMatchObject({ stage: 'engaging' })
    const { refused } = await importing.ask<{ refused: object[] }>('import', { id: done.import })
    expect(refused).toEqual([{ file: 'deals.csv', line: 2, why: 'not-a-number', column: 'value', inPart: true }])
    expect(await bring({ owner: 'aino', value: '7' })).toMatchObject({ changed: 1, refused: 0 })
    expect(await deal()).toMatchObject({ owner: 'aino', value: { amountMinor: 700 } })
  })

  it('takes nothing else along of a record that is told otherwise, and is named by its column', async () => {
    await bring({ owner: 'aino' })
    const { id } = (await deal()) as OpportunityDocument
    const done = await bring({ unit: 'nowhere', customer: '2', opened: '2025-01-02', owner: 'bengt', value: '300' })
    expect(done).toMatchObject({ changed: 1, refused: 0, inPart: 1 })
    const { refused } = await importing.ask<{ refused: object[] }>('import', { id: done.import })
    expect(refused).toEqual([expect.objectContaining({ line: 2, column: 'unit', inPart: true })])
    await importing.group.projector.catchUp()
    const now = await importing.ask<{ openedAt: string }>('opportunity', { id })
    expect(now).toMatchObject({ unit: { id: 'fi' }, owner: { id: 'bengt' }, value: { amountMinor: 30_000 } })
    expect(now).toMatchObject({ customer: { name: 'Aallokko' }, openedAt: expect.stringContaining('2025-01-01') })
  })

  it('keeps all of it from being recorded where the mapping says so', async () => {
    const whole = {
      ...sent({ ...won, owner: 'nobody' }),
      mapping: mapping.replace('- file: deals', '- file: deals\n    writes: all-or-nothing'),
    }
    expect(await importing.import(whole)).toMatchObject({ recorded: 2, refused: 1, inPart: 0 })
    expect(await deals()).toEqual([])
    expect(await importing.import({ ...whole, files: sent({ ...won, owner: 'aino' }).files })).toMatchObject({
      recorded: 1,
    })
  })

  it('leaves no customer behind whose business id another holds', async () => {
    const customers = (text: string) => ({
      ...sent(),
      files: { ...sent().files, customers: textFile('customers.csv', text) },
    })
    await importing.import(customers('no,name,id\n1,Merituuli,1234567-1\n'))
    const done = await importing.import(customers('no,name,id\n1,Merituuli,1234567-1\n2,Aallokko,1234567-1\n'))
    expect(done).toMatchObject({ unchanged: 1, recorded: 0, refused: 1, events: 0 })
  })
})

describe('what an import left', () => {
  it('is summed up by reason, the most frequent first, with the place of the first row', async () => {
    const done = await bring({ value: 'much' }, { id: 'D2', customer: '9' }, { id: 'D3', customer: '9' }, {})
    const { reasons } = await importing.ask<{ reasons: object[] }>('import', { id: done.import })
    expect(reasons).toEqual([
      { list: 'refused', why: 'opportunity-customer-unknown', rows: 2, file: 'deals.csv', line: 3 },
      { list: 'refused', why: 'not-a-number', rows: 1, file: 'deals.csv', line: 2 },
      { list: 'warned', why: 'said-again', rows: 1, file: 'deals.csv', line: 2 },
    ])
  })
})

describe('a row that a rule stands against', () => {
  it('is told with the column of the field that it is about', async () => {
    const [nobody, nowhere] = [
      { id: 'D1', customer: '9' },
      { id: 'D2', unit: 'no' },
    ]
    const done = await bring(nobody, nowhere, { id: 'D3', owner: 'nobody' })
    const { refused } = await importing.ask<{ refused: object[] }>('import', { id: done.import })
    expect(refused).toMatchObject([
      { line: 2, column: 'customer', why: 'opportunity-customer-unknown' },
      { line: 3, column: 'unit', why: 'opportunity-unit-unknown' },
      { line: 4, column: 'owner', why: 'opportunity-member-unknown' },
    ])
  })
})

describe('rows that fall on one key', () => {
  it('are told row by row, and the last word stands', async () => {
    const rows = [{ stage: 'engaging' }, { stage: 'offered' }, { stage: 'negotiating' }]
    const done = await bring(...rows)
    expect(done).toMatchObject({ rows: 5, recorded: 3, saidAgain: 2, refused: 0 })
    const { warned } = await importing.ask<{ warned: object[] }>('import', { id: done.import })
    expect(warned).toMatchObject([
      { line: 2, why: 'said-again' },
      { line: 3, why: 'said-again' },
    ])
    expect(await deal()).toMatchObject({ stage: 'negotiating' })
    expect(await bring(...rows)).toMatchObject({ events: 0 })
  })
})

describe('a look ahead', () => {
  it('promises what the run does, and writes nothing', async () => {
    await bring({}, { id: 'D2', ...won })
    const then = sent({ ...won, owner: 'nobody' }, { id: 'D2' }, { id: 'D3', customer: '9' }, { id: 'D4', unit: '' })
    const head = await importing.group.log.head()
    const viewer = importing.viewer()
    const request = { ...then, mapping: { name: 'test.yaml', text: mapping }, viewer }
    const { would, reasons } = await previewImport(request, importing.ports)
    expect(await importing.group.log.head()).toBe(head)
    const { import: _, total: __, state: ___, ...counts } = await importing.import(then)
    expect(would).toEqual(counts)
    expect(reasons.map(({ code }) => code).sort()).toEqual([
      'opportunity-customer-unknown',
      'opportunity-member-unknown',
      'required-missing',
    ])
  })
})

describe('keys that would be called the same', () => {
  const products = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { products: { name: products.csv } }
rows:
  - file: products
    records:
      - { target: product, key: code, at: before, fields: { code: code, name: code, line: { constant: cold }, kind: { constant: product } } }
`
  it('are different things', async () => {
    const codes = ['KR_400', 'KR-400', '0050X000001AbCd', '0050X000001abCD', 'kr-400']
    const files = { products: textFile('products.csv', `code\n${codes.join('\n')}\n`) }
    expect(await importing.import({ mapping: products, files })).toMatchObject({ recorded: 5, refused: 0 })
    const known = importing.group.core.references().get(organization).products
    expect([...known.values()].map(({ code }) => code).sort()).toEqual([...codes].sort())
    expect(known.get('kr-400')).toMatchObject({ code: 'KR_400' })
    const others = { products: textFile('products.csv', `code\n${codes.toReversed().join('\n')}\nkr 400\n`) }
    expect(await importing.import({ mapping: products, files: others })).toMatchObject({ recorded: 1, unchanged: 5 })
  })
})
