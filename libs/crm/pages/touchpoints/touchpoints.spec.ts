/** One touchpoint from plan to evaluation, a member's visits, and the group's reference pages. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CustomerAnswer } from '#test/harness/customer-page.js'
import { TestGroup } from '#test/harness/group.js'
import type { LadderAnswer, MembersAnswer, UnitsAnswer } from '../../organization/queries/organization.query.js'
import type { BriefAnswer } from '../brief/brief.query.js'
import type { MyVisitsAnswer } from './my-visits.query.js'
import type { TouchpointAnswer } from './touchpoint.query.js'

let group: TestGroup
let hotel: string

const plan = (startsAt: string) =>
  group.do(
    'touchpoint',
    'plan',
    { kind: 'visit', customers: [hotel], unit: 'fi', startsAt, goal: 'Agree.' },
    { as: 'aino' },
  )
const ask = (id: string, options: object = {}) =>
  group.ask<TouchpointAnswer>('touchpoint', { id }, { as: 'aino', ...options })
const visits = (options: object = {}) => group.ask<MyVisitsAnswer>('my-visits', {}, { as: 'aino', ...options })

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-03-02T09:00:00.000Z'
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

describe('a touchpoint', () => {
  it('tells its plan, what was said and what was corrected', async () => {
    const { id, stream } = await plan('2026-03-05T10:00:00Z')
    group.time = '2026-03-06T09:00:00.000Z'
    const visit = { customers: [hotel], unit: 'fi', note: 'Saw it.' }
    const held = await group.do('touchpoint', 'hold-visit', visit, { id, as: 'aino', at: '2026-03-05T10:00:00Z' })
    await group.correct(stream, held.events[0]?.id ?? '', { as: 'aino', body: { ...visit, note: 'Saw both.' } })
    const answer = await ask(id)
    expect(answer).toMatchObject({ kind: 'visit', held: true, customers: [{ name: 'Hotelli Merituuli' }] })
    expect(answer.steps.map(({ kind, summary }) => [kind, summary])).toEqual(
      expect.arrayContaining([
        ['planned', 'Agree.'],
        ['visit', 'Saw both.'],
      ]),
    )
    expect(answer.corrections).toMatchObject([{ mode: 'restate', who: { id: 'aino' } }])
    const earlier = await group.log.readAll({ after: 0, limit: 10_000 })
    const last = earlier.filter(({ position }) => position < held.position).at(-1)
    const before = await ask(id, { knownAt: String(last?.position) })
    expect(before).toMatchObject({ held: false, kind: 'visit', corrections: [] })
  })

  it('tells what was added later', async () => {
    const note = { customers: [hotel], unit: 'fi', note: 'Saw it.' }
    const { id } = await group.do('touchpoint', 'record-note', note, { as: 'aino' })
    await group.do('touchpoint', 'structure', { notes: { goals: 'One log.' } }, { id, as: 'aino' })
    expect((await ask(id)).steps[1]).toMatchObject({ kind: 'structured', says: { notes: { goals: 'One log.' } } })
  })

  it('is not there before the day it was restated to, though more was said of it', async () => {
    const note = { customers: [hotel], unit: 'fi', note: 'Saw it.' }
    const { id, stream, events } = await group.do('touchpoint', 'record-note', note, { as: 'aino', at: '2026-02-10' })
    await group.do('touchpoint', 'structure', { notes: { goals: 'One log.' } }, { id, as: 'aino' })
    await group.correct(stream, events[0]?.id ?? '', { as: 'aino', body: note, at: '2026-02-20', confirmed: true })
    expect(await ask(id, { asOf: '2026-02-25' })).toMatchObject({ kind: 'note', held: true })
    await expect(ask(id, { asOf: '2026-02-15' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is restated only as it may be recorded', async () => {
    const note = { customers: [hotel], unit: 'fi', note: 'Saw it.' }
    const { stream, events } = await group.do('touchpoint', 'record-note', note, { as: 'aino' })
    const restated = (changes: object) =>
      group.correct(stream, events[0]?.id ?? '', { as: 'aino', body: { ...note, ...changes } })
    await expect(restated({ customers: [] })).rejects.toMatchObject({ code: 'touchpoint-without-customer' })
    await expect(restated({ customers: ['c0'] })).rejects.toMatchObject({ code: 'touchpoint-customer-unknown' })
    await expect(restated({ unit: 'no' })).rejects.toMatchObject({ code: 'unit-unknown' })
  })

  it('that was held stays with whom it was planned, unless the plan is restated first', async () => {
    const inn = (await group.do('customer', 'register', { name: 'Majatalo' }, { as: 'aino' })).id
    const { id, stream, events } = await plan('2026-03-02T08:00:00Z')
    const visit = { customers: [hotel], unit: 'fi' }
    const held = await group.do('touchpoint', 'hold-visit', visit, { id, as: 'aino' })
    const move = () =>
      group.correct(stream, held.events[0]?.id ?? '', { as: 'aino', body: { ...visit, customers: [inn] } })
    await expect(move()).rejects.toMatchObject({ code: 'touchpoint-held-elsewhere' })
    const planned = { kind: 'visit', customers: [inn], unit: 'fi', startsAt: '2026-03-02T10:00:00+02:00' }
    await group.correct(stream, events[0]?.id ?? '', { as: 'aino', body: planned })
    await move()
    expect((await ask(id)).customers).toMatchObject([{ id: inn }])
  })

  it('that was planned is held with the survivor of its customer', async () => {
    const double = (await group.do('customer', 'register', { name: 'Merituuli' }, { as: 'aino' })).id
    const body = { kind: 'visit', customers: [double], unit: 'fi', startsAt: '2026-03-02T08:00:00Z' }
    const { id } = await group.do('touchpoint', 'plan', body, { as: 'aino' })
    await group.do('merge', 'merge', { into: hotel }, { id: double, as: 'stella' })
    await group.do('touchpoint', 'hold-visit', { customers: [hotel], unit: 'fi' }, { id, as: 'aino' })
    expect(await ask(id)).toMatchObject({ held: true, customers: [{ id: hotel }] })
    expect((await visits()).toEvaluate).toMatchObject([{ id }])
  })

  it('that is a private note shows others nothing but that it is there', async () => {
    const note = { customers: [hotel], unit: 'fi', note: 'Wait.' }
    const { id } = await group.do('touchpoint', 'record-private-note', note, { as: 'aino' })
    expect((await ask(id)).steps[0]).toMatchObject({ says: { note: 'Wait.' } })
    for (const moment of [{}, { asOf: '2026-03-02' }])
      expect((await ask(id, { as: 'eero', ...moment })).steps[0]).toMatchObject({ private: true, says: null })
    await expect(ask(id, { as: 'eero', asOf: '2030-01-01' })).rejects.toMatchObject({ name: 'InvalidInput' })
    const { position } = await group.do('touchpoint', 'keepPrivate', {}, { id, as: 'aino' })
    group.time = '2026-06-01T09:00:00.000Z'
    const past = { as: 'eero', asOf: '2026-03-02', knownAt: String(position) }
    expect((await ask(id, past)).steps[0]).toMatchObject({ private: false, says: { note: 'Wait.' } })
  })

  it('that nobody recorded is not found', () => expect(ask('t0')).rejects.toMatchObject({ code: 'not-found' }))
})

describe('a member’s visits', () => {
  it('are those of today, those coming, and those that want a line', async () => {
    const [first] = [await plan('2026-03-02T12:00:00Z'), await plan('2026-03-09T12:00:00Z')]
    expect(await visits()).toMatchObject({ overdue: [], today: [{ id: first.id }], coming: [{}], toEvaluate: [] })
    group.time = '2026-03-03T09:00:00.000Z'
    expect((await visits()).overdue).toMatchObject([{ id: first.id, customer: { name: 'Hotelli Merituuli' } }])
    const visit = { customers: [hotel], unit: 'fi' }
    await group.do('touchpoint', 'hold-visit', visit, { id: first.id, as: 'aino', at: '2026-03-02T12:00:00Z' })
    expect((await visits()).toEvaluate).toMatchObject([{ id: first.id, goal: 'Agree.' }])
    expect((await visits({ as: 'eero' })).coming).toEqual([])
  })
})

describe('a plan', () => {
  it('of several customers and members is seen by all of them', async () => {
    const inn = (await group.do('customer', 'register', { name: 'Majatalo' }, { as: 'aino' })).id
    const body = { kind: 'visit', customers: [hotel, inn], unit: 'fi', members: ['bengt'], goal: 'Agree.' }
    const { id } = await group.do('touchpoint', 'plan', { ...body, startsAt: '2026-03-09T12:00:00Z' }, { as: 'aino' })
    for (const as of ['aino', 'bengt']) expect((await visits({ as })).coming).toMatchObject([{ id }])
    for (const customer of [hotel, inn]) {
      const { parts } = await group.ask<CustomerAnswer>('customer', { id: customer }, { as: 'aino' })
      expect(parts?.meetings).toMatchObject([{ id }])
      const { sections } = await group.ask<BriefAnswer>('brief', { id: customer }, { as: 'aino' })
      expect(sections.find(({ topic }) => topic === 'due')?.lines).toMatchObject([{ record: id, quote: 'Agree.' }])
    }
  })

  it('counts on the day it begins, whatever its offset', async () => {
    await plan('2026-03-03T01:00:00+09:00')
    expect(await visits()).toMatchObject({ today: [{ startsAt: '2026-03-02T16:00:00.000Z' }], coming: [] })
  })

  it('that nobody followed up does not push out what is coming', async () => {
    for (let day = 1; day <= 22; day++) await plan(`2026-01-${String(day).padStart(2, '0')}T12:00:00Z`)
    const { id } = await plan('2026-03-09T12:00:00Z')
    const { overdue, overdueTotal, coming } = await visits()
    expect(overdue.map(({ startsAt }) => startsAt.slice(8, 10))).toEqual(
      Array.from({ length: 20 }, (_, at) => String(22 - at).padStart(2, '0')),
    )
    expect(overdueTotal).toBe(22)
    expect(coming).toMatchObject([{ id }])
    const { parts } = await group.ask<CustomerAnswer>('customer', { id: hotel }, { as: 'aino' })
    expect(parts?.meetings).toMatchObject([{ id }])
    expect(parts?.pastMeetings).toMatchObject({ overdue: overdue.map(({ id }) => ({ id })), overdueTotal: 22 })
  })
})

describe('a visit held in spring', () => {
  const due = async () => {
    const { sections } = await group.ask<BriefAnswer>('brief', { id: hotel }, { as: 'aino', query: { language: 'en' } })
    return sections.find(({ topic }) => topic === 'due')?.lines.map(({ text }) => text)
  }
  const visit = () => ({ customers: [hotel], unit: 'fi' })

  it('is planned nowhere: it waits for a line, which expires and is counted', async () => {
    const { id } = await plan('2026-03-05T10:00:00Z')
    expect(await due()).toEqual(['Site visit planned in Finland for 5 March 2026'])
    group.time = '2026-03-12T09:00:00.000Z'
    expect(await due()).toEqual(['Site visit in Finland was set for 5 March 2026; nobody has said whether it was held'])
    await group.do('touchpoint', 'hold-visit', visit(), { id, as: 'aino', at: '2026-03-06' })
    expect(await due()).toEqual(['Site visit held in Finland on 6 March 2026, not evaluated yet'])
    group.time = '2026-04-05T09:00:00.000Z'
    expect(await visits()).toMatchObject({ toEvaluate: [{ id, heldOn: '2026-03-06' }], toEvaluateTotal: 1 })
    group.time = '2026-04-06T09:00:00.000Z'
    const nothingWaits = { overdue: [], toEvaluate: [], toEvaluateTotal: 0, unevaluated: 1 }
    expect(await visits()).toMatchObject({ ...nothingWaits, today: [], coming: [] })
    const { parts } = await group.ask<CustomerAnswer>('customer', { id: hotel }, { as: 'aino' })
    expect(parts).toMatchObject({ meetings: [], pastMeetings: nothingWaits })
    expect(await due()).toEqual([])
  })

  it('counts no more as never evaluated once it is', async () => {
    const { id } = await plan('2026-03-05T10:00:00Z')
    group.time = '2026-03-12T09:00:00.000Z'
    await group.do('touchpoint', 'hold-visit', visit(), { id, as: 'aino', at: '2026-03-06' })
    group.time = '2026-05-12T09:00:00.000Z'
    expect((await visits()).unevaluated).toBe(1)
    await group.do('touchpoint', 'evaluate', { reached: true }, { id, as: 'aino' })
    expect((await visits()).unevaluated).toBe(0)
  })
})

describe('the group', () => {
  it('is read by every member: units, members, ladder', async () => {
    const { rows: units } = await group.ask<UnitsAnswer>('units', {}, { as: 'adam' })
    expect(units.map(({ id, country, currency }) => [id, country, currency])).toEqual([
      ['fi', 'FI', 'EUR'],
      ['se', 'SE', 'SEK'],
    ])
    const { rows: members } = await group.ask<MembersAnswer>('members', {}, { as: 'aino' })
    expect(members.find(({ id }) => id === 'eero')).toMatchObject({ name: 'Name of eero', roles: ['manager'] })
    const { rows: steps } = await group.ask<LadderAnswer>('ladder', {}, { as: 'bengt' })
    expect(steps.map(({ name }) => name).slice(0, 2)).toEqual(['identifierad', 'utforskande'])
    expect((await group.ask<{ rows: unknown[] }>('products', {}, { as: 'aino' })).rows).toEqual([])
  })
})
