/** A customer in full, now and in the past. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CustomerAnswer } from '#test/harness/customer-page.js'
import { TestGroup } from '#test/harness/group.js'

let group: TestGroup
let hotel: string

const ask = (options: Parameters<TestGroup['ask']>[2] = {}, id = hotel) =>
  group.ask<CustomerAnswer>('customer', { id }, { as: 'aino', query: { language: 'en' }, ...options })
const stage = (unit: string, from: string, to: string, at: string) =>
  group.do(
    'relationship',
    'changeStage',
    { from, to, why: `Now ${to}.` },
    { id: `${hotel}.${unit}`, as: unit === 'fi' ? 'aino' : 'bengt', at },
  )
const note = (unit: string, at: string, as = unit === 'fi' ? 'aino' : 'bengt') =>
  group.do('touchpoint', 'record-note', { customers: [hotel], unit, note: 'Met.' }, { as, at })
const fieldsOf = ({ parts }: CustomerAnswer) =>
  Object.fromEntries((parts?.register.fields ?? []).map(({ field, value }) => [field, value]))

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-03-02T09:00:00.000Z'
  const profile = { name: 'Hotelli Merituuli', sector: 'hospitality', whyBuys: 'One supplier.' }
  hotel = (await group.do('customer', 'register', profile, { as: 'aino' })).id
  group.time = '2026-06-01T09:00:00.000Z'
})
afterEach(() => group.close())

describe('a customer', () => {
  it('is told in a sentence, in each language', async () => {
    await stage('fi', 'identified', 'cooperative', '2026-03-10T10:00:00Z')
    await note('se', '2026-04-10T10:00:00Z')
    const promise = { customer: hotel, unit: 'fi', what: 'Send the offer.', kind: 'promise', clock: 'calendar' }
    for (const due of ['2026-06-02T10:00:00Z', '2026-07-01T10:00:00Z'])
      await group.do('promise', 'make', { ...promise, due, owner: 'aino' }, { as: 'aino' })
    group.time = '2026-06-05T09:00:00.000Z'
    expect((await ask()).sentence).toBe(
      'Cooperative in Finland since March 2026; identified in Sweden since April 2026; 2 promises open, one overdue.',
    )
    const inLanguage = async (language: string) => (await ask({ query: { language } })).sentence
    expect(await inLanguage('fi')).toBe(
      'Suomi: tiivis yhteistyö maaliskuusta 2026 alkaen; Ruotsi: tunnistettu huhtikuusta 2026 alkaen; 2 lupausta avoinna, yksi myöhässä.',
    )
    expect(await inLanguage('sv')).toBe(
      'Nära samarbete i Finland sedan mars 2026; identifierad i Sverige sedan april 2026; 2 öppna löften, ett försenat.',
    )
    expect(await inLanguage('de')).toBe(
      'Finnland: enge Zusammenarbeit seit März 2026; Schweden: erkannt seit April 2026; 2 Zusagen offen, eine überfällig.',
    )
    expect(await inLanguage('nb')).toBe(
      'Tett samarbeid i Finland siden mars 2026; identifisert i Sverige siden april 2026; 2 åpne løfter, ett forfalt.',
    )
    expect((await ask({ query: {} })).sentence).toMatch(/^Suomi:/)
  })

  it('says nothing of days before every day known', async () => {
    const deal = { customer: hotel, unit: 'fi', name: 'Deal', profile: 'product-sale', stage: 'engaging' }
    const worth = { value: { amountMinor: 100, currency: 'EUR' } }
    const { id } = await group.do('opportunity', 'open', { ...deal, ...worth }, { at: '' })
    await group.do('opportunity', 'win', {}, { id, at: '' })
    await note('fi', '')
    await stage('fi', 'identified', 'exploratory', '')
    const { sentence, parts } = await ask()
    expect(sentence).toBe('In Finland: exploratory.')
    const [standing] = parts?.standings ?? []
    expect(standing).toMatchObject({ status: 'one-off', purchases: 1, touches: 1 })
    const { stageSince, statusSince, lastPurchase, lastTouch, next } = standing ?? {}
    expect([stageSince, statusSince, lastPurchase, lastTouch, next]).toEqual(Array(5).fill(undefined))
    const { rows } = await group.ask<{ rows: { lastTouch?: string; here?: object }[] }>(
      'customers',
      {},
      { as: 'aino', query: { scope: 'fi' } },
    )
    expect(rows[0]?.lastTouch).toBeUndefined()
    expect(JSON.stringify([rows, parts])).not.toContain('0000-01-01')
    const brief = await group.ask('brief', { id: hotel }, { as: 'aino', query: { language: 'en' } })
    expect(JSON.stringify(brief)).toContain('bought once')
    expect(JSON.stringify(brief)).not.toMatch(/0000|year 0|1 BC|undefined/)
  })

  it('says what is known with its events, and what is not', async () => {
    const { position } = await stage('fi', 'identified', 'exploratory', '2026-03-10T10:00:00Z')
    const answer = await ask()
    expect(fieldsOf(answer)).toEqual({ name: 'Hotelli Merituuli', sector: 'hospitality', whyBuys: 'One supplier.' })
    expect(answer.parts?.register.unknown).toContain('employees')
    expect(answer.parts?.register.fields[0]?.from).toHaveLength(1)
    expect(answer.parts?.standings[0]).toMatchObject({
      unit: { id: 'fi' },
      stage: 'exploratory',
      stageBefore: 'identified',
      why: 'Now exploratory.',
      from: [{ position: String(position) }],
      status: 'prospect',
    })
    expect(answer.parts?.standings[0]?.owner).toBeUndefined()
    expect(answer.parts).toMatchObject({
      people: [],
      opportunities: [],
      promises: [],
      projects: [],
      meetings: [],
      differences: [],
    })
  })

  it('without any relationship says so', async () => {
    expect((await ask()).sentence).toBe('No unit has a relationship with this customer yet.')
  })

  it('shows where units differ, and what several pursue at once', async () => {
    await stage('fi', 'identified', 'basic', '2026-03-10T10:00:00Z')
    await note('se', '2026-04-10T10:00:00Z')
    for (const [unit, as] of [
      ['fi', 'aino'],
      ['se', 'bengt'],
    ] as const)
      await group.do(
        'touchpoint',
        'plan',
        { kind: 'visit', customers: [hotel], unit, startsAt: '2026-07-01T07:00:00Z' },
        { as },
      )
    const answer = await ask()
    expect(answer.parts?.differences).toEqual([
      {
        of: 'stage',
        values: [
          { unit: { id: 'fi', name: 'FI', country: 'FI' }, value: 'basic', valueName: 'perustaso' },
          { unit: { id: 'se', name: 'SE', country: 'SE' }, value: 'identified', valueName: 'tunnistettu' },
        ],
      },
    ])
    expect(answer.parts?.shared?.map(({ matter }) => matter)).toEqual(['meetings'])
    expect(answer.parts?.meetings).toHaveLength(2)
  })

  it('shows parent and daughters', async () => {
    const chain = (await group.do('customer', 'register', { name: 'Ketju' }, { as: 'aino' })).id
    await group.do('customer', 'setParent', { parent: chain }, { id: hotel, as: 'aino' })
    expect((await ask()).parts?.register.parent).toEqual({ id: chain, name: 'Ketju' })
    expect((await ask({}, chain)).parts?.register.daughters).toEqual([{ id: hotel, name: 'Hotelli Merituuli' }])
  })

  it('answers under the id of a record merged into it, and says so', async () => {
    const other = (await group.do('customer', 'register', { name: 'Merituuli Oy' }, { as: 'aino' })).id
    await group.do('merge', 'merge', { into: hotel }, { id: other, as: 'stella' })
    const answer = await ask({}, other)
    expect(answer).toMatchObject({ id: hotel, askedFor: other, name: 'Hotelli Merituuli' })
    expect(answer.parts?.register.mergedFrom).toEqual([{ id: other, name: 'Merituuli Oy' }])
    const before = await ask({ knownAt: '2026-05-01' }, other)
    expect(before).toMatchObject({ known: false, name: 'Merituuli Oy', nameOfToday: true })
  })

  it('that nobody knows is not found', () => expect(ask({}, 'c0')).rejects.toMatchObject({ code: 'not-found' }))
})

describe('a customer in the past', () => {
  it('is as it was then, and as we knew it then', async () => {
    await stage('fi', 'identified', 'exploratory', '2026-03-10T10:00:00Z')
    group.time = '2026-06-10T09:00:00.000Z'
    await stage('fi', 'exploratory', 'basic', '2026-04-10T10:00:00Z')
    const stageAt = async (moment: object) => (await ask(moment)).parts?.standings[0]?.stage
    expect(await stageAt({ asOf: '2026-03-31' })).toBe('exploratory')
    expect(await stageAt({ asOf: '2026-05-01' })).toBe('basic')
    expect(await stageAt({ asOf: '2026-05-01', knownAt: '2026-06-05' })).toBe('exploratory')
    expect(await stageAt({ asOf: '2026-03-05' })).toBeUndefined()
  })

  it('follows restated and retracted facts from when they were corrected', async () => {
    const { stream, events, position } = await stage('fi', 'identified', 'cooperative', '2026-03-10T10:00:00Z')
    const body = { from: 'identified', to: 'basic', why: 'A slip.' }
    const corrected = await group.correct(stream, events[0]?.id ?? '', { as: 'aino', body })
    await group.correct(stream, events[0]?.id ?? '', { as: 'aino' })
    const stageKnown = async (knownAt: number) =>
      (await ask({ asOf: '2026-05-01', knownAt: String(knownAt) })).parts?.standings[0]?.stage
    expect(await stageKnown(position)).toBe('cooperative')
    expect(await stageKnown(corrected.position)).toBe('basic')
    expect((await ask()).parts?.standings).toEqual([])
  })

  it('says that nothing was known yet', async () => {
    const answer = await ask({ asOf: '2026-02-01' })
    expect(answer).toMatchObject({ known: false, sentence: 'Nothing was known of this customer yet.' })
    expect(answer.parts).toBeUndefined()
  })

  it('has its name of today before it was registered, marked so, wherever it is named', async () => {
    const called = { id: hotel, name: 'Hotelli Merituuli', nameOfToday: true }
    await stage('fi', 'identified', 'exploratory', '2026-02-10T10:00:00Z')
    const deal = { customer: hotel, unit: 'fi', name: 'Deal', profile: 'product-sale', stage: 'engaging' }
    const { id } = await group.do('opportunity', 'open', deal, { as: 'aino', at: '2026-02-12' })
    const asOf = '2026-02-20'
    expect(await ask({ asOf })).toMatchObject({ ...called, known: true })
    for (const page of ['brief', 'timeline', 'replay'])
      expect(await group.ask(page, { id: hotel }, { as: 'aino', asOf })).toMatchObject({ customer: called })
    const relationship = await group.ask('relationship', { id: `${hotel}.fi` }, { as: 'aino', asOf })
    expect(relationship).toMatchObject({ customer: called })
    const shown = await group.ask('opportunity', { id }, { as: 'aino', asOf })
    expect(shown).toMatchObject({ customer: called })
    await group.do(
      'customer',
      'edit',
      { name: { was: 'Hotelli Merituuli', is: 'Merituuli' } },
      { id: hotel, as: 'aino' },
    )
    const known = await ask({ asOf: '2026-05-01' })
    expect([known.name, known.nameOfToday]).toEqual(['Hotelli Merituuli', undefined])
    expect((await ask({ asOf })).name).toBe('Merituuli')
  })

  it('names a unit and a member that were not there yet as they are called today', async () => {
    await group.do('unit', 'open', { subsidiary: 'fi', name: 'Second' }, { id: 'fi2' })
    await group.member('oona', 'fi2', 'member')
    const note = { customers: [hotel], unit: 'fi2', note: 'Noted.' }
    await group.do('touchpoint', 'record-note', note, { as: 'oona', at: '2026-03-10' })
    const { rows } = await group.ask<{ rows: object[] }>('timeline', { id: hotel }, { as: 'aino', asOf: '2026-04-01' })
    expect(rows[0]).toMatchObject({
      unit: { id: 'fi2', name: 'Second', country: 'FI', nameOfToday: true },
      who: { id: 'oona', name: 'Name of oona', nameOfToday: true },
    })
  })

  it('is passive once time has made it so', async () => {
    const opened = await group.do(
      'opportunity',
      'open',
      { customer: hotel, unit: 'fi', name: 'Cold room', profile: 'product-sale', stage: 'engaging' },
      { as: 'aino', at: '2026-03-10T10:00:00Z' },
    )
    const value = { amountMinor: 500_000, currency: 'EUR' }
    await group.do('opportunity', 'win', { value }, { id: opened.id, as: 'aino', at: '2026-03-20T10:00:00Z' })
    group.time = '2028-11-25T09:00:00.000Z'
    expect((await ask()).sentence).toBe('Passive in Finland for 8 months.')
    expect((await ask({ asOf: '2026-05-01' })).parts?.standings[0]).toMatchObject({
      status: 'one-off',
      purchases: 1,
      boughtGroupMinor: 500_000,
      next: { status: 'passive', from: '2028-03-20' },
    })
  })
})

describe('a customer where units read their own history', () => {
  it('shows another unit its name, sector and who deals with it', async () => {
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    await note('fi', '2026-03-10T10:00:00Z')
    for (const moment of [{}, { asOf: '2026-05-01' }]) {
      const answer = await ask({ as: 'bengt', ...moment })
      expect(answer).toEqual({
        id: hotel,
        name: 'Hotelli Merituuli',
        known: true,
        own: false,
        sentence: 'This is not yours to see.',
        units: [{ id: 'fi', name: 'FI', country: 'FI' }],
        sector: 'hospitality',
      })
    }
  })
})
