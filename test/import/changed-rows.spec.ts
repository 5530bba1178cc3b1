/** Rows that come again: unchanged, changed, changed by a person meanwhile, corrected in an error file. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type CustomerDocument, customersView } from '#crm/customers/customers.view.js'
import { type OpportunityDocument, opportunities } from '#crm/opportunities/opportunities.view.js'
import { relationships } from '#crm/relationships/relationships.view.js'
import { errorFilesOf, type ImportFile, previewImport } from '#imports'
import { NobodyWaits, publishedSchema, said, shownSchemaOf } from '#kernel'
import { ForeseenImport } from '#operations/procedures/foreseen.js'
import { ImportingGroup, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { customers: { name: customers.csv }, deals: { name: deals.csv } }
rows:
  - file: customers
    records:
      - { target: customer, key: "no", at: before, fields: { name: name, city: city, employees: size, parent: parent, vatId: vat } }
  - file: deals
    records:
      - target: opportunity
        key: id
        at: opened
        fields:
          customer: customer
          unit: { constant: fi }
          name: id
          profile: { constant: product-sale }
          stage: { constant: engaging }
      - { target: opportunity-won, when: { column: won, empty: false }, key: id, at: won, fields: { value: value } }
`
const header = 'no,name,city,size,parent,vat\n'
const noDeals = 'id,customer,value,opened,won\n'

let importing: ImportingGroup
const sent = (customers: string, deals = noDeals) => ({
  mapping,
  files: { customers: textFile('customers.csv', header + customers), deals: textFile('deals.csv', deals) },
})

beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
  await importing.unit('fi')
})
afterEach(() => importing.close())

const customers = async (): Promise<Record<string, CustomerDocument>> =>
  Object.fromEntries((await importing.documents(customersView)).map((one) => [one.name ?? '', one]))
const deal = async (): Promise<OpportunityDocument | undefined> => (await importing.documents(opportunities))[0]
const edit = (id: string, body: object) => importing.group.send('customer', 'edit', body, { id })

async function textOf(file: ImportFile | undefined): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of file?.open() ?? []) parts.push(part)
  return Buffer.concat(parts).toString()
}

describe('a row that comes again', () => {
  it('becomes a change of just the fields that differ', async () => {
    await importing.import(sent('1,Merituuli,Turku,140,,\n'))
    const known = await importing.group.log.head()
    const again = await importing.import(sent('1,Merituuli,,155,,\n'))
    expect(again).toMatchObject({ recorded: 0, changed: 1, unchanged: 0, events: 1 })
    const [event] = await importing.group.log.readAll({ after: known, limit: 1, prefixes: ['customer-'] })
    expect(event).toMatchObject({ type: 'customer.profile-changed', data: { employees: 155, cleared: ['city'] } })
  })

  it('may change there and back', async () => {
    for (const size of [140, 155, 140, 155]) await importing.import(sent(`1,Merituuli,Turku,${size},,\n`))
    expect((await customers()).Merituuli).toMatchObject({ employees: 155, city: 'Turku' })
  })

  it('is refused where a person has changed the same field since, and theirs stays', async () => {
    await importing.import(sent('1,Merituuli,Turku,140,,\n'))
    await edit((await customers()).Merituuli?.id ?? '', { employees: { was: 140, is: 150 } })
    const again = await importing.import(sent('1,Merituuli,Turku,155,,\n'))
    expect(again).toMatchObject({ changed: 0, refused: 1 })
    expect((await customers()).Merituuli?.employees).toBe(150)
    const page = await importing.ask('import', { id: again.import })
    expect(page).toMatchObject({ refused: [{ file: 'customers.csv', line: 2, why: 'changed-meanwhile' }] })
  })

  it('leaves what a person has changed when it says what it said before', async () => {
    await importing.import(sent('1,Merituuli,Turku,140,,\n'))
    await edit((await customers()).Merituuli?.id ?? '', { employees: { was: 140, is: 150 } })
    expect(await importing.import(sent('1,Merituuli,Turku,140,,\n'))).toMatchObject({ unchanged: 1, refused: 0 })
    expect((await customers()).Merituuli?.employees).toBe(150)
  })

  it('restates a win of another value', async () => {
    const row = (value: number) => `${noDeals}D1,1,${value},2025-01-14,2025-03-03\n`
    await importing.import(sent('1,Merituuli,,,,\n', row(1000)))
    expect(await importing.import(sent('1,Merituuli,,,,\n', row(1200)))).toMatchObject({ changed: 1, refused: 0 })
    expect((await deal())?.value).toMatchObject({ amountMinor: 120_000 })
    expect(await importing.import(sent('1,Merituuli,,,,\n', row(1200)))).toMatchObject({ changed: 0, unchanged: 2 })
  })
})

describe('a mapping that speaks of fewer fields', () => {
  it('leaves the others as they are', async () => {
    await importing.import(sent('1,Merituuli,Turku,140,,\n'))
    const fewer = { ...sent('1,Merituuli,Turku,155,,\n'), mapping: mapping.replace('city: city, ', '') }
    expect(await importing.import(fewer)).toMatchObject({ changed: 1, refused: 0 })
    expect((await customers()).Merituuli).toMatchObject({ city: 'Turku', employees: 155 })
  })
})

const counted = async (...rows: string[]) => importing.import(sent(rows.map((row) => `${row}\n`).join('')))

describe('rows that are read twice', () => {
  it('are counted and listed once where both readings refuse them', async () => {
    const done = await counted('1,Merituuli,,,,FI12345671', '2,Aallokko,,,77,FI12345671')
    expect(done).toMatchObject({ rows: 2, recorded: 1, refused: 1 })
    const { refused } = await importing.ask<{ refused: object[] }>('import', { id: done.import })
    expect(refused).toMatchObject([{ line: 3 }])
  })

  it('are recorded in part where the second one refuses something of them', async () => {
    const done = await counted('1,Merituuli,,,,', '2,Aallokko,,,77,')
    expect(done).toMatchObject({ rows: 2, recorded: 2, refused: 0, inPart: 1 })
    expect(await counted('1,Merituuli,,140,77,')).toMatchObject({ rows: 1, changed: 1, refused: 0, inPart: 1 })
    expect(await counted('1,Merituuli,,140,77,')).toMatchObject({ changed: 0, unchanged: 0, refused: 1, events: 0 })
  })
})

describe('a look ahead', () => {
  it('says what is new, changed and known, and writes nothing', async () => {
    await importing.import(sent('1,Merituuli,Turku,140,,\n2,Aallokko,,,,\n'))
    const head = await importing.group.log.head()
    const request = {
      ...sent('1,Merituuli,Turku,155,,\n2,Aallokko,,,,\n3,Varvet,,,1,\n4,,,,,\n'),
      viewer: importing.viewer(),
    }
    const seen = await previewImport({ ...request, mapping: { name: 'test.yaml', text: mapping } }, importing.ports)
    expect(seen).toMatchObject({ rows: 4, refusedRows: 1, would: { recorded: 1, changed: 1, unchanged: 1 } })
    expect(await importing.group.log.head()).toBe(head)
    const fits = new Ajv2020({ strict: false }).compile(publishedSchema(shownSchemaOf(ForeseenImport)))
    expect([fits(JSON.parse(JSON.stringify(said(seen, 'en')))), fits.errors]).toEqual([true, null])
  })
})

describe('a look ahead at much', () => {
  const much = (cell = 'Turku') =>
    sent(Array.from({ length: 1200 }, (_, at) => `${at},Customer ${at},${cell},,,\n`).join(''))
  const asked = (more: object, files = much()) =>
    previewImport(
      { ...files, mapping: { name: 'test.yaml', text: mapping }, viewer: importing.viewer(), ...more },
      importing.ports,
    )

  it('says of how many rows it is when its time is up', async () => {
    const seen = await asked({ budgetMs: 0 })
    expect(seen.cutShort).toBe(true)
    expect(seen.rows).toBeLessThan(1200)
    expect(seen.would.recorded).toBe(seen.rows)
  })

  it('ends once nobody waits for it', async () => {
    await expect(asked({ gone: AbortSignal.abort() })).rejects.toThrow(NobodyWaits)
  })

  it('shows the beginning of long cells', async () => {
    const { samples } = await asked({ budgetMs: 0 }, much('x'.repeat(10_000)))
    expect(JSON.stringify(samples).length).toBeLessThan(100_000)
  })
})

describe('rows that refer to each other', () => {
  it('may name a parent that stands further down', async () => {
    expect(await importing.import(sent('2,Aallokko,,,1,\n1,Merituuli,,,,\n'))).toMatchObject({
      recorded: 2,
      refused: 0,
    })
    const { Aallokko, Merituuli } = await customers()
    expect(Aallokko?.parent).toBe(Merituuli?.id)
  })

  it('are refused where what they name is not there', async () => {
    const done = await importing.import(sent('2,Aallokko,,,9,\n', `${noDeals}D1,8,5,2025-01-14,\n`))
    expect(done).toMatchObject({ recorded: 1, inPart: 1, refused: 1 })
  })

  it('claim an identifier once', async () => {
    const done = await importing.import(sent('1,Merituuli,,,,FI12345671\n2,Aallokko,,,,FI12345671\n'))
    expect(done).toMatchObject({ recorded: 1, refused: 1 })
  })
})

describe('refused rows', () => {
  it('come back in a file that can be corrected and sent again', async () => {
    const done = await importing.import(
      sent('1,Merituuli,Turku,many,,\n2,Aallokko,Turku,5,,\n', `${noDeals}D1,9,5,2025-01-14,\n`),
    )
    expect(done).toMatchObject({ recorded: 2, inPart: 1, refused: 1 })
    const errors = await errorFilesOf(done.import, { viewer: importing.viewer(), language: 'en' }, importing.ports)
    expect(Object.keys(errors)).toEqual(['customers', 'deals'])
    const corrected = {
      customers: textFile('customers.csv', (await textOf(errors.customers)).replace('many', '140')),
      deals: textFile('deals.csv', (await textOf(errors.deals)).replace('D1,9', 'D1,1')),
    }
    const again = await importing.import({ mapping, files: corrected })
    expect(again).toMatchObject({ rows: 2, recorded: 1, changed: 1, refused: 0 })
    expect((await deal())?.customer).toBe((await customers()).Merituuli?.id)
  })
})

describe('names of uploaded files', () => {
  const named = { file: 'Kaisa Koes kunder.csv', line: 2, column: 'size' }

  it('stand sealed in the log, are shown to whoever reads the import, and go with its files', async () => {
    const { group, ports } = importing
    await group.member('eero', 'fi', 'manager')
    const rows = '1,Merituuli,Turku,many,,\n'
    const files = sent(rows)
    const customersFile = textFile(named.file, await textOf(files.files.customers))
    const done = await importing.import({ ...files, files: { ...files.files, customers: customersFile } })
    expect(done).toMatchObject({ inPart: 1 })
    const page = () => importing.ask('import', { id: done.import }, { as: 'eero' })
    expect(await page()).toMatchObject({ refused: [named] })
    const stream = JSON.stringify(await group.log.readStream(`import-${done.import}`))
    for (const text of [named.file, named.column]) expect(stream).not.toContain(`"${text}"`)
    await ports.vault.destroy(`import:${done.import}`)
    expect(await page()).toMatchObject({ refused: [{ file: { erased: true }, line: 2, column: { erased: true } }] })
  })
})

describe('rights', () => {
  it('are those of whoever imports, row by row', async () => {
    const { group } = importing
    await group.member('eero', 'fi', 'manager')
    await importing.unit('se')
    await group.send('member', 'grant', { role: 'steward' }, { id: 'eero' })
    const files = sent('1,Merituuli,,,,\n', `${noDeals}D1,1,5,2025-01-14,\n`)
    expect(await importing.import({ ...files, as: 'eero' })).toMatchObject({ recorded: 2, refused: 0 })
    const elsewhere = {
      ...files,
      mapping: mapping.replace('constant: fi', 'constant: se').replace('source: old', 'source: other'),
    }
    expect(await importing.import({ ...elsewhere, as: 'eero' })).toMatchObject({ recorded: 1, refused: 1 })
  })

  it('refuse a member who is neither manager nor steward', async () => {
    await importing.group.member('aino', 'fi', 'member')
    await expect(importing.import({ ...sent(''), as: 'aino' })).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

const posts = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD }
files: { customers: { name: customers.csv }, people: { name: people.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name } }]
  - file: people
    records:
      - { target: contact, key: id, at: before, fields: { name: name } }
      - target: post
        key: id
        at: since
        fields: { contact: id, customer: customer, title: title, level: { constant: operational }, since: since }
`
const held = (post: string) =>
  importing.import({
    mapping: posts,
    files: {
      customers: textFile('customers.csv', 'no,name\n1,Merituuli\n2,Aallokko\n'),
      people: textFile('people.csv', `id,name,customer,title,since\nP1,Ilona Meritähti,${post}\n`),
    },
  })
const postFacts = async () =>
  (await importing.events())
    .filter(({ type }) => type.startsWith('contact.post'))
    .map(({ type, metadata }) => [type, metadata.corrects?.mode])

describe('a post that comes again', () => {
  const began = ['contact.post-started', undefined]

  it('is restated where it says something else of the same customer', async () => {
    await held('1,Buyer,2024-05-01')
    expect(await held('1,Head buyer,2024-05-01')).toMatchObject({ changed: 1, refused: 0 })
    expect(await postFacts()).toEqual([began, ['contact.post-started', 'restate']])
    expect(await held('1,Head buyer,2024-05-01')).toMatchObject({ changed: 0, refused: 0 })
  })

  it('ends, and another one begins, where it is at another customer', async () => {
    await held('1,Buyer,2024-05-01')
    expect(await held('2,Buyer,2025-02-01')).toMatchObject({ changed: 1, refused: 0 })
    expect(await postFacts()).toEqual([began, ['contact.post-ended', undefined], began])
    expect(await held('2,Buyer,2025-02-01')).toMatchObject({ changed: 0, refused: 0 })
  })
})

const stages = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD }
files: { customers: { name: customers.csv }, stages: { name: stages.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name } }]
  - file: stages
    records:
      - { target: relationship-stage, key: [customer, day], at: day, fields: { customer: customer, unit: { constant: fi }, to: stage } }
`

describe('a history of stages', () => {
  it.each([['the oldest'], ['the newest']])('may be told with %s first', async (first) => {
    const rows = ['1,2023-01-10,exploratory', '1,2024-01-10,basic', '1,2025-01-10,cooperative']
    if (first === 'the newest') rows.reverse()
    const files = {
      customers: textFile('customers.csv', 'no,name\n1,Merituuli\n'),
      stages: textFile('stages.csv', `customer,day,stage\n${rows.join('\n')}\n`),
    }
    expect(await importing.import({ mapping: stages, files })).toMatchObject({ recorded: 4, refused: 0 })
    const [relationship] = await importing.documents(relationships)
    expect(relationship).toMatchObject({ stage: 'cooperative' })
    expect(await importing.import({ mapping: stages, files })).toMatchObject({ recorded: 0, changed: 0, refused: 0 })
  })
})
