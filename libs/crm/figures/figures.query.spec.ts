/** What readers get of figures: by their rights, compared, complete, as known, and open to their events. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { InvalidInput } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import type { FigureEventsAnswer } from './figure-events.query.js'
import type { FiguresAnswer } from './figures.query.js'
import type { MetricsAnswer } from './metrics.query.js'

let group: TestGroup
let customer: string

beforeEach(async () => {
  group = await TestGroup.open()
  group.time = '2025-01-01T09:00:00.000Z'
  await group.found()
  await group.member('aila', 'fi', 'member')
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli', sector: 'hospitality' })).id
  group.time = '2026-03-20T09:00:00.000Z'
  for (const [as, unit, at] of [
    ['aino', 'fi', '2026-01-10'],
    ['aila', 'fi', '2026-02-10'],
    ['aila', 'fi', '2026-03-10'],
    ['bengt', 'se', '2026-03-11'],
  ] as const)
    await group.do('touchpoint', 'record-note', { customers: [customer], unit, note: 'Noted.' }, { as, at })
})
afterEach(() => group.close())

const asked = { from: '2026-01-01', to: '2026-03-31' }

const ask = (query: object, as?: string, metric = 'touchpoints') =>
  group.ask<FiguresAnswer>('figures', { metric }, { as, query: { ...asked, ...query } })
const figures = async (query: object, as?: string) => (await ask(query, as)).figures
const events = (query: object, as?: string) =>
  group.ask<FigureEventsAnswer>('figure-events', { metric: 'touchpoints' }, { as, query: { ...asked, ...query } })

describe('figures of no stated days', () => {
  it('end with the day that has begun in the unit farthest ahead', async () => {
    const subsidiary = { name: 'JP', country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo', language: 'en' }
    await group.do('subsidiary', 'open', subsidiary, { id: 'jp' })
    await group.do('unit', 'open', { subsidiary: 'jp', name: 'JP' }, { id: 'jp' })
    await group.member('jun', 'jp', 'member')
    group.time = '2026-03-20T16:00:00.000Z'
    await group.do('touchpoint', 'record-note', { customers: [customer], unit: 'jp', note: 'Early.' }, { as: 'jun' })
    const answer = await ask({ from: undefined, to: undefined, by: ['unit'] }, 'jun')
    expect(answer).toMatchObject({ from: '2025-04-01', to: '2026-03-21' })
    expect(answer.figures).toContainEqual({ unit: 'jp', value: 1 })
  })
})

describe('figures by unit', () => {
  it.each(['aino', 'eero', 'stella', 'greta', 'audun'])('show all units to %s', async (reader) => {
    expect((await figures({ by: ['unit'] }, reader)).map(({ unit, value }) => [unit, value])).toEqual([
      ['fi', 3],
      ['se', 1],
    ])
  })

  it('are refused to administrators', () =>
    expect(ask({ by: ['unit'] }, 'adam')).rejects.toMatchObject({ code: 'not-allowed' }))

  it('name what they show', async () => {
    expect((await ask({ by: ['unit'] }, 'aino')).names).toEqual([
      { id: 'fi', name: 'FI' },
      { id: 'se', name: 'SE' },
    ])
  })
})

describe('what several units share', () => {
  const complete = (query: object) => ask({ from: '2026-03-31', ...query }, 'aino', 'fields-complete')
  const shares = async (query: object) =>
    (await complete(query)).figures.map(({ unit, country, part, whole }) => [unit ?? country, part, whole])

  it('counts once in a total, and by unit in each', async () => {
    await group.do('customer', 'register', { name: 'Klinikka Kuusama', sector: 'healthcare', country: 'FI' })
    expect(await shares({})).toEqual([[undefined, 5, 12]])
    expect(await shares({ by: ['fiscal-year'] })).toEqual([[undefined, 5, 12]])
    expect(await shares({ sector: ['hospitality'] })).toEqual([[undefined, 2, 6]])
    const each = [
      ['fi', 2, 6],
      ['se', 2, 6],
    ]
    expect(await shares({ by: ['unit'] })).toEqual(each)
    expect(await shares({ by: ['unit'], known: '2026-03-20' })).toEqual(each)
    expect(await shares({ by: ['unit', 'sector'] })).toEqual(each)
    expect(await shares({ by: ['country'] })).toEqual([
      ['FI', 2, 6],
      ['SE', 2, 6],
    ])
    expect(await shares({ unit: ['se'] })).toEqual([[undefined, 2, 6]])
    expect(await shares({ country: ['FI'] })).toEqual([[undefined, 2, 6]])
  })

  it('counts once in a country, and among units, of which several deal with it', async () => {
    await group.do('unit', 'open', { subsidiary: 'fi', name: 'Second' }, { id: 'fi2' })
    await group.member('oona', 'fi2', 'member')
    const note = { customers: [customer], unit: 'fi2', note: 'Noted.' }
    await group.do('touchpoint', 'record-note', note, { as: 'oona', at: '2026-03-10' })
    const byCountry = [
      ['FI', 2, 6],
      ['SE', 2, 6],
    ]
    expect(await shares({ by: ['country'] })).toEqual(byCountry)
    expect(await shares({ by: ['country'], known: '2026-03-20' })).toEqual(byCountry)
    expect(await shares({ by: ['country', 'month'] })).toEqual(byCountry)
    expect(await shares({ country: ['FI'] })).toEqual([[undefined, 2, 6]])
    expect(await shares({ unit: ['fi', 'fi2'] })).toEqual([[undefined, 2, 6]])
    expect(await shares({ by: ['unit'], country: ['FI'] })).toEqual([
      ['fi', 2, 6],
      ['fi2', 2, 6],
    ])
  })
})

describe('more figures than an answer may hold', () => {
  it.each(['touchpoints', 'relationships-by-stage'])('are refused before they are built, of %s', async (metric) => {
    const asked = ask({ by: ['day', 'unit'], from: '1900-01-01', to: '2100-12-31' }, 'aino', metric)
    await expect(asked).rejects.toMatchObject({ code: 'too-many-figures' })
    const within = ask({ by: ['day'], from: '2024-01-01', to: '2026-03-31' }, 'aino', metric)
    expect((await within).figures).toHaveLength(821)
  })
})

describe('figures by member', () => {
  const byMember = async (reader: string, query: object = {}) =>
    Object.fromEntries(
      (await figures({ by: ['member'], ...query }, reader)).map(({ member, value }) => [member, value]),
    )

  it('show a member the own ones and the sum of the team', async () => {
    expect(await byMember('aino')).toEqual({ aino: 1, '*': 3 })
  })
  it('show a manager those of the own units', async () => {
    expect(await byMember('eero')).toEqual({ aino: 1, aila: 2 })
  })
  it('show a manager each member once: the own ones, and no sum of a team that is managed besides', async () => {
    await group.do('member', 'grant', { role: 'member', unit: 'fi' }, { id: 'eero' })
    const own = { customers: [customer], unit: 'fi', note: 'Noted.' }
    await group.do('touchpoint', 'record-note', own, { as: 'eero', at: '2026-03-12' })
    const found = await figures({ by: ['member'] }, 'eero')
    expect(found.map(({ member, value }) => [member, value]).sort()).toEqual([
      ['aila', 2],
      ['aino', 1],
      ['eero', 1],
    ])
  })
  it('show the group and auditors all', async () => {
    expect(await byMember('greta')).toEqual({ aino: 1, aila: 2, bengt: 1 })
    expect(await byMember('audun')).toEqual({ aino: 1, aila: 2, bengt: 1 })
  })
  it('are not had by asking for one member alone', async () => {
    await expect(ask({ member: ['aila'] }, 'aino')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(events({ member: ['aila'] }, 'aino')).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await figures({ member: ['aino'] }, 'aino')).toEqual([{ value: 1 }])
    expect(await figures({ member: ['aila', 'bengt'] }, 'eero')).toEqual([{ value: 2 }])
  })
  it('open the sum of the team to its events, and that of nobody in it', async () => {
    const { events: found } = await events({ whose: 'team' }, 'aino')
    expect(found.reduce((sum, { value = 0 }) => sum + value, 0)).toBe(3)
    expect(await figures({ whose: 'team' }, 'aino')).toEqual([{ value: 3 }])
    expect(await figures({ whose: 'team', by: ['member'] }, 'aino')).toEqual([{ member: '*', value: 3 }])
    for (const query of [{ member: ['aila'] }, { unstated: ['member'] }, { unit: ['se'] }])
      await expect(events({ whose: 'team', ...query }, 'aino')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(events({ whose: 'team' }, 'eero')).rejects.toMatchObject({ code: 'not-allowed' })
  })
  it('are refused to stewards', () =>
    expect(ask({ by: ['member'] }, 'stella')).rejects.toMatchObject({ code: 'not-allowed' }))
})

describe('comparing', () => {
  it('sets each month beside the one before, an unfinished one beside as many days', async () => {
    const months = await figures({ by: ['month'], from: '2026-02-01', to: '2026-03-10', compare: 'previous' })
    expect(months.map(({ value, compared, change }) => [value, compared, change])).toEqual([
      [1, 1, 0],
      [1, 1, 0],
    ])
  })
  it('shows what was counted then alone', async () => {
    const stretch = { by: ['unit'], from: '2026-03-11', to: '2026-03-20', compare: 'previous' }
    expect(
      (await figures(stretch)).map(({ unit, value, compared, change }) => [unit, value, compared, change]),
    ).toEqual([
      ['se', 1, 0, 1],
      ['fi', 0, 1, -1],
    ])
  })
  it('sets a stretch beside the same a year earlier', async () => {
    expect(await figures({ compare: 'last-year' })).toEqual([{ value: 4, compared: 0, change: 4 }])
  })
})

describe('periods', () => {
  it.each([
    ['week', ['2026-W10', '2026-W11']],
    ['half', ['2026-H1']],
    ['fiscal-quarter', ['FY2026-Q1']],
  ])('by %s have their names', async (period, names) => {
    const found = await figures({ by: [period], from: '2026-03-02', to: '2026-03-15' })
    expect(found.map((figure) => figure.period?.name)).toEqual(names)
    expect(found.reduce((sum, { value = 0 }) => sum + value, 0)).toBe(2)
  })
})

describe('a unit that was opened after its first touchpoint', () => {
  beforeEach(async () => {
    const japan = { name: 'JP', country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo', language: 'en' }
    await group.do('subsidiary', 'open', { ...japan, fiscalYearStartMonth: 4 }, { id: 'jp' })
    await group.do('unit', 'open', { subsidiary: 'jp', name: 'JP' }, { id: 'jp' })
    const noted = { customers: [customer], unit: 'jp', note: 'Noted.' }
    for (const at of ['2025-02-10', '2025-05-10', '2026-03-10'])
      await group.do('touchpoint', 'record-note', noted, { at })
  })

  it('counts where it stood later', async () => {
    const found = (await figures({ by: ['country'] })).map(({ country, value }) => [country, value])
    expect(Object.fromEntries(found)).toEqual({ FI: 3, SE: 1, JP: 1 })
  })

  it('counts by fiscal years of its own', async () => {
    const years = { by: ['unit', 'fiscal-year'], unit: ['jp'], from: '2024-04-01', to: '2026-03-31' }
    expect((await figures(years)).map(({ period, value }) => [period?.name, period?.from, value])).toEqual([
      ['FY2025', '2024-04-01', 1],
      ['FY2026', '2025-04-01', 2],
    ])
  })

  it('keeps the names of its quarters when its fiscal year is moved, as known before and after', async () => {
    const quarters = { by: ['unit', 'fiscal-quarter'], unit: ['fi'], from: '2026-01-01', to: '2026-07-31' }
    const named = async (query: object = {}) =>
      (await figures({ ...quarters, ...query })).map(({ period, value }) => [period?.name, value])
    const before = await named()
    expect(before.map(([name]) => name)).toEqual(['FY2026-Q1', 'FY2026-Q2', 'FY2026-Q3'])
    group.time = '2026-03-21T09:00:00.000Z'
    await group.do('subsidiary', 'change', { fiscalYearStartMonth: 7 }, { id: 'fi' })
    expect(await named()).toEqual([before[0], before[1], ['FY2027-Q1', before[2]?.[1]]])
    expect(await named({ known: '2026-03-20' })).toEqual(before)
    await group.do('subsidiary', 'change', { fiscalYearStartMonth: 4 }, { id: 'fi' })
    expect((await named({ compare: 'previous' })).map(([name]) => name)).toEqual([
      'FY2026-Q1',
      'FY2027-Q1',
      'FY2027-Q2',
    ])
  })
})

describe('what is not there', () => {
  it('is said of the dimensions asked by', async () => {
    await group.do('touchpoint', 'record-note', { customers: [customer], unit: 'fi', note: 'By nobody.' })
    expect((await ask({ by: ['function'] })).complete).toBe(80)
  })
  it('is refused when the metric has no such dimension, or there is no such metric', async () => {
    await expect(ask({ by: ['stage'] })).rejects.toThrow(InvalidInput)
    await expect(ask({ by: ['quarter', 'month'] })).rejects.toThrow('by names several periods (quarter, month)')
    await expect(ask({}, undefined, 'happiness')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('what another dimension belongs to', () => {
  it('is what it was on the day that counts', async () => {
    const product = { code: 'KR-400', name: 'Cold room', line: 'cold', kind: 'product' }
    await group.do('product', 'list', product, { id: 'kr-400', at: '2025-01-01' })
    await group.do('product', 'change', { line: 'rooms' }, { id: 'kr-400', at: '2026-02-15' })
    const sale = { customer, unit: 'fi', name: 'Rooms', profile: 'product-sale', stage: 'prospecting' }
    for (const at of ['2026-02-01', '2026-03-01']) {
      const deal = { ...sale, product: 'kr-400' }
      const { id } = await group.do('opportunity', 'open', deal, { as: 'aino', at: '2026-01-10' })
      await group.do('opportunity', 'win', {}, { id, as: 'aino', at })
    }
    const won = async (query: object) => (await ask(query, 'greta', 'deals-won')).figures
    expect(await won({ by: ['line'] })).toEqual([
      { line: 'cold', value: 1 },
      { line: 'rooms', value: 1 },
    ])
    expect(await won({ line: 'rooms' })).toEqual([{ value: 1 }])
  })
})

describe('a filter for what is not there', () => {
  it.each([
    [{ unit: ['fi', 'typo'] }, 'unit names what is not there'],
    [{ member: ['nobody'] }, 'member names what is not there'],
    [{ product: ['none'] }, 'product names what is not there'],
    [{ function: ['selling'] }, 'function is none of: sales, '],
    [{ sector: ['hotels'] }, 'sector is none of: '],
  ])('%j is refused', async (filter, sentence) => {
    await expect(ask(filter, 'greta')).rejects.toThrow(sentence)
    await expect(events(filter, 'greta')).rejects.toThrow(InvalidInput)
  })
})

describe('as known', () => {
  it('gives the first figure and the restated one', async () => {
    group.time = '2026-04-02T09:00:00.000Z'
    await group.do(
      'touchpoint',
      'record-note',
      { customers: [customer], unit: 'fi', note: 'Late.' },
      { at: '2026-01-20' },
    )
    const january = { to: '2026-01-31', by: ['unit', 'month'] }
    expect((await figures(january)).map(({ value }) => value)).toEqual([2])
    expect((await figures({ ...january, known: '2026-04-01' })).map(({ value }) => value)).toEqual([1])
    expect((await figures({ ...january, known: '2026-03-19' })).map(({ value }) => value)).toEqual([])
  })

  it('is not told of a day to come, neither a number nor its events', async () => {
    const ahead = { problems: [{ path: 'known', code: 'ahead-of-now' }] }
    const to = '2026-01-31'
    await expect(figures({ to, known: '2100-01-01' })).rejects.toMatchObject(ahead)
    await expect(events({ to, known: '2100-01-01' })).rejects.toMatchObject(ahead)
  })

  it('takes back only what came to be known of the days asked for, of numbers and of their events', async () => {
    group.time = '2026-04-02T09:00:00.000Z'
    for (const at of ['2026-01-20', '2026-02-20'])
      await group.do('touchpoint', 'record-note', { customers: [customer], unit: 'fi', note: 'Late.' }, { at })
    const known = { to: '2026-01-31', known: '2026-04-01' }
    expect(await figures(known)).toEqual([{ value: 1 }])
    expect((await events(known)).events.map(({ day }) => day)).toEqual(['2026-01-10'])
  })

  it('tells days by the time of the group', async () => {
    group.time = '2026-04-02T22:30:00.000Z'
    const late = { customers: [customer], unit: 'fi', note: 'Late.' }
    await group.do('touchpoint', 'record-note', late, { at: '2026-01-20' })
    const january = { to: '2026-01-31' }
    expect(await figures({ ...january, known: '2026-04-02' })).toEqual([{ value: 1 }])
    expect(await figures({ ...january, known: '2026-04-03' })).toEqual([{ value: 2 }])
  })

  it('tells the day of what a clock that is behind recorded after midnight as what was known by then', async () => {
    group.time = '2026-04-02T22:30:00.000Z'
    const late = { customers: [customer], unit: 'fi', note: 'Late.' }
    const { position } = await group.do('touchpoint', 'record-note', late, { at: '2026-01-20' })
    const note = await group.log.eventAt(position)
    if (!note) throw new Error('nothing was recorded')
    const { type, data, metadata } = note
    const behind = { ...metadata, recordedAt: '2026-04-02T20:30:00.000Z' }
    await group.log.append('touchpoint-behind', 'no-stream', [{ id: randomUUID(), type, data, metadata: behind }])
    await group.projector.catchUp()
    const january = { to: '2026-01-31' }
    expect(await figures({ ...january, known: '2026-04-02' })).toEqual([{ value: 1 }])
    expect(await figures({ ...january, known: '2026-04-03' })).toEqual([{ value: 3 }])
    const days = (await events({ ...january, from: '2026-01-20' })).events.map(({ known }) => known)
    expect(days).toEqual(['2026-04-03', '2026-04-03'])
  })
})

describe('opening a number', () => {
  it('shows its events, newest first, page by page', async () => {
    const first = await events({ unit: ['fi'], limit: 2 }, 'greta')
    expect(first.events.map(({ day, type, actor, value }) => [day, type, actor.id, value])).toEqual([
      ['2026-03-10', 'touchpoint.note', 'aila', 1],
      ['2026-02-10', 'touchpoint.note', 'aila', 1],
    ])
    const second = await events({ unit: ['fi'], limit: 2, cursor: first.next }, 'greta')
    expect(second.events.map(({ day, customer }) => [day, customer?.name])).toEqual([
      ['2026-01-10', 'Hotelli Merituuli'],
    ])
    expect(second.next).toBeUndefined()
  })

  it('goes on as known today while more is recorded', async () => {
    const known = group.time.slice(0, 10)
    const first = await events({ unit: ['fi'], limit: 2, known }, 'greta')
    await group.do('unit', 'rename', { name: 'Ammattikeittiöt 2' }, { id: 'fi' })
    await group.projector.catchUp()
    const second = await events({ unit: ['fi'], limit: 2, known, cursor: first.next }, 'greta')
    expect(second.events.map(({ day }) => day)).toEqual(['2026-01-10'])
  })

  it('counts what the reader may not read', async () => {
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    const { events: shown, hidden } = await events({}, 'bengt')
    expect(shown.map(({ unit }) => unit?.id)).toEqual(['se'])
    expect(hidden).toBe(3)
  })

  it('counts and pages only what was asked for by country', async () => {
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    const own = await events({ country: ['SE'], limit: 1 }, 'bengt')
    expect([own.events.length, own.hidden, own.next]).toEqual([1, 0, undefined])
    const others = await events({ country: ['FI'], limit: 1 }, 'bengt')
    expect([others.events.length, others.hidden, others.next]).toEqual([0, 3, undefined])
    const none = await events({ country: ['NO'] }, 'greta')
    expect([none.events.length, none.hidden, none.next]).toEqual([0, 0, undefined])
  })

  it('names the customer for which each counts, of several, and the one from which it is taken', async () => {
    const registered = (name: string) => group.do('customer', 'register', { name })
    const [inn, clinic] = [(await registered('Majatalo')).id, (await registered('Sairaala')).id]
    const at = { at: '2026-03-12' }
    const rows = async (metric: string) => {
      const query = { ...asked, from: '2026-03-12', to: '2026-03-12' }
      const { events } = await group.ask<FigureEventsAnswer>('figure-events', { metric }, { query })
      const onDay = events.filter(({ day }) => day === '2026-03-12')
      return onDay.map(({ value, customer: of }) => `${value} ${of?.name}`).sort()
    }
    await group.do('touchpoint', 'record-meeting', { customers: [inn, clinic], unit: 'se', members: ['bengt'] }, at)
    expect(await rows('relationships-by-stage')).toEqual(['1 Majatalo', '1 Sairaala'])
    const note = (of: string) => ({ customers: [of], unit: 'se', note: 'Astray.' })
    const { stream, events: recorded } = await group.do('touchpoint', 'record-note', note(clinic), at)
    await group.correct(stream, recorded[0]?.id ?? '', { body: note(customer) })
    expect(await rows('touchpoints')).toEqual(['-1 Sairaala', '1 Hotelli Merituuli', '1 Majatalo', '1 Sairaala'])
  })

  it('shows what took a figure back', async () => {
    const { id, events: recorded } = await group.do(
      'touchpoint',
      'record-note',
      { customers: [customer], unit: 'se', note: 'Twice.' },
      { at: '2026-03-12' },
    )
    await group.correct(`touchpoint-${id}`, recorded[0]?.id ?? '', {})
    const values = (await events({ from: '2026-03-12', to: '2026-03-12' })).events.map(({ value }) => value)
    expect(values.sort()).toEqual([-1, 1])
  })
})

describe('the catalogue', () => {
  it('says of every metric what it asks, how it is counted and who answers for it', async () => {
    const { rows: metrics } = await group.ask<MetricsAnswer>('metrics')
    expect(metrics.find(({ name }) => name === 'won-revenue')).toMatchObject({
      unit: 'money',
      currency: 'EUR',
      owner: 'sales',
    })
    for (const metric of metrics) expect([metric.name, metric.question.endsWith('?')]).toEqual([metric.name, true])
  })
})
