/** A day is where the unit is: in documents, on the timeline, as of a day, and for what time alone causes. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Recorded } from '#kernel'
import { TestGroup } from '../harness/group.js'

let group: TestGroup
let hotel: string

interface Standing {
  standing: { status: string }
}

const auckland = { name: 'NZ', country: 'NZ', currency: 'NZD', timeZone: 'Pacific/Auckland', language: 'en' }

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  await group.do('subsidiary', 'open', auckland, { id: 'nz' })
  await group.do('unit', 'open', { subsidiary: 'nz', name: 'NZ' }, { id: 'nz' })
  await group.member('kiri', 'nz', 'member')
  hotel = (await group.do('customer', 'register', { name: 'Hotel Norrsken' }, { at: '2024-01-02' })).id
  group.time = '2026-07-01T12:00:00.000Z'
})
afterEach(() => group.close())

async function won(as: string, unit: string, at: string): Promise<Recorded> {
  const body = { customer: hotel, unit, name: 'A cold room', profile: 'project-sale', stage: 'negotiating' }
  const opened = { ...body, value: { amountMinor: 100, currency: unit === 'nz' ? 'NZD' : 'SEK' } }
  const { id } = await group.do('opportunity', 'open', opened, { as, at: '2024-02-01' })
  return group.do('opportunity', 'win', { value: opened.value }, { id, as, at })
}

const meeting = (unit: string, as: string, at: string) =>
  group.do('touchpoint', 'record-meeting', { customers: [hotel], unit, function: 'sales', members: [as] }, { as, at })

const relationship = (unit: string, options: object = {}) =>
  group.ask('relationship', { id: `${hotel}.${unit}` }, { as: 'greta', ...options })

const onTimeline = async (options: object) => {
  const { rows } = await group.ask<{ rows: { kind: string }[] }>('timeline', { id: hotel }, { as: 'greta', ...options })
  return rows.map(({ kind }) => kind)
}

describe('a win in Auckland in the morning', () => {
  const morning = '2026-06-10T09:00:00+12:00'
  beforeEach(() => won('kiri', 'nz', morning))

  it('is the last purchase of that day, and the status since', async () => {
    const { standing: shown } = (await relationship('nz')) as never as Standing
    expect(shown).toMatchObject({ lastPurchase: '2026-06-10', statusSince: '2026-06-10', status: 'one-off' })
  })

  it('has not happened as of the day before, though it was evening there at the group', async () => {
    const before = (await relationship('nz', { asOf: '2026-06-09' })) as never as Standing
    expect(before.standing).toMatchObject({ status: 'prospect' })
    const then = (await relationship('nz', { asOf: '2026-06-10' })) as never as Standing
    expect(then.standing).toMatchObject({ lastPurchase: '2026-06-10' })
  })
})

describe('a meeting in Stockholm late on the last day of a month', () => {
  beforeEach(() => meeting('se', 'bengt', '2026-03-31T23:30:00+02:00'))

  it('counts to that month, and is on the timeline as of its last day', async () => {
    const query = { from: '2026-03-01', to: '2026-03-31' }
    const { figures } = await group.ask<{ figures: object[] }>(
      'figures',
      { metric: 'touchpoints' },
      { as: 'greta', query },
    )
    expect(figures).toEqual([expect.objectContaining({ value: 1 })])
    expect(await onTimeline({ asOf: '2026-03-31' })).toContain('meeting')
    expect(await onTimeline({ asOf: '2026-03-30' })).not.toContain('meeting')
    // An instant is one everywhere: at the end of the group's own day they had not met.
    expect(await onTimeline({ asOf: '2026-03-31T23:59:59+03:00' })).not.toContain('meeting')
  })

  it('is found among the days of the timeline by its own', async () => {
    const march = { kind: 'meeting', from: '2026-03-31', to: '2026-03-31' }
    expect(await onTimeline({ query: march })).toEqual(['meeting'])
    expect(await onTimeline({ query: march, asOf: '2026-06-01' })).toEqual(['meeting'])
    expect(await onTimeline({ query: { kind: 'meeting', from: '2026-04-01' } })).toEqual([])
  })
})

describe('what time alone causes', () => {
  it('has come about for each unit by its own day', async () => {
    await won('kiri', 'nz', '2024-06-10')
    await won('bengt', 'se', '2024-06-10')
    // It is the 10th in Auckland alone.
    group.time = '2026-06-09T20:00:00.000Z'
    const passive = async () => {
      const query = { filter: 'status eq passive' }
      const { rows } = await group.ask<{ rows: { unit: { id: string } }[] }>(
        'relationships',
        {},
        { as: 'greta', query },
      )
      return rows.map(({ unit }) => unit.id)
    }
    expect(await passive()).toEqual(['nz'])
    const statusIn = async (unit: string) => ((await relationship(unit)) as never as Standing).standing.status
    expect([await statusIn('nz'), await statusIn('se')]).toEqual(['passive', 'one-off'])
    group.time = '2026-06-10T08:00:00.000Z'
    expect((await passive()).sort()).toEqual(['nz', 'se'])
  })

  it('is held against the end of the day where the unit is', async () => {
    const promised = {
      customer: hotel,
      unit: 'nz',
      what: 'A new offer',
      kind: 'promise',
      clock: 'calendar',
      due: '2026-06-10T03:00:00Z',
    }
    await group.do('promise', 'make', promised, { as: 'kiri', at: '2026-06-01' })
    const overdue = async (asOf: string) => {
      const answer = await group.ask<{ rows: { overdue: boolean }[] }>(
        'customer-promises',
        { id: hotel },
        { as: 'greta', asOf },
      )
      return answer.rows.map((promise) => promise.overdue)
    }
    expect([await overdue('2026-06-09'), await overdue('2026-06-10')]).toEqual([[false], [true]])
  })

  it('lets a day be asked about that has begun for one unit', async () => {
    group.time = '2026-06-09T20:00:00.000Z'
    expect(await onTimeline({ asOf: '2026-06-10' })).toEqual(expect.any(Array))
    await expect(onTimeline({ asOf: '2026-06-11' })).rejects.toMatchObject({ name: 'InvalidInput' })
  })
})
