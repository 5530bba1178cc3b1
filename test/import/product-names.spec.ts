/** Names of products by language, as a source tells them, empties some and empties all. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { organization } from '#crm/organization/organization.reference.js'
import { ImportingGroup, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: erp
formats: { currency: EUR }
files: { products: { name: p.csv } }
rows:
  - file: products
    records:
      - target: product
        key: code
        at: before
        fields: { code: code, name: name, names.fi: fi, names.de: de, line: { constant: cold }, kind: { constant: product } }
`
let importing: ImportingGroup
const bring = (row: string) =>
  importing.import({ mapping, files: { products: textFile('p.csv', `code,name,fi,de\nkr,Cold room,${row}\n`) } })
const names = () => importing.group.core.references().get(organization).products.get('kr')?.names

beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
})
afterEach(() => importing.close())

it('a name that is emptied is gone, the others stay, and the same once more is no event', async () => {
  for (const [row, expected] of [
    ['Kylmähuone,Kühlraum', { fi: 'Kylmähuone', de: 'Kühlraum' }],
    ['Kylmähuone,', { fi: 'Kylmähuone' }],
    [',', undefined],
    [',Kühlraum', { de: 'Kühlraum' }],
    ['Kylmiö,Kühlraum', { fi: 'Kylmiö', de: 'Kühlraum' }],
    [',Kühlraum', { de: 'Kühlraum' }],
  ] as const) {
    expect(await bring(row)).toMatchObject({ refused: 0, inPart: 0 })
    expect(names()).toEqual(expected)
    expect(await bring(row)).toMatchObject({ events: 0, refused: 0 })
  }
})

it('a name that a person has changed since stays', async () => {
  await bring('Kylmähuone,Kühlraum')
  await importing.group.send('product', 'change', { names: { fi: 'Kylmiö', de: 'Kühlraum' } }, { id: 'kr' })
  expect(await bring('Kylmähuone,')).toMatchObject({ refused: 1, changed: 0 })
  expect(names()).toEqual({ fi: 'Kylmiö', de: 'Kühlraum' })
})
