/** Rows that state fields which another system owns: what they say is kept beside, and each cell of it is named. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { previewImport } from '#imports'
import { ImportingGroup, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: sheet
formats: { dates: YYYY-MM-DD }
files: { customers: { name: customers.csv } }
rows:
  - file: customers
    records:
      - target: customer
        key: "no"
        at: before
        fields: { name: Name, city: { column: Town, case: upper }, postalCode: { first: [Zip, Post] }, website: Web }
`
const sent = (...rows: string[]) => ({
  mapping,
  files: { customers: textFile('customers.csv', `no,Name,Town,Zip,Post,Web\n${rows.join('\n')}\n`) },
})

let importing: ImportingGroup
const bring = (...rows: string[]) => importing.import(sent(...rows))
const lookAhead = (...rows: string[]) => {
  const { files } = sent(...rows)
  const request = { mapping: { name: 'sheet.yaml', text: mapping }, files, viewer: importing.viewer() }
  return previewImport(request, importing.ports)
}
interface Left {
  warned: object[]
  reasons: object[]
}
const leftOf = (id: string) => importing.ask<Left>('import', { id })

beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
  await importing.unit('fi')
  await bring('1,Merituuli,Turku,20100,,https://meri.example', '2,Aallokko,Pori,28100,,')
  const owner = { fieldGroup: 'address', system: 'erp' }
  await importing.group.send('group', 'setOwningSystem', owner, { id: 'group', at: importing.group.time })
})
afterEach(() => importing.close())

const otherwise = ['1,Merituuli,Rauma,,26100,https://tuuli.example', '2,Aallokko,Pori,28100,,']
const cells = [
  { file: 'customers.csv', line: 2, why: 'kept-as-contradiction', column: 'Zip' },
  { file: 'customers.csv', line: 2, why: 'kept-as-contradiction', column: 'Town', further: true },
]

describe('a row that says otherwise what another system owns', () => {
  it('is warned of by its cells, and the rest of it is recorded', async () => {
    const done = await bring(...otherwise)
    expect(done).toMatchObject({ rows: 2, changed: 1, unchanged: 1, refused: 0, inPart: 0 })
    const { warned, reasons } = await leftOf(done.import)
    expect(warned).toEqual(cells)
    expect(reasons).toMatchObject([{ list: 'warned', why: 'kept-as-contradiction', rows: 1 }])
  })

  it('is warned of again when it comes again, though nothing is recorded', async () => {
    await bring(...otherwise)
    const again = await bring(...otherwise)
    expect(again).toMatchObject({ unchanged: 2, events: 0 })
    expect((await leftOf(again.import)).warned).toEqual(cells)
  })

  it('is foreseen so by the preview', async () => {
    const { warnings, warned, would } = await lookAhead(...otherwise)
    expect(would).toMatchObject({ changed: 1, unchanged: 1 })
    expect(warnings).toEqual({ 'kept-as-contradiction': 1 })
    expect(warned).toEqual(cells.map(({ file, line, column, why: code }) => ({ file, line, column, code })))
  })
})

it('says nothing of rows that say what is known', async () => {
  const done = await bring('1,Merituuli,Turku,20100,,https://meri.example')
  expect(done).toMatchObject({ unchanged: 1, events: 0 })
  expect((await leftOf(done.import)).warned).toEqual([])
})
