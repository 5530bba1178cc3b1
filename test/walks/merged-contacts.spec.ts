/** Two records of one person: one in every list and view, two in the past before, and two again once that is taken back. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { ContactAnswer } from '#crm/contacts/contact.query.js'
import { contactsView } from '#crm/contacts/contacts.view.js'
import type { ContactMergesAnswer } from '#crm/pages/customers/merges/contact-merges.query.js'
import type { Recorded } from '#kernel'
import { erasePerson } from '#operations/persons/erase-person.js'
import { exportPerson } from '#operations/persons/export-person.js'
import { finishErasures } from '#operations/persons/finish-erasures.js'
import { tableOf } from '#read-models/rows/tables.js'
import type { CustomerAnswer } from '#test/harness/customer-page.js'
import { TestGroup } from '../harness/group.js'
import { verified } from '../harness/verified.js'

let group: TestGroup
let [hotel, ilona, twin] = ['', '', '']

const contact = (command: string, body: object, id: string, options: { at?: string; key?: string } = {}) =>
  group.do('contact', command, body, { id, as: 'aino', ...options })
const merge = (id: string, into: string, as = 'stella') => group.do('contactmerge', 'merge', { into }, { id, as })
const unmerge = (merged: Recorded) => group.correct(merged.stream, merged.events[0]?.id ?? '', { as: 'stella' })
const shown = (id: string, options: object = {}) =>
  group.ask<ContactAnswer>('contact', { id }, { as: 'aino', ...options })
const people = async (options: object = {}) =>
  (await group.ask<CustomerAnswer>('customer', { id: hotel }, { as: 'aino', ...options })).parts?.people
const note = async (text: string, contacts: string[]) =>
  (
    await group.do(
      'touchpoint',
      'record-note',
      { customers: [hotel], unit: 'fi', contacts, note: text },
      { as: 'aino' },
    )
  ).id
const post = (more: object = {}) => ({ customer: hotel, level: 'operational', since: '2025-01-01', ...more })

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli' }, { as: 'aino' })).id
  ilona = (await group.do('contact', 'register', { name: 'Ilona Meritähti', mail: 'i@m.example' }, { as: 'aino' })).id
  twin = (await group.do('contact', 'register', { name: 'I. Meritähti', phone: '050 5550142' }, { as: 'aino' })).id
  await contact('startPost', post({ title: 'Chef' }), ilona)
  await contact('startPost', post({ since: '2024-01-01', site: 'main-kitchen' }), twin)
  await note('She asked for drawings.', [ilona])
  await note('She called again.', [twin])
})
afterEach(async () => {
  expect((await verified(group)).differences).toEqual([])
  await group.close()
})

describe('a person with two records', () => {
  it('is one, whichever id is asked for: own fields first, gaps filled, one post, all touches', async () => {
    const before = String(await group.log.head())
    await merge(twin, ilona)
    const one = {
      id: ilona,
      name: 'Ilona Meritähti',
      mail: 'i@m.example',
      phone: '+358505550142',
      touches: 2,
      posts: [{ customer: { id: hotel }, title: 'Chef', site: 'main-kitchen', since: '2024-01-01', current: true }],
      mergedFrom: [{ id: twin, name: 'I. Meritähti' }],
    }
    expect(await shown(ilona)).toMatchObject(one)
    expect(await shown(twin)).toMatchObject({ ...one, askedFor: twin })
    expect(await people()).toMatchObject([{ contact: ilona, title: 'Chef', knownBy: [{ id: 'aino', touches: 2 }] }])
    const listed = await group.ask<{ rows: { id: string }[] }>(
      'contacts',
      {},
      { as: 'aino', query: { search: 'meri' } },
    )
    expect(listed.rows.map(({ id }) => id)).toEqual([ilona])
    expect(await people({ knownAt: before })).toHaveLength(2)
    expect(await shown(twin, { knownAt: before })).toMatchObject({
      id: twin,
      name: 'I. Meritähti',
      touches: 1,
      mergedFrom: [],
    })
  })

  it('has one timeline, and both ids find it in that of the customer', async () => {
    await merge(twin, ilona)
    const { rows } = await group.ask<{ rows: { contacts?: string[]; kind: string }[] }>(
      'contact-timeline',
      { id: twin },
      { as: 'aino' },
    )
    expect(rows.filter(({ kind }) => kind === 'note').map(({ contacts }) => contacts)).toMatchObject([
      [{ id: ilona }],
      [{ id: ilona }],
    ])
    for (const id of [ilona, twin]) {
      const query = { contact: id, kind: 'note' }
      const found = await group.ask<{ rows: object[] }>('timeline', { id: hotel }, { as: 'aino', query })
      expect(found.rows).toHaveLength(2)
    }
  })

  it('is decided about as one: edited as it shows, with one post, which ends for both records', async () => {
    await merge(twin, ilona)
    const edited = await contact('edit', { phone: { was: '+358505550142', is: '+358505550199' } }, twin)
    expect([edited.stream, (await shown(twin)).phone]).toEqual([`contact-${ilona}`, '+358505550199'])
    await expect(contact('startPost', post(), twin)).rejects.toMatchObject({ code: 'post-held-already' })
    await contact('changePost', { customer: hotel, site: { was: 'main-kitchen' } }, ilona)
    await contact('setBuyingRoles', { customer: hotel, roles: ['buyer'] }, twin)
    expect((await shown(ilona)).posts).toMatchObject([{ roles: ['buyer'] }])
    expect((await shown(ilona)).posts[0]?.site).toBeUndefined()
    await contact('endPost', { customer: hotel, until: '2026-02-01' }, twin)
    expect((await shown(ilona)).posts).toMatchObject([{ until: '2026-02-01', current: false }])
    await contact('startPost', post({ since: '2026-02-02' }), ilona)
  })

  it('is two again once that is taken back, each with its own; what was said of both stays with the one asked', async () => {
    const [one, other] = [await shown(ilona), await shown(twin)]
    const merged = await merge(twin, ilona)
    await contact('endPost', { customer: hotel, until: '2026-02-01' }, twin)
    await note('Meanwhile.', [twin])
    await unmerge(merged)
    expect(await shown(twin)).toMatchObject({ name: 'I. Meritähti', touches: 2, posts: other.posts })
    expect(await shown(ilona)).toMatchObject({ ...one, posts: [{ until: '2026-02-01' }] })
    const merges = async (as: string) => group.ask<ContactMergesAnswer>('contact-merges', {}, { as })
    const [row] = (await merges('stella')).rows
    expect(row).toMatchObject({
      contact: { name: 'I. Meritähti' },
      into: { name: 'Ilona Meritähti' },
      status: 'taken-back',
    })
    expect(row?.recorded.map(({ kind }) => kind)).toEqual(['contact.post-ended', 'contact.post-ended'])
    await expect(merges('aino')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is merged by a steward alone, who no longer suspects it then', async () => {
    await contact('edit', { mail: { is: 'I@m.example' } }, twin)
    const suspected = async () => (await group.ask<{ total: number }>('contact-duplicates', {}, { as: 'stella' })).total
    expect(await suspected()).toBe(1)
    await expect(merge(twin, ilona, 'aino')).rejects.toMatchObject({ code: 'not-allowed' })
    const merged = await merge(twin, ilona)
    expect(await suspected()).toBe(0)
    await unmerge(merged)
    expect(await suspected()).toBe(1)
  })
})

describe('an erasure of one of two merged records', () => {
  const erase = (id: string) => erasePerson(id, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
  const noteOf = async (id: string) => JSON.stringify(await group.ask('touchpoint', { id }, { as: 'aino' }))

  it('is one of the person: whatever either record holds, and what names both', async () => {
    const sture = (await group.do('contact', 'register', { name: 'Sture' }, { as: 'aino' })).id
    const both = await note('Pelargonia.', [ilona, twin])
    const shared = await note('Sinivuokko.', [twin, sture])
    const merged = await merge(twin, ilona)
    const { facts } = await exportPerson(twin, { by: group.viewer('stella') }, group.rights())
    expect(facts.filter((fact) => fact.shared)).toHaveLength(1)
    const { withheld } = await erase(twin)
    expect(withheld).toEqual([`touchpoint-${shared}`])
    expect(await shown(ilona)).toMatchObject({ erased: true, touches: 4 })
    expect(await noteOf(both)).not.toContain('Pelargonia')
    await unmerge(merged)
    for (const id of [ilona, twin]) expect(await shown(id)).toMatchObject({ erased: true })
    expect(await finishErasures(tableOf(contactsView), group.rights())).toEqual([])
    await expect(merge(twin, ilona)).rejects.toMatchObject({ code: 'person-erased' })
    await expect(note('Again.', [twin])).rejects.toMatchObject({ code: 'person-erased' })
  })
})
