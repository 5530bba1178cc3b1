/** What an undo takes back, what it restores, and what it keeps because others have built on it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type CustomerDocument, customersView } from '#crm/customers/customers.view.js'
import { opportunities } from '#crm/opportunities/opportunities.view.js'
import { errorFilesOf, undoImport } from '#imports'
import { tableOf } from '#read-models/rows/tables.js'
import { ImportingGroup, textFile } from './importing-group.js'

const mapping = (source: string) => `kumppani-mapping: 1
source: ${source}
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { customers: { name: customers.csv }, deals: { name: deals.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name, city: city, employees: size, parent: parent } }]
  - file: deals
    records:
      - target: opportunity
        key: id
        at: before
        fields: { customer: customer, unit: { constant: fi }, name: id, profile: { constant: product-sale }, stage: { constant: engaging } }
`

interface Line {
  type: string
  fields?: string[]
  why?: string
}
interface Lists {
  retracted: Line[]
  restored: Line[]
  kept: Line[]
}

let importing: ImportingGroup
const sent = (customers: string, deals = '', source = 'old') => ({
  mapping: mapping(source),
  files: {
    customers: textFile('customers.csv', `no,name,city,size,parent\n${customers}`),
    deals: textFile('deals.csv', `id,customer\n${deals}`),
  },
})
const lists = (id: string): Promise<Lists> => importing.ask('import-undo', { id })
const types = (lines: Line[]) => lines.map(({ type }) => type)
const customers = async (): Promise<Record<string, CustomerDocument>> =>
  Object.fromEntries((await importing.documents(customersView)).map((one) => [one.name ?? '', one]))

beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
  await importing.unit('fi')
})
afterEach(() => importing.close())

describe('undoing an import', () => {
  it('says from which position on everything it did is to be seen', async () => {
    const positionOf = async (id: string) => (await importing.ask<{ position: string }>('import', { id })).position
    const newest = async () => String((await importing.events()).at(-1)?.position)
    const done = await importing.import(sent('1,Merituuli,,,\n'))
    expect(await positionOf(done.import)).toBe(await newest())
    await importing.undo(done.import)
    expect(await positionOf(done.import)).toBe(await newest())
  })

  it('retracts dependents before what they depend on', async () => {
    const done = await importing.import(sent('1,Merituuli,,,\n', 'D1,1\n'))
    await importing.undo(done.import)
    const { retracted, restored, kept } = await lists(done.import)
    expect(types(retracted)).toEqual(['opportunity.opened', 'customer.registered'])
    expect([restored, kept]).toEqual([[], []])
    expect(await importing.documents(customersView)).toEqual([])
  })

  it('empties the read models, also where they had shown the import', async () => {
    const { store, projector } = importing.group
    const rows = () => Promise.all([customersView, opportunities].map((view) => store.count(tableOf(view))))
    const done = await importing.import(sent('1,Merituuli,,,\n', 'D1,1\nD2,1\n'))
    await projector.catchUp()
    expect(await rows()).toEqual([1, 2])
    await importing.undo(done.import)
    await projector.catchUp()
    expect(await rows()).toEqual([0, 0])
  })

  it('keeps a customer that a person has met since, and takes back its opportunity', async () => {
    const done = await importing.import(sent('1,Merituuli,,,\n2,Aallokko,,,\n', 'D1,1\n'))
    const { Merituuli } = await customers()
    const met = { customers: [Merituuli?.id], unit: 'fi', note: 'They plan a new wing.' }
    await importing.group.send('touchpoint', 'record-meeting', met)
    await importing.undo(done.import)
    const { retracted, kept } = await lists(done.import)
    expect(types(retracted)).toEqual(['opportunity.opened', 'customer.registered'])
    expect(kept).toMatchObject([
      { type: 'customer.registered', stream: `customer-${Merituuli?.id}`, why: 'used-since' },
    ])
    expect(Object.keys(await customers())).toEqual(['Merituuli'])
  })

  it('keeps what a kept record needs', async () => {
    const done = await importing.import(sent('1,Merituuli,,,\n', 'D1,1\n'))
    const [deal] = await importing.documents(opportunities)
    await importing.group.send('opportunity', 'win', { value: { amountMinor: 5, currency: 'EUR' } }, { id: deal?.id })
    await importing.undo(done.import)
    const { kept } = await lists(done.import)
    expect(kept.map(({ type, why }) => [type, why])).toEqual([
      ['opportunity.opened', 'used-since'],
      ['customer.registered', 'used-since'],
    ])
  })

  it('no longer counts a use that was taken back', async () => {
    const done = await importing.import(sent('1,Merituuli,,,\n'))
    const { Merituuli } = await customers()
    const met = await importing.group.send('touchpoint', 'record-meeting', {
      customers: [Merituuli?.id],
      unit: 'fi',
      note: 'x',
    })
    expect(await importing.undo(done.import)).toMatchObject({ retracted: 0, kept: 1 })
    await importing.group.correct(met.stream, met.events[0]?.id ?? '', {})
    expect(await importing.undo(done.import)).toMatchObject({ retracted: 1, kept: 0 })
  })

  it('restores fields that nobody has changed since, and keeps the others', async () => {
    await importing.import(sent('1,Merituuli,Turku,140,\n'))
    const changed = await importing.import(sent('1,Merituuli,Naantali,155,\n'))
    const { Merituuli } = await customers()
    await importing.group.send('customer', 'edit', { employees: { was: 155, is: 160 } }, { id: Merituuli?.id })
    await importing.undo(changed.import)
    const { retracted, restored, kept } = await lists(changed.import)
    expect([retracted, restored[0]?.fields, kept[0]?.fields]).toEqual([[], ['city'], ['employees']])
    expect(kept[0]?.why).toBe('changed-since')
    expect((await customers()).Merituuli).toMatchObject({ city: 'Turku', employees: 160 })
  })

  it('leaves what another import has recorded', async () => {
    const first = await importing.import(sent('1,Merituuli,Turku,,\n'))
    const second = await importing.import(sent('1,Merituuli,Naantali,,\n'))
    expect(await importing.undo(first.import)).toMatchObject({ retracted: 0, kept: 1 })
    expect(await importing.undo(second.import)).toMatchObject({ restored: 1 })
    expect(await importing.undo(first.import)).toMatchObject({ retracted: 1, kept: 0 })
    expect(await importing.documents(customersView)).toEqual([])
  })

  it('keeps a record that was used since, also where an earlier import of it had been undone', async () => {
    await importing.undo((await importing.import(sent('1,Merituuli,,,\n'))).import)
    const again = await importing.import(sent('1,Merituuli,,,\n'))
    const { Merituuli } = await customers()
    const met = { customers: [Merituuli?.id], unit: 'fi', note: 'They plan a new wing.' }
    await importing.group.send('touchpoint', 'record-meeting', met)
    await importing.undo(again.import)
    expect(await lists(again.import)).toMatchObject({ retracted: [], kept: [{ why: 'used-since' }] })
    expect(Object.keys(await customers())).toEqual(['Merituuli'])
  })

  it('takes back a record that was begun anew whole', async () => {
    await importing.undo((await importing.import(sent('1,Merituuli,,,\n'))).import)
    const again = await importing.import(sent('1,Merituuli,,,\n', 'D1,1\n'))
    await importing.undo(again.import)
    expect(types((await lists(again.import)).retracted)).toEqual(['opportunity.opened', 'customer.registered'])
    expect(await importing.documents(customersView)).toEqual([])
  })

  it('leaves a person’s correction of an edit', async () => {
    await importing.import(sent('1,Merituuli,Turku,140,\n'))
    const changed = await importing.import(sent('1,Merituuli,Naantali,155,\n'))
    const edit = (await importing.events()).find(({ type }) => type === 'customer.profile-changed')
    await importing.group.correct(edit?.stream ?? '', edit?.id ?? '', { body: { city: 'Raisio', employees: 155 } })
    await importing.undo(changed.import)
    const { restored, kept } = await lists(changed.import)
    expect([restored, kept]).toMatchObject([[], [{ why: 'changed-since', fields: ['city', 'employees'] }]])
    expect((await customers()).Merituuli).toMatchObject({ city: 'Raisio', employees: 155 })
  })

  it('goes on where it was stopped, and may be asked for again', async () => {
    const rows = Array.from({ length: 900 }, (_, at) => `${at},Customer ${at},,,\n`).join('')
    const done = await importing.import(sent(rows))
    const request = { importId: done.import, viewer: importing.viewer(), because: 'Stopped half-way.' }
    for await (const step of undoImport(request, importing.ports)) if (step.done >= 400) break
    expect(await importing.undo(done.import)).toMatchObject({ facts: 900, done: 900, retracted: 500 })
    expect(await importing.documents(customersView)).toEqual([])
    expect(await importing.undo(done.import)).toMatchObject({ retracted: 0, kept: 0, state: 'undone' })
  })
})

const winning = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { customers: { name: customers.csv }, deals: { name: deals.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name } }]
  - file: deals
    records:
      - target: opportunity
        key: id
        at: opened
        fields: { customer: customer, unit: { constant: fi }, name: id, profile: { constant: product-sale }, stage: { constant: engaging } }
      - { target: opportunity-won, key: id, at: won, fields: { value: value } }
`
const won = (...values: number[]) => ({
  mapping: winning,
  files: {
    customers: textFile('customers.csv', 'no,name\n1,Merituuli\n'),
    deals: textFile(
      'deals.csv',
      `id,customer,value,opened,won\n${values.map((value) => `D1,1,${value},2025-01-14,2025-03-03\n`).join('')}`,
    ),
  },
})
const valueMinor = async () => (await importing.documents(opportunities))[0]?.value?.amountMinor

describe('undoing restatements', () => {
  it('brings back what held before the import, whose last word had stood', async () => {
    await importing.import(won(1000))
    const again = await importing.import(won(1100, 1200))
    expect(await valueMinor()).toBe(120_000)
    await importing.undo(again.import)
    const { restored, kept } = await lists(again.import)
    expect([types(restored), kept]).toEqual([['opportunity.won'], []])
    expect(await valueMinor()).toBe(100_000)
  })

  it('takes back what the import itself had restated', async () => {
    const done = await importing.import(won(1000, 1200))
    await importing.undo(done.import)
    expect((await lists(done.import)).kept).toEqual([])
    expect(await importing.documents(opportunities)).toEqual([])
  })

  it('leaves the source free to say it again', async () => {
    await importing.import(won(1000))
    await importing.undo((await importing.import(won(1200))).import)
    expect(await importing.import(won(1200))).toMatchObject({ changed: 1, refused: 0 })
    expect(await valueMinor()).toBe(120_000)
  })
})

describe('an import that is undone by others', () => {
  it('is its starter’s business, and that of whoever imports for one of the same units', async () => {
    const { group } = importing
    await importing.unit('se')
    for (const [id, unit] of [
      ['eero', 'fi'],
      ['outi', 'se'],
    ] as const)
      await group.member(id, unit, 'manager')
    for (const [id, unit] of [
      ['ilona', 'fi'],
      ['stella', 'se'],
    ] as const) {
      await group.member(id, unit, 'member')
      await group.send('member', 'grant', { role: 'steward', unit }, { id })
    }
    await group.member('arvo', 'fi', 'admin')
    const done = await importing.import({ ...sent('1,Merituuli,many,,\n2,Aallokko,,many,\n'), as: 'eero' })
    for (const as of ['outi', 'stella', 'arvo']) {
      await expect(importing.undo(done.import, as)).rejects.toMatchObject({ code: 'not-found' })
      const files = errorFilesOf(done.import, { viewer: importing.viewer(as), language: 'en' }, importing.ports)
      await expect(files).rejects.toMatchObject({ code: 'not-found' })
    }
    for (const as of ['eero', 'ilona'])
      expect(
        Object.keys(await errorFilesOf(done.import, { viewer: importing.viewer(as), language: 'en' }, importing.ports)),
      ).toEqual(['customers'])
    expect(await importing.undo(done.import, 'ilona')).toMatchObject({ retracted: 2, kept: 0 })
  })

  it('is an administrator’s where an administrator started it', async () => {
    for (const id of ['arvo', 'aune']) await importing.group.member(id, 'fi', 'admin')
    await importing.group.member('eero', 'fi', 'manager')
    const done = await importing.import({ ...sent(''), as: 'arvo' })
    await expect(importing.undo(done.import, 'eero')).rejects.toMatchObject({ code: 'not-found' })
    expect(await importing.undo(done.import, 'aune')).toMatchObject({ state: 'undone' })
  })
})
