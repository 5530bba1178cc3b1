/** Contacts by walks through the whole: posts, roles, consents, who knows them, and how they were then. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { JsonObject, QueryContext, Recorded } from '#kernel'
import { defineQuery, defineSlice, NoQuery } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { businessOf } from '../business.js'
import { customersView } from '../customers/customers.view.js'
import { slices } from '../slices.js'
import { type Person, peopleOf } from './people.queries.js'

class People {
  people!: Person[]
}

/** A customer's people as any page may show them. */
const peopleQuery = defineQuery({
  name: 'people-of-customer',
  about: 'Who works there.',
  route: '/test/people/:id',
  query: NoQuery,
  answer: People,
  past: { param: 'id', of: customersView },
  read: async (ask: QueryContext) => ({ people: await peopleOf(ask.params.id ?? '', ask) }),
})

let group: TestGroup
let hotel: string
let clinic: string
let ilona: string

const register = async (name: string) => (await group.do('customer', 'register', { name }, { as: 'aino' })).id
const contact = (command: string, body: object, options: { as?: string; at?: string } = {}) =>
  group.do('contact', command, body, { id: ilona, as: 'aino', ...options })
const shown = (options: object = {}) => group.ask('contact', { id: ilona }, { as: 'aino', ...options })
const peopleAt = async (customer: string, options: object = {}) =>
  (await group.ask<People>('people-of-customer', { id: customer }, { as: 'aino', ...options })).people
const post = (customer: string, more: object = {}) => ({
  customer,
  title: 'Chef',
  level: 'operational',
  since: '2025-01-01',
  ...more,
})

beforeEach(async () => {
  group = await (
    await TestGroup.open({
      business: businessOf([...slices, defineSlice({ name: 'test', about: 'People.', queries: [peopleQuery] })]),
    })
  ).found()
  hotel = await register('Hotelli Merituuli')
  clinic = await register('Klinikka Kuusama')
  const person = { name: 'Ilona Meritähti', mail: 'ilona@merituuli.example' }
  ilona = (await group.do('contact', 'register', person, { as: 'aino', at: '2025-01-01' })).id
  await contact('startPost', post(hotel), { at: '2025-01-01' })
})
afterEach(() => group.close())

describe('a contact', () => {
  it('has a post, roles in it and consents', async () => {
    await contact('setBuyingRoles', { customer: hotel, roles: ['user', 'champion'] })
    await contact('giveConsent', { purpose: 'newsletter', channel: 'email', evidence: 'Card at the fair.' })
    expect(await shown()).toMatchObject({
      name: 'Ilona Meritähti',
      posts: [
        {
          customer: { id: hotel, name: 'Hotelli Merituuli' },
          title: 'Chef',
          roles: ['user', 'champion'],
          current: true,
        },
      ],
      consents: [{ purpose: 'newsletter', evidence: 'Card at the fair.' }],
      knownBy: [],
      erased: false,
    })
    await contact('withdrawConsent', { purpose: 'newsletter', channel: 'email' })
    expect(await shown()).toMatchObject({ consents: [{ withdrawn: expect.any(String) }] })
  })

  it('changes employer, and both know it then and now', async () => {
    await contact('endPost', { customer: hotel, until: '2025-12-31' }, { at: '2025-12-31' })
    await contact('startPost', post(clinic, { title: 'Purchasing', level: 'strategic', since: '2026-01-07' }), {
      at: '2026-01-07',
    })
    expect(await peopleAt(hotel)).toMatchObject([
      { name: 'Ilona Meritähti', title: 'Chef', current: false, until: '2025-12-31' },
    ])
    expect(await peopleAt(clinic)).toMatchObject([{ name: 'Ilona Meritähti', title: 'Purchasing', current: true }])
    expect(await peopleAt(hotel, { asOf: '2025-06-01' })).toMatchObject([{ current: true, name: 'Ilona Meritähti' }])
    expect(await peopleAt(clinic, { asOf: '2025-06-01' })).toEqual([])
    expect(await shown({ asOf: '2025-06-01' })).toMatchObject({ posts: [{ customer: { id: hotel }, current: true }] })
  })

  it('has a post until the day on which its end is said, where the group is', async () => {
    await contact('endPost', { customer: hotel }, { at: '2026-02-28' })
    expect(await shown()).toMatchObject({ posts: [{ until: '2026-02-28', current: false }] })
    expect(await peopleAt(hotel)).toMatchObject([{ until: '2026-02-28' }])
  })

  it('has a post from its first day, where the group is', async () => {
    await contact('startPost', post(clinic, { since: '2026-03-03' }))
    group.time = '2026-03-02T21:59:00.000Z'
    expect(await peopleAt(clinic)).toMatchObject([{ current: false }])
    group.time = '2026-03-02T22:00:00.000Z'
    expect(await peopleAt(clinic)).toMatchObject([{ current: true }])
    expect(await shown()).toMatchObject({
      posts: [{ customer: { id: hotel } }, { customer: { id: clinic }, current: true }],
    })
  })

  it('has a post whose title, site and level change, each by what was seen', async () => {
    const changed = { title: { was: 'Chef', is: 'Head of purchasing' }, level: { was: 'operational', is: 'strategic' } }
    await contact('changePost', { customer: hotel, ...changed, site: { is: 'main-kitchen' } })
    const post = { title: 'Head of purchasing', level: 'strategic', site: 'main-kitchen', since: '2025-01-01' }
    expect(await shown()).toMatchObject({ posts: [post] })
    expect(await peopleAt(hotel)).toMatchObject([post])
    await contact('changePost', { customer: hotel, site: { was: 'main-kitchen' } })
    expect((await peopleAt(hotel))[0]?.site).toBeUndefined()
    expect(await contact('changePost', { customer: hotel, ...changed })).toMatchObject({ events: [] })
    await expect(contact('changePost', { customer: hotel, title: { was: 'Chef' } })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
  })

  it('is edited field by field, by what was seen', async () => {
    await contact('edit', { mail: { was: 'ilona@merituuli.example', is: 'i@merituuli.example' } })
    expect(await shown()).toMatchObject({ mail: 'i@merituuli.example' })
    await expect(
      contact('edit', { mail: { was: 'ilona@merituuli.example', is: 'x@y.example' } }),
    ).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await contact('edit', { mail: { was: 'i@merituuli.example' } })
    expect((await shown()).mail).toBeUndefined()
  })

  it('has the address of a link that begins a message', async () => {
    await contact('edit', {
      mail: { was: 'mailto:ilona@merituuli.example', is: 'mailto:i@merituuli.example?subject=a' },
    })
    expect(await shown()).toMatchObject({ mail: 'i@merituuli.example' })
    const asked = { name: 'Kaisa Myllylä', mail: 'MAILTO:kaisa@merituuli.example' }
    const { id } = await group.do('contact', 'register', asked, { as: 'aino' })
    expect(await group.ask('contact', { id }, { as: 'aino' })).toMatchObject({ mail: 'kaisa@merituuli.example' })
  })

  it('tells who of us knows them, by what we did together', async () => {
    const met = (kind: string, body: object = {}, as = 'aino') =>
      group.do(
        'touchpoint',
        `record-${kind}`,
        { customers: [hotel], unit: as === 'bengt' ? 'se' : 'fi', contacts: [ilona], ...body },
        { as },
      )
    await met('meeting', { members: ['eero'] })
    group.time = '2026-03-02T09:00:00.000Z'
    await met('phone-call', {}, 'bengt')
    await met('private-note', { note: 'Wait.' })
    expect(await shown()).toMatchObject({
      touches: 2,
      lastTouch: '2026-03-02T09:00:00.000Z',
      knownBy: [
        { member: 'bengt', unit: { id: 'se', name: 'SE' }, touches: 1, function: 'sales' },
        { member: 'aino', unit: { id: 'fi', name: 'FI' }, touches: 1 },
        { member: 'eero', touches: 1 },
      ],
    })
    expect(await peopleAt(hotel)).toMatchObject([{ touches: 2, knownBy: { bengt: { touches: 1 } } }])
  })
})

describe('a consent', () => {
  const any = { purpose: 'newsletter', channel: 'any' }
  const consents = async () => (await shown()).consents as JsonObject[]
  const takeBack = (channel: string) => contact('withdrawConsent', { purpose: 'newsletter', channel })

  it('for any channel is taken back for one, and for all', async () => {
    await contact('giveConsent', any)
    await takeBack('email')
    expect(await consents()).toMatchObject([{ ...any, except: ['email'], given: expect.any(String) }])
    await expect(takeBack('email')).rejects.toMatchObject({ code: 'consent-not-given' })
    await takeBack('any')
    expect(await consents()).toMatchObject([{ withdrawn: expect.any(String) }])
  })

  it('for any channel is over once each is taken back', async () => {
    await contact('giveConsent', any)
    for (const channel of ['letter', 'email', 'text-message', 'phone']) await takeBack(channel)
    expect(await consents()).toMatchObject([{ withdrawn: expect.any(String) }])
    await expect(takeBack('any')).rejects.toMatchObject({ code: 'consent-not-given' })
  })

  it('for one channel is taken back with all of its purpose', async () => {
    await contact('giveConsent', { purpose: 'newsletter', channel: 'phone' })
    await contact('giveConsent', { purpose: 'surveys', channel: 'phone' })
    await takeBack('any')
    expect(await consents()).toMatchObject([{ withdrawn: expect.any(String) }, { purpose: 'surveys' }])
  })

  it('is said once, unless there is more to say of it', async () => {
    await contact('giveConsent', any)
    expect(await contact('giveConsent', any)).toMatchObject({ events: [] })
    await contact('giveConsent', { ...any, evidence: 'Card at the fair.' })
    await takeBack('email')
    await contact('giveConsent', any)
    const [given, ...more] = await consents()
    expect([given?.withdrawn, given?.except, more]).toEqual([undefined, undefined, []])
    expect(given).toMatchObject({ ...any, given: expect.any(String) })
  })
})

describe('rules of contacts', () => {
  it.each([
    ['a second post at one customer', 'post-held-already', () => contact('startPost', post(hotel))],
    ['a post at nobody known', 'post-customer-unknown', () => contact('startPost', post('nobody'))],
    ['an end where there is no post', 'post-not-held', () => contact('endPost', { customer: clinic })],
    [
      'an end before the start',
      'post-ends-before-start',
      () => contact('endPost', { customer: hotel, until: '2024-12-31' }),
    ],
    [
      'an end of no stated day before the start',
      'post-ends-before-start',
      async () => {
        await contact('startPost', post(clinic, { since: '2026-02-01' }), { at: '2026-01-15' })
        await contact('endPost', { customer: clinic }, { at: '2026-01-31' })
      },
    ],
    ['an end ahead', 'post-ends-ahead', () => contact('endPost', { customer: hotel, until: '2026-03-02' })],
    [
      'a change where there is no post',
      'post-not-held',
      () => contact('changePost', { customer: clinic, level: { was: 'operational', is: 'strategic' } }),
    ],
    [
      'a post without a level',
      'post-without-level',
      () => contact('changePost', { customer: hotel, level: { was: 'operational' } }),
    ],
    [
      'a role where there is no post',
      'post-not-held',
      () => contact('setBuyingRoles', { customer: clinic, roles: [] }),
    ],
    [
      'a consent never given',
      'consent-not-given',
      () => contact('withdrawConsent', { purpose: 'surveys', channel: 'any' }),
    ],
    ['a name taken away', 'contact-without-name', () => contact('edit', { name: { was: 'Ilona Meritähti' } })],
    [
      'a contact not known',
      'contact-unknown',
      () => group.do('contact', 'startPost', post(hotel), { id: 'nobody', as: 'aino' }),
    ],
    ['registering again', 'contact-exists', () => contact('register', { name: 'Sture Fjällsten' })],
  ])('refuse %s', async (_, code, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ code })
  })

  it('record nothing where nothing changes', async () => {
    expect(await contact('setBuyingRoles', { customer: hotel, roles: [] })).toMatchObject({ events: [] })
  })
})

describe('a post at a customer that was merged', () => {
  let chain: string
  let merged: Recorded

  beforeEach(async () => {
    chain = await register('Ketju')
    merged = await group.do('merge', 'merge', { into: chain }, { id: hotel, as: 'stella' })
  })
  const unmerge = () => group.correct(merged.stream, merged.events[0]?.id ?? '', { as: 'stella' })
  const rows = (customer: string) =>
    group.ask<{ rows: { customers: { id: string }[] }[] }>('contacts', {}, { as: 'aino', query: { customer } })

  it('is held at the one that stands for it, once', async () => {
    expect(await shown()).toMatchObject({ posts: [{ customer: { id: chain, name: 'Ketju' } }] })
    await expect(contact('startPost', post(chain))).rejects.toMatchObject({ code: 'post-held-already' })
    await contact('startPost', post(clinic))
  })

  it('is given roles, and ended, under either id', async () => {
    await contact('setBuyingRoles', { customer: chain, roles: ['user'] })
    expect(await shown()).toMatchObject({ posts: [{ roles: ['user'] }] })
    expect(await contact('setBuyingRoles', { customer: hotel, roles: ['user'] })).toMatchObject({ events: [] })
    await contact('endPost', { customer: chain, until: '2026-02-01' })
    expect(await shown()).toMatchObject({ posts: [{ customer: { id: chain }, until: '2026-02-01' }] })
    await unmerge()
    expect(await shown()).toMatchObject({ posts: [{ customer: { id: hotel }, roles: ['user'], until: '2026-02-01' }] })
  })

  it('is ended where it is named, where there are two', async () => {
    await unmerge()
    await contact('startPost', post(chain))
    await group.correct(merged.stream, merged.events[0]?.id ?? '', { as: 'stella', body: { into: chain } })
    await contact('endPost', { customer: hotel, until: '2026-02-01' })
    await contact('endPost', { customer: hotel, until: '2026-02-02' })
    expect(await shown()).toMatchObject({ posts: [{ until: '2026-02-01' }, { until: '2026-02-02' }] })
  })

  it('is changed by those whose units deal with the customer', async () => {
    await group.do('touchpoint', 'record-note', { customers: [chain], unit: 'fi', note: 'Hello.' }, { as: 'aino' })
    await expect(contact('endPost', { customer: hotel }, { as: 'bengt' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await contact('endPost', { customer: hotel })
  })

  it('is found by each of the customer’s ids, and lost when the merge is taken back', async () => {
    for (const id of [chain, hotel]) expect(await rows(id)).toMatchObject({ rows: [{ customers: [{ id: chain }] }] })
    await unmerge()
    expect(await rows(chain)).toMatchObject({ rows: [] })
    expect(await rows(hotel)).toMatchObject({ rows: [{ customers: [{ id: hotel }] }] })
  })
})

describe('the list of contacts', () => {
  const list = async (query: object = {}, options: object = {}) =>
    (
      await group.ask<{ rows: { name?: unknown; customers: string[] }[] }>(
        'contacts',
        {},
        { as: 'aino', query, ...options },
      )
    ).rows

  beforeEach(async () => {
    await group.do('contact', 'register', { name: 'Åke Öman' }, { as: 'bengt' })
    await group.do('contact', 'register', { name: 'Anna Ilonen' }, { as: 'bengt' })
  })

  it('is by name, in the order of the group’s language', async () => {
    expect((await list()).map(({ name }) => name)).toEqual(['Anna Ilonen', 'Ilona Meritähti', 'Åke Öman'])
  })

  it('begins at any place, of what the reader sees alone', async () => {
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    await group.do('touchpoint', 'record-note', { customers: [hotel], unit: 'fi', note: 'Hello.' }, { as: 'aino' })
    for (const [as, count] of [['bengt', 2] as const, ['greta', 3] as const]) {
      const all = await list({}, { as })
      expect(all).toHaveLength(count)
      for (const skip of [1, 2, all.length]) {
        expect(await list({ limit: 1, skip }, { as })).toEqual(all.slice(skip, skip + 1))
        expect(await list({ limit: 2, skip }, { as })).toEqual(all.slice(skip, skip + 2))
      }
    }
  })

  it('is searched by the beginnings of names, without case and accents', async () => {
    expect((await list({ search: 'ilon' })).map(({ name }) => name)).toEqual(['Anna Ilonen', 'Ilona Meritähti'])
    expect(await list({ search: 'merit' })).toMatchObject([
      { name: 'Ilona Meritähti', customers: [{ id: hotel }], title: 'Chef' },
    ])
  })

  it('follows a change of name', async () => {
    await contact('edit', { name: { was: 'Ilona Meritähti', is: 'Ilona Vuorela' } })
    expect([(await list({ search: 'meritä' })).length, (await list({ search: 'vuorela' })).length]).toEqual([0, 1])
  })

  it('is of one customer when asked', async () => {
    expect(await list({ customer: hotel })).toHaveLength(1)
    expect(await list({ customer: clinic })).toEqual([])
  })

  it('is refused of a customer that is not there', async () => {
    const problems = [{ path: 'customer', code: 'not-known' }]
    await expect(list({ customer: 'nobody' })).rejects.toMatchObject({ problems })
  })

  it('finds people for whoever gives a reason where one is needed', async () => {
    for (const query of [{}, { search: 'ilona' }])
      await expect(list(query, { as: 'audun' })).rejects.toMatchObject({ code: 'reason-needed' })
    expect(await list({ search: 'ilona' }, { as: 'audun', reason: 'Complaint 17' })).toHaveLength(1)
    await expect(list({}, { as: 'adam' })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('leaves out people of others’ customers where history is not shared', async () => {
    await group.do('touchpoint', 'record-note', { customers: [hotel], unit: 'fi', note: 'Hello.' }, { as: 'aino' })
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    expect((await list({ search: 'ilona' }, { as: 'bengt' })).length).toBe(0)
    expect((await list({ search: 'ilona' }, { as: 'aino' })).length).toBe(1)
    await expect(shown({ as: 'bengt' })).rejects.toMatchObject({ code: 'not-found' })
  })
})
