/** A fact of a day is that day wherever its unit is, also on days on which clocks are moved: forty days and places. */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { TestGroup } from '../harness/group.js'

jest.setTimeout(120_000)

const places = {
  fi: undefined,
  nz: { name: 'NZ', country: 'NZ', currency: 'NZD', timeZone: 'Pacific/Auckland', language: 'en' },
  hi: { name: 'Hawaii', country: 'US', currency: 'USD', timeZone: 'Pacific/Honolulu', language: 'en' },
} as const
type Place = keyof typeof places
const units = Object.keys(places) as Place[]

let group: TestGroup
beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  for (const [id, place] of Object.entries(places)) {
    if (!place) continue
    await group.do('subsidiary', 'open', place, { id })
    await group.do('unit', 'open', { subsidiary: id, name: place.name }, { id })
    await group.member(`of-${id}`, id, 'member')
  }
  group.time = '2026-11-20T12:00:00.000Z'
})
afterEach(() => group.close())

const dayMs = 86_400_000
const before = (day: string) => new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10)

/** Days on which clocks are moved in Helsinki or Auckland and those beside them, ends of years and months, and any other. */
const moved = [
  '2025-03-30',
  '2025-10-26',
  '2026-03-29',
  '2026-10-25',
  '2025-04-06',
  '2025-09-28',
  '2026-04-05',
  '2026-09-27',
]
const edges = ['2024-12-31', '2025-01-01', '2025-02-28', '2024-02-29', '2026-10-31', '2026-11-01']
const day = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...moved),
      fc.constantFrom(...edges),
      fc
        .date({ min: new Date('2024-02-01'), max: new Date('2026-11-10'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10)),
    ),
    fc.constantFrom(-1, 0, 1),
  )
  .map(([near, by]) => new Date(Date.parse(near) + by * dayMs).toISOString().slice(0, 10))

interface Row {
  event: string
  at: string
  occurred: string
  precision: string
  unit: { id: string }
}

it('is on the timeline, as of days, among figures and for every reader the day that was said', async () => {
  const seed = process.env.LAWS_SEED === undefined ? 12 : Number(process.env.LAWS_SEED)
  const inputs = fc.sample(fc.record({ day, unit: fc.constantFrom(...units) }), { numRuns: 40, seed })
  /** How many there have been on a day in a unit. */
  const met = new Map<string, number>()
  for (const [at, { day, unit }] of inputs.entries()) {
    const told = `${day} in ${unit}`
    const body = { name: `Hotel ${at}` }
    const hotel = (await group.do('customer', 'register', body, { at: '2024-01-02' })).id
    const meeting = { customers: [hotel], unit, function: 'sales', members: [unit === 'fi' ? 'aino' : `of-${unit}`] }
    await group.do('touchpoint', 'record-meeting', meeting, { at: day })
    const timeline = async (options: { asOf?: string; query?: object }, as = 'greta') => {
      const query = { kind: 'meeting', ...options.query }
      return (await group.ask<{ rows: Row[] }>('timeline', { id: hotel }, { as, ...options, query })).rows
    }
    const figures = async (from: string, to: string) => {
      const asked = { as: 'greta', query: { from, to, by: ['day', 'unit'] } }
      type Figures = { figures: { period: { name: string }; unit: string; value: number }[] }
      const answer = await group.ask<Figures>('figures', { metric: 'touchpoints' }, asked)
      return answer.figures
        .filter((figure) => figure.value > 0)
        .map((figure) => [`${figure.period.name} in ${figure.unit}`, figure.value])
    }
    met.set(told, (met.get(told) ?? 0) + 1)
    const counted = [...met].filter(([on]) => on.startsWith(day) || on.startsWith(before(day)))
    const said = [{ occurred: day, precision: 'day', unit: { id: unit } }]
    const shown = async (options: object, as?: string) => [told, await timeline(options, as)]
    for (const as of ['greta', unit === 'fi' ? 'aino' : `of-${unit}`])
      expect(await shown({}, as)).toMatchObject([told, said])
    expect(await shown({ asOf: day })).toMatchObject([told, said])
    expect(await shown({ asOf: before(day) })).toEqual([told, []])
    expect(await shown({ query: { from: day, to: day } })).toMatchObject([told, said])
    expect(await shown({ query: { to: before(day) } })).toEqual([told, []])
    expect([told, (await figures(before(day), day)).sort()]).toEqual([told, counted.sort()])
  }
})
