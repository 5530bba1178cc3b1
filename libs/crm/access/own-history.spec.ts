/** What a member sees of other units where each unit reads its own history: which customers they have, and nothing they did. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CustomerAnswer } from '#test/harness/customer-page.js'
import { TestGroup } from '#test/harness/group.js'
import { pagesOf } from '#test/harness/pages-of.js'
import { business } from '../business.js'
import type { ContactAnswer } from '../contacts/contact.query.js'
import type { ContactsAnswer } from '../contacts/contacts.query.js'
import type { BriefAnswer } from '../pages/brief/brief.query.js'
import type { CustomersAnswer } from '../pages/customers/customers.query.js'
import type { ReplayAnswer } from '../pages/timeline/replay.query.js'

let group: TestGroup
let hotel: string
let clinic: string

const register = async (name: string) =>
  (await group.do('customer', 'register', { name, sector: 'hospitality' }, { as: 'aino' })).id
const byUnit = (unit: string) => (unit === 'fi' ? 'aino' : 'bengt')
const note = (customer: string, unit: string, more: object = {}, at?: string) =>
  group.do('touchpoint', 'record-note', { customers: [customer], unit, ...more }, { as: byUnit(unit), at })
const goal = (unit: string, goals: string, at?: string) => note(hotel, unit, { notes: { goals } }, at)
const brief = (as: string) => group.ask<BriefAnswer>('brief', { id: hotel }, { as, query: { language: 'en' } })
const linesOf = ({ sections }: BriefAnswer, topic: string) =>
  sections.find((section) => section.topic === topic)?.lines.map(({ text, quote }) => quote ?? text)

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = await register('Hotelli Merituuli')
  clinic = await register('Klinikka Kuusama')
  await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
})
afterEach(() => group.close())

/** Kept views whose documents are no unit's own. */
const nobodysOwn: Readonly<Record<string, string>> = {
  'other-names': 'names and identifiers tell whether a customer is known already, whoever deals with it',
  people: 'who works at a customer is for every unit that deals with it',
}

describe('every kept view', () => {
  it.each([...business.registry.views.values()].filter(({ kept }) => kept).map((view) => [view.name, view] as const))(
    '%s is gated by unit, shows others an outline or its shared part, or holds nothing of one unit',
    (name, view) => {
      const isGated = 'unit' in view.columns
      const isShared = view.shared !== undefined
      expect([isGated, isShared, name in nobodysOwn].filter(Boolean)).toHaveLength(1)
      if ('units' in view.columns) expect(view.outline.length).toBeGreaterThan(0)
    },
  )
})

describe('a customer of two units', () => {
  it('is briefed with what it told the own unit, however much it told another since', async () => {
    await goal('fi', 'One log.', '2026-02-01T09:00:00Z')
    for (const place of [1, 2]) await goal('se', `Swedish ${place}.`, `2026-02-0${place + 1}T09:00:00Z`)
    expect(linesOf(await brief('aino'), 'said')).toEqual(['One log.'])
    expect(linesOf(await brief('bengt'), 'said')).toEqual(['Swedish 2.', 'Swedish 1.'])
    await goal('fi', 'Two logs.', '2026-02-10T09:00:00Z')
    expect(linesOf(await brief('greta'), 'said')).toEqual(['Two logs.', 'Swedish 2.'])
  })

  it('is briefed with which other units deal with it', async () => {
    await note(hotel, 'fi', { note: 'Ours.' })
    expect(linesOf(await brief('aino'), 'others')).toEqual([])
    await note(hotel, 'se', { note: 'Theirs.' })
    expect(linesOf(await brief('aino'), 'others')).toEqual(['Several units deal with them: Finland and Sweden.'])
  })

  it('is replayed without what the other said or did', async () => {
    const opportunity = { customer: hotel, name: 'Cold room', profile: 'product-sale', stage: 'engaging' }
    const value = { amountMinor: 770_077, currency: 'EUR' }
    await goal('se', 'Swedish.', '2026-02-03T09:00:00Z')
    await group.do('opportunity', 'open', { ...opportunity, unit: 'se', value }, { as: 'bengt' })
    await goal('fi', 'Finnish.', '2026-02-04T09:00:00Z')
    for (const order of ['recorded', 'effective']) {
      const { steps } = await group.ask<ReplayAnswer>('replay', { id: hotel }, { as: 'aino', query: { order } })
      expect(steps.map(({ type }) => type).sort()).toEqual(['customer.registered', 'touchpoint.note'])
      const told = JSON.stringify(steps)
      expect(told).toContain('Finnish.')
      for (const others of ['Swedish.', '2026-02-03T', '770077', '"stages.se"']) expect(told).not.toContain(others)
    }
  })

  describe('in the list', () => {
    const list = async (query: object, as = 'aino') =>
      (await group.ask<CustomersAnswer>('customers', {}, { as, query })).rows.find(({ id }) => id === hotel)

    beforeEach(async () => {
      await note(hotel, 'fi', { note: 'Ours.' }, '2026-02-01T09:00:00Z')
      await note(hotel, 'se', { note: 'Theirs.' }, '2026-02-20T09:00:00Z')
      const change = { from: 'identified', to: 'cooperative', why: 'Known.' }
      await group.do('relationship', 'changeStage', change, { id: `${hotel}.se`, as: 'bengt' })
      for (const unit of ['fi', 'se', 'se']) {
        const value = { amountMinor: 1000, currency: 'EUR' }
        const body = { customer: hotel, unit, name: 'Cold room', profile: 'product-sale', stage: 'engaging', value }
        await group.do('opportunity', 'open', body, { as: byUnit(unit) })
      }
    })

    it('shows what the reader’s units have with it', async () => {
      const shared = { id: hotel, units: [{ id: 'fi' }, { id: 'se' }], sector: 'hospitality' }
      const own = {
        stage: 'identified',
        openOpportunities: 1,
        openGroupMinor: 1000,
        lastTouch: '2026-02-01T09:00:00.000Z',
      }
      expect(await list({})).toMatchObject({ ...shared, ...own })
      expect(await list({ scope: 'fi' })).toMatchObject({ ...shared, ...own })
      const all = {
        stage: 'cooperative',
        openOpportunities: 3,
        openGroupMinor: 3000,
        lastTouch: '2026-02-20T09:00:00.000Z',
      }
      expect(await list({}, 'greta')).toMatchObject({ ...shared, ...all })
    })

    it.each([
      { filter: 'lastTouch ge 2026-02-10T00:00:00Z' },
      { filter: 'sector eq marine or not stage eq cooperative' },
      { sort: '-openGroupMinor' },
      { sort: 'openOpportunities' },
    ])('is not found by what others have with it: %j', async (query) => {
      await expect(list(query)).rejects.toMatchObject({ code: 'needs-all-units' })
      await list(query, 'greta')
    })
  })
})

describe('contacts', () => {
  const contact = async (name: string, customer?: string, unit = 'fi') => {
    const { id } = await group.do('contact', 'register', { name }, { as: byUnit(unit) })
    const post = { customer, title: 'Chef', level: 'operational', since: '2025-01-01' }
    if (customer !== undefined) await group.do('contact', 'startPost', post, { id, as: byUnit(unit) })
    return id
  }
  const list = (query: object, as = 'aino') => group.ask<ContactsAnswer>('contacts', {}, { as, query })

  it('come in full pages, with nobody else in a cursor', async () => {
    await note(hotel, 'fi', { note: 'Ours.' })
    await note(clinic, 'se', { note: 'Theirs.' })
    for (const at of [1, 2, 3]) {
      await contact(`Anna Vieras ${at}`, clinic, 'se')
      await contact(`Berta Oma ${at}`, hotel)
      await contact(`Cecilia Vieras ${at}`, clinic, 'se')
    }
    const seen: unknown[] = []
    for await (const { rows, next } of pagesOf((on) => list({ limit: 2, ...on }))) {
      seen.push(rows.map(({ name }) => name))
      if (next) expect(Buffer.from(next, 'base64url').toString().toLowerCase()).not.toContain('vieras')
    }
    expect(seen).toEqual([['Berta Oma 1', 'Berta Oma 2'], ['Berta Oma 3']])
    expect((await list({ search: 'vieras' })).rows).toEqual([])
    expect((await list({ customer: clinic })).rows).toEqual([])
    expect((await list({ limit: 9 }, 'greta')).rows).toHaveLength(9)
  })

  it('of two units show what the own unit did with them, and their posts at its customers', async () => {
    const ilona = await contact('Ilona Meritähti', hotel)
    const at = { title: 'Advisor', level: 'strategic', since: '2025-02-01' }
    await group.do('contact', 'startPost', { ...at, customer: clinic }, { id: ilona, as: 'aino' })
    await note(hotel, 'fi', { note: 'Ours.', contacts: [ilona], members: ['eero'] }, '2026-02-01T09:00:00Z')
    await note(hotel, 'se', { note: 'Whom do we know here?' }, '2026-02-02T08:00:00Z')
    await note(hotel, 'se', { note: 'Theirs.', contacts: [ilona] }, '2026-02-02T09:00:00Z')
    await note(clinic, 'se', { note: 'Theirs.', contacts: [ilona] }, '2026-02-03T09:00:00Z')
    const asked = async (as: string) => {
      const { touches, lastTouch, knownBy, posts } = await group.ask<ContactAnswer>('contact', { id: ilona }, { as })
      return {
        touches,
        lastTouch,
        knownBy: knownBy.map(({ member }) => member),
        posts: posts.map(({ title }) => title),
      }
    }
    const own = { touches: 1, lastTouch: '2026-02-01T09:00:00.000Z', knownBy: ['aino', 'eero'], posts: ['Chef'] }
    expect(await asked('aino')).toEqual(own)
    const all = { touches: 3, lastTouch: '2026-02-03T09:00:00.000Z', knownBy: ['bengt', 'aino', 'eero'] }
    expect(await asked('greta')).toEqual({ ...all, posts: ['Chef', 'Advisor'] })
    const { parts } = await group.ask<CustomerAnswer>('customer', { id: hotel }, { as: 'aino' })
    expect(parts?.people).toMatchObject([{ lastTouch: own.lastTouch, knownBy: [{ id: 'aino' }, { id: 'eero' }] }])
  })
})

describe('the past', () => {
  it('is read by who deals with the customer today', async () => {
    const { id, position } = await group.do('contact', 'register', { name: 'Ilona Meritähti' }, { as: 'bengt' })
    const post = { customer: hotel, title: 'Chef', level: 'operational', since: '2025-01-01' }
    await group.do('contact', 'startPost', post, { id, as: 'bengt' })
    await note(hotel, 'se', { note: 'Theirs.' })
    const before = { knownAt: String(position) }
    const as = 'aino'
    const customer = await group.ask<CustomerAnswer>('customer', { id: hotel }, { as, ...before })
    expect(customer).toMatchObject({ known: true, own: false, name: 'Hotelli Merituuli' })
    expect(customer.parts).toBeUndefined()
    const notFound = { code: 'not-found' }
    for (const page of ['brief', 'replay', 'customer-projects'])
      await expect(group.ask(page, { id: hotel }, { as, ...before })).rejects.toMatchObject(notFound)
    await expect(group.ask('contact', { id }, { as, ...before })).rejects.toMatchObject(notFound)
    expect(await group.ask('contact', { id }, { as: 'bengt', ...before })).toMatchObject({ name: 'Ilona Meritähti' })
  })

  it('before one’s unit dealt with a customer is open to it today', async () => {
    const { position } = await note(hotel, 'se', { note: 'Theirs.' })
    await note(hotel, 'fi', { note: 'Ours.' })
    const before = { as: 'aino', knownAt: String(position) }
    const answer = await group.ask<CustomerAnswer>('customer', { id: hotel }, before)
    expect(answer).toMatchObject({ own: true, parts: { register: {}, standings: [] } })
    const { steps } = await group.ask<ReplayAnswer>('replay', { id: hotel }, before)
    expect(steps.map(({ type }) => type)).toEqual(['customer.registered'])
  })
})
