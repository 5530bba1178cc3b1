/** What an undo puts back of facts that its import had corrected: what stood before, to the letter, unless others stand in the way. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type CustomerDocument, customersView } from '#crm/customers/customers.view.js'
import { type OpportunityDocument, opportunities } from '#crm/opportunities/opportunities.view.js'
import { ImportingGroup, type Sending, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { customers: { name: customers.csv }, deals: { name: deals.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name, vatId: vat } }]
  - file: deals
    records:
      - target: opportunity
        key: id
        at: before
        fields: { customer: customer, unit: { constant: fi }, owner: owner, name: id, profile: { constant: product-sale }, stage: { constant: engaging } }
      - { target: opportunity-won, key: id, at: won, fields: { value: { amount: value, currency: { constant: SEK } } } }
`
const vat = 'FI12345671'
const deal = { customer: '1', owner: 'aino', value: '1000', won: '2025-03-03' }

let importing: ImportingGroup
const sent = (of: Partial<typeof deal> = {}, vatId = vat): Sending => {
  const { customer, owner, value, won } = { ...deal, ...of }
  return {
    mapping,
    files: {
      customers: textFile('customers.csv', `no,name,vat\n1,Merituuli,${vatId}\n2,Aallokko,\n`),
      deals: textFile('deals.csv', `id,customer,owner,value,won\nD1,${customer},${owner},${value},${won}\n`),
    },
  }
}
const bring = async (...of: Parameters<typeof sent>) => (await importing.import(sent(...of))).import
const keptOf = async (id: string) => (await importing.ask<{ kept: object[] }>('import-undo', { id })).kept
const rate = (toGroup: string) => {
  const rates = { day: '2025-03-01', rates: [{ currency: 'SEK', toGroup }] }
  return importing.group.send('rates', 'publish', rates, { id: 'bank.2025-03-01', at: '' })
}

async function theDeal(): Promise<OpportunityDocument | undefined> {
  const [document] = await importing.documents(opportunities)
  return document && importing.group.core.ports.sealer.open(document)
}

async function customer(name: string): Promise<CustomerDocument | undefined> {
  return (await importing.documents(customersView)).find((one) => one.name === name)
}

beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
  await importing.unit('fi')
  for (const id of ['aino', 'bengt']) await importing.group.member(id, 'fi', 'member')
  await rate('0.09')
})
afterEach(() => importing.close())

describe('what had stood before an import', () => {
  it('stands again to the letter, whatever rules and rates are by now', async () => {
    await bring()
    const before = await theDeal()
    expect(before).toMatchObject({ owner: 'aino', value: { amountMinor: 100_000, groupMinor: 9000 } })
    const otherwise = await bring({ owner: 'bengt', value: '', won: '2025-04-04' })
    expect(await theDeal()).not.toEqual(before)
    await importing.group.send('member', 'leave', {}, { id: 'aino' })
    await rate('0.1')
    expect(await importing.undo(otherwise)).toMatchObject({ restored: 2, kept: 0 })
    expect(await theDeal()).toEqual(before)
  })

  it('stands again once a later import that said otherwise is undone, too', async () => {
    await bring()
    const before = await theDeal()
    const [first, second] = [await bring({ value: '1100' }), await bring({ value: '1200' })]
    expect(await importing.undo(first)).toMatchObject({ restored: 0, kept: 1 })
    expect(await importing.undo(second)).toMatchObject({ restored: 1, kept: 0 })
    expect(await importing.undo(first)).toMatchObject({ restored: 1, kept: 0 })
    expect(await theDeal()).toEqual(before)
    expect(await importing.undo(first)).toMatchObject({ restored: 0, kept: 0 })
  })

  it('does not, as long as another holds what only one can have', async () => {
    await bring()
    const without = await bring({}, '')
    const { id } = await importing.group.send('customer', 'register', { name: 'Varvet' })
    const claimed = await importing.group.send('identifier', 'claim', { scheme: 'vat-id', value: vat, customer: id })
    const [claim] = claimed.events
    expect(await importing.undo(without)).toMatchObject({ restored: 0, kept: 1 })
    expect(await keptOf(without)).toMatchObject([{ type: 'identifier.claimed', why: 'used-since', by: claim?.id }])
    await importing.group.correct(claimed.stream, claim?.id ?? '', {})
    expect(await importing.undo(without)).toMatchObject({ restored: 1, kept: 0 })
    const [holding] = (await importing.group.log.readStream(claimed.stream)).slice(-1)
    expect(holding?.metadata.customers).toEqual([(await customer('Merituuli'))?.id])
  })

  it('does not, where it names what is there no more', async () => {
    await bring()
    const { id = '' } = (await theDeal()) ?? {}
    const moved = await bring({ customer: '2' })
    const stream = `customer-${(await customer('Merituuli'))?.id}`
    await importing.group.projector.catchUp()
    const [registered] = await importing.group.log.readStream(stream)
    const taken = await importing.group.correct(stream, registered?.id ?? '', { confirmed: true })
    await importing.undo(moved)
    const [by] = taken.events
    expect(await keptOf(moved)).toMatchObject([{ type: 'opportunity.opened', why: 'changed-since', by: by?.id }])
    const { customer: of } = await importing.ask<{ customer: { name: string } }>('opportunity', { id })
    expect(of.name).toBe('Aallokko')
  })
})
