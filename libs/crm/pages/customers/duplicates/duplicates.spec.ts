/** Pairs that may be one, with their reasons, for stewards: customers and contacts, until they are dismissed or merged. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { erasePerson } from '#operations/persons/erase-person.js'
import { TestGroup } from '#test/harness/group.js'
import type { ContactDuplicatesAnswer } from './contact-duplicates.query.js'
import type { CustomerDuplicatesAnswer } from './customer-duplicates.query.js'

let group: TestGroup

const customer = async (name: string, more: object = {}) =>
  (await group.do('customer', 'register', { name, ...more }, { as: 'aino' })).id
const contact = async (name: string, more: object = {}) =>
  (await group.do('contact', 'register', { name, ...more }, { as: 'aino' })).id
const claim = (scheme: string, value: string, of: string) =>
  group.do('identifier', 'claim', { scheme, value, customer: of }, { as: 'aino' })
const customers = async (as = 'stella', query: object = {}, reason?: string) =>
  group.ask<CustomerDuplicatesAnswer>('customer-duplicates', {}, { as, query, reason })
const contacts = async (as = 'stella', query: object = {}, reason?: string) =>
  group.ask<ContactDuplicatesAnswer>('contact-duplicates', {}, { as, query, reason })
const said = ({ rows }: { rows: { one: { name?: unknown }; other: { name?: unknown }; reasons: string[] }[] }) =>
  rows.map(({ one, other, reasons }) => [...[one.name, other.name].sort(), ...[...reasons].sort()].join(' · '))

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
})
afterEach(() => group.close())

describe('customers that may be one', () => {
  it('have one name and one number, however both are written', async () => {
    await customer('Merituuli Oy', { phone: '050 555 0142' })
    await customer('MERITUULI OYJ', { phone: '+358 (0)50 5550142' })
    await customer('Aamu Oy', { phone: '050 555 0142' })
    expect(said(await customers())).toEqual(['MERITUULI OYJ · Merituuli Oy · name · phone'])
  })

  it('have a business id and the VAT id that contains it', async () => {
    const inputs = [
      ['1234567-1', 'FI12345671'],
      ['912 345 678', 'NO912345678MVA'],
      ['556677-8899', 'SE556677889901'],
    ]
    for (const [at, [business = '', vat = '']] of inputs.entries()) {
      await claim('business-id', business, await customer(`Yksi ${at}`))
      await claim('vat-id', vat, await customer(`Toinen ${at}`))
    }
    const rows = said(await customers())
    expect(rows.sort()).toEqual([0, 1, 2].map((at) => `Toinen ${at} · Yksi ${at} · identifier`))
  })

  it('are no pair by a name, a number or a town alone, nor once they are said to be two', async () => {
    const one = await customer('Hotelli Aamu', { city: 'Turku' })
    const other = await customer('Hotelli Aamu Oy', { city: 'turku' })
    await customer('Hotelli Aamu', { city: 'Oulu' })
    expect(said(await customers())).toEqual(['Hotelli Aamu · Hotelli Aamu Oy · city · name'])
    await group.do('customer', 'dismissDuplicate', { of: one }, { id: other, as: 'aino' })
    expect(await customers()).toMatchObject({ rows: [], total: 0 })
    await group.do('customer', 'suspectDuplicate', { of: one, because: 'name' }, { id: other, as: 'aino' })
    expect(said(await customers())).toEqual(['Hotelli Aamu · Hotelli Aamu Oy · city · name · said'])
    await group.do('merge', 'merge', { into: one }, { id: other, as: 'stella' })
    expect((await customers()).total).toBe(0)
  })

  it('have one website, however it is typed', async () => {
    const sites = ['https://www.aamu.example/fi', 'www.aamu.example', 'AAMU.example/', 'http://aamu.example']
    for (const website of sites) await customer('Hotelli Aamu', { website })
    await customer('Hotelli Aamu', { website: 'www.aamunen.example' })
    const rows = said(await customers())
    expect(rows).toEqual(Array.from({ length: 6 }, () => 'Hotelli Aamu · Hotelli Aamu · name · website'))
  })

  it('are told by what they are called and numbered by now', async () => {
    const one = await customer('Hotelli Aamu', { city: 'Turku', phone: '050 555 0142' })
    const other = await customer('Hotelli Ilta', { city: 'Turku' })
    expect((await customers()).total).toBe(0)
    const edit = (id: string, change: object) => group.do('customer', 'edit', change, { id, as: 'aino' })
    await edit(other, { name: { was: 'Hotelli Ilta', is: 'Aamu Hotelli Oy' } })
    expect((await customers()).total).toBe(0)
    await edit(other, { name: { was: 'Aamu Hotelli Oy', is: 'Hotelli Aamu Oy' } })
    expect(said(await customers())).toEqual(['Hotelli Aamu · Hotelli Aamu Oy · city · name'])
    await edit(other, { phone: { is: '+358 50 5550142' }, city: { was: 'Turku', is: 'Oulu' } })
    expect(said(await customers())).toEqual(['Hotelli Aamu · Hotelli Aamu Oy · name · phone'])
    await claim('business-id', '1234567-1', one)
    await claim('vat-id', 'FI12345671', other)
    expect(said(await customers())).toEqual(['Hotelli Aamu · Hotelli Aamu Oy · identifier · name · phone'])
  })

  it('are told in a town of many, and not by a name that is everybody’s', async () => {
    for (let at = 0; at < 14; at++) await customer(`Hotelli ${at}`, { city: 'Helsinki' })
    await customer('Hotelli 3 Oy', { city: 'Helsinki' })
    expect(said(await customers())).toEqual(['Hotelli 3 · Hotelli 3 Oy · city · name'])
    for (let at = 0; at < 13; at++) await customer('Ravintola', { city: 'Turku' })
    expect((await customers()).total).toBe(1)
  })

  it('come page after page', async () => {
    for (const name of ['Aamu', 'Ilta', 'Yö'])
      for (const form of ['Oy', 'Ab']) await customer(`${name} ${form}`, { city: name })
    const first = await customers('stella', { limit: 2 })
    const second = await customers('stella', { limit: 2, cursor: first.next })
    expect([first.total, said(first).length, said(second).length, second.next]).toEqual([3, 2, 1, undefined])
    const passedOver = await customers('stella', { limit: 2, skip: 1 })
    expect(said(passedOver)).toEqual([...said(first), ...said(second)].slice(1))
    expect(await customers('stella', { skip: 10_000_000 })).toMatchObject({ rows: [], total: 3 })
    await expect(customers('stella', { cursor: 'a b' })).rejects.toMatchObject({ name: 'BadCursor' })
  })
})

describe('contacts that may be one', () => {
  it('have one mailbox in three spellings', async () => {
    for (const [name, mail] of [
      ['Ilona M', 'ilona@merituuli.example'],
      ['I. Meritähti', 'Ilona@Merituuli.example'],
      ['Ilona', 'ilona+crm@merituuli.example'],
    ])
      await contact(name ?? '', { mail })
    const answer = await contacts()
    expect([answer.total, answer.rows.map(({ reasons }) => reasons)]).toEqual([3, [['mail'], ['mail'], ['mail']]])
  })

  it('have one name, and a number or a customer, until they are said to be two', async () => {
    const hotel = await customer('Hotelli')
    const [one, other] = [await contact('Sture Fjällsten', { phone: '050 5550142' }), await contact('FJÄLLSTEN, Sture')]
    await contact('Sture Fjällsten')
    await contact('Ilona', { phone: '+358505550142' })
    const post = { customer: hotel, level: 'operational', since: '2025-01-01' }
    for (const id of [one, other]) await group.do('contact', 'startPost', post, { id, as: 'aino' })
    expect(said(await contacts())).toEqual(['FJÄLLSTEN, Sture · Sture Fjällsten · customer · name'])
    await group.do('contact', 'dismissDuplicate', { of: one }, { id: other, as: 'aino' })
    expect((await contacts()).total).toBe(0)
  })
})

describe('contacts of one name', () => {
  it('are a pair where many work, after their customers were merged, and not once one of them is erased', async () => {
    const [hotel, inn] = [await customer('Hotelli'), await customer('Majatalo')]
    const post = (at: string) => ({ customer: at, level: 'operational', since: '2025-01-01' })
    for (let at = 0; at < 13; at++)
      await group.do('contact', 'startPost', post(hotel), { id: await contact(`Ilona ${at}`), as: 'aino' })
    const [one, other] = [await contact('Sture Fjällsten'), await contact('FJÄLLSTEN, Sture')]
    await group.do('contact', 'startPost', post(hotel), { id: one, as: 'aino' })
    await group.do('contact', 'startPost', post(inn), { id: other, as: 'aino' })
    expect((await contacts()).total).toBe(0)
    await group.do('merge', 'merge', { into: hotel }, { id: inn, as: 'stella' })
    expect(said(await contacts())).toEqual(['FJÄLLSTEN, Sture · Sture Fjällsten · customer · name'])
    await erasePerson(one, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    expect((await contacts()).total).toBe(0)
  })
})

describe('suspected pairs', () => {
  it('are for stewards, and for auditors who give a reason', async () => {
    await customer('Merituuli Oy', { phone: '050 555 0142' })
    await customer('Merituuli Ab', { phone: '050 555 0142' })
    for (const [name, mail] of Object.entries({ A: 'a@b.example', B: 'A@b.example' })) await contact(name, { mail })
    for (const query of [customers, contacts])
      await expect(query('aino')).rejects.toMatchObject({ code: 'not-allowed' })
    expect([(await customers('greta')).total, (await contacts('greta')).total]).toEqual([1, 1])
    for (const query of [customers, contacts]) {
      await expect(query('audun')).rejects.toMatchObject({ code: 'reason-needed' })
      expect((await query('audun', {}, 'Complaint 7')).total).toBe(1)
    }
  })
})

describe('telephone numbers', () => {
  it('are recorded in one form by the country where they are typed, and found however they are typed', async () => {
    const id = await contact('Ilona', { phone: '050 555 0142' })
    expect(await group.ask('contact', { id }, { as: 'aino' })).toMatchObject({ phone: '+358505550142' })
    for (const text of ['0505550142', '+358 50 555 0142', '(050) 5550142', '00358505550142'])
      expect(await group.ask('contacts', {}, { as: 'aino', query: { search: text } })).toMatchObject({ rows: [{ id }] })
    const before = await group.log.head()
    await group.do('contact', 'edit', { phone: { was: '050 5550142', is: '+358 (0)50 555 0142' } }, { id, as: 'aino' })
    expect(await group.log.head()).toBe(before)
    await group.do('contact', 'edit', { phone: { was: '0505550142', is: '08-123 456 78' } }, { id, as: 'bengt' })
    expect(await group.ask('contact', { id }, { as: 'aino' })).toMatchObject({ phone: '+46812345678' })
  })
})
