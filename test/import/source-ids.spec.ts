/** Records are found by the ids that they have in the system they come from, in whatever form somebody has written these down. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { formsOf } from '#crm/imports/record-keys.js'
import type { SearchAnswer } from '#crm/pages/search/search.query.js'
import { ImportingGroup, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: salesforce
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { users: { name: u.csv }, accounts: { name: a.csv }, deals: { name: d.csv }, people: { name: p.csv }, products: { name: x.csv } }
rows:
  - file: users
    records:
      - { target: member, key: id, at: before, fields: { name: name, function: { constant: sales }, language: { constant: fi }, unit: { constant: fi } } }
  - file: accounts
    records: [{ target: customer, key: id, at: before, fields: { name: name } }]
  - file: deals
    records:
      - target: opportunity
        key: id
        at: before
        fields: { customer: account, unit: { constant: fi }, name: name, profile: { constant: product-sale }, stage: { constant: engaging } }
  - file: people
    records: [{ target: contact, key: id, at: before, fields: { name: name } }]
  - file: products
    records: [{ target: product, key: code, at: before, fields: { code: code, name: code, line: code, kind: { constant: product } } }]
`
const files = {
  users: textFile('u.csv', 'id,name\n0050X000001AbCd,Aino Aalto\n0050X000001abCD,Bengt Berg\n'),
  accounts: textFile('a.csv', 'id,name\n0013000000DoYGd,Merituuli\n1001,Aallokko\n'),
  deals: textFile('d.csv', 'id,account,name\n0063000000AbCdEAAV,0013000000DoYGd,Cold room\n'),
  people: textFile('p.csv', 'id,name\nP-77,Ilona Meri\n'),
  products: textFile('x.csv', 'code\nKR-400\nKR_400\n'),
}

let importing: ImportingGroup
const found = async (text: string, as = 'eero') => {
  const { projector, core, log } = importing.group
  await projector.catchUp()
  await core.waitFor(await log.head(), 5000)
  const { records } = await importing.group.ask<SearchAnswer>('search', {}, { as, query: { text } })
  return records?.rows.map(({ source, target, name, customer }) => [source, target, name, customer?.name])
}

beforeAll(async () => {
  importing = await ImportingGroup.open('EUR')
  await importing.unit('fi')
  await importing.group.member('eero', 'fi', 'manager')
  expect(await importing.import({ mapping, files })).toMatchObject({ refused: 0, inPart: 0 })
}, 60_000)
afterAll(() => importing.close())

describe('a record', () => {
  it.each([
    ['0050X000001AbCd', ['salesforce', 'member', 'Aino Aalto', undefined]],
    ['0050X000001abCD', ['salesforce', 'member', 'Bengt Berg', undefined]],
    ['0013000000DoYGd', ['salesforce', 'customer', 'Merituuli', undefined]],
    ['0013000000DoYGdAAN', ['salesforce', 'customer', 'Merituuli', undefined]],
    ['0013000000doygdaan', ['salesforce', 'customer', 'Merituuli', undefined]],
    ['1001', ['salesforce', 'customer', 'Aallokko', undefined]],
    ['p-77', ['salesforce', 'contact', 'Ilona Meri', undefined]],
    ['KR_400', ['salesforce', 'product', 'KR_400', undefined]],
  ])('is found by %s', async (id, row) => {
    expect(await found(id)).toEqual([row])
  })

  it('of a deal is found with its customer, by the short form of an id that came in the long one', async () => {
    const [, long] = formsOf('0063000000AbCdE').filter((form) => form.startsWith('0063000000AbCdE'))
    expect(long).toHaveLength(18)
    const text = 'id,account,name\n'
    const deals = textFile('d.csv', `${text}${long},0013000000DoYGd,Freezer\n`)
    await importing.import({ mapping, files: { ...files, deals } })
    expect(await found('0063000000AbCdE')).toEqual([['salesforce', 'opportunity', 'Freezer', 'Merituuli']])
  })

  it('of another id is not', async () => {
    expect(await found('0013000000DOYGD')).toEqual([])
    expect(await found('9999')).toEqual([])
  })

  it('is not found once it was taken back, nor by somebody who may not see it', async () => {
    const { group } = importing
    await group.member('adam', 'fi', 'admin')
    await expect(found('0013000000DoYGd', 'adam')).rejects.toMatchObject({ code: 'not-allowed' })
    const done = await importing.import({
      mapping: mapping.replace('source: salesforce', 'source: other'),
      files: {
        ...files,
        accounts: textFile('a.csv', 'id,name\nX-1,Varvet\n'),
        deals: textFile('d.csv', 'id,account,name\n'),
      },
    })
    expect(await found('X-1')).toEqual([['other', 'customer', 'Varvet', undefined]])
    await importing.undo(done.import)
    expect(await found('X-1')).toEqual([])
  })
})
