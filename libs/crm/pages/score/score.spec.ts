/** What the picture of a customer is drawn from: what stands in each line, when, and from when until when it was known. */
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { ScoreAnswer } from './score.query.js'
import type { StepColumns } from './score-columns.js'
import type { RowKind } from './score-rows.js'

let group: TestGroup
let hotel: string

const ask = (options: Parameters<TestGroup['ask']>[2] = {}, id = hotel) =>
  group.ask<ScoreAnswer>('score', { id }, { as: 'aino', ...options })
const met = (at: string, more: object = {}, as = 'aino') =>
  group.send(
    'touchpoint',
    'record-note',
    { customers: [hotel], unit: as === 'aino' ? 'fi' : 'se', note: 'Met.', ...more },
    { as, at },
  )
const stage = (from: string, to: string, at: string) =>
  group.do('relationship', 'changeStage', { from, to, why: 'So.' }, { id: `${hotel}.fi`, as: 'aino', at })
const summed = (differences: readonly number[]): number[] => {
  let sum = 0
  return differences.map((difference) => (sum += difference))
}
/** When each is known to have happened, from which position on, and until which. */
const timesOf = ({ known }: ScoreAnswer, { beforeMs, from, superseded }: StepColumns) => {
  const [position, recorded] = [summed(known.position), summed(known.recordedMs)]
  const until = new Map(superseded.map(({ place, until: by }) => [place, position[by]]))
  return summed(from).map((by, place) => ({
    at: new Date((recorded[by] ?? 0) - (beforeMs[place] ?? 0)).toISOString(),
    from: position[by],
    until: until.get(place),
  }))
}
type Row = RowKind & { at: string; from?: number; until?: number; groupMinor?: number }
const allRows = (answer: ScoreAnswer): Row[] => {
  const { kinds, kind, amounts } = answer.rows
  const worth = new Map(amounts.map(({ row, groupMinor }) => [row, groupMinor]))
  const times = timesOf(answer, answer.rows)
  return kind.map((of, row) => ({ ...(kinds[of] as RowKind), ...(times[row] as Row), groupMinor: worth.get(row) }))
}
const rowsOf = (answer: ScoreAnswer, line: string) => allRows(answer).filter((row) => row.line === line)
const kindsOf = ({ marks }: ScoreAnswer) => marks?.kind.map((place) => marks.kinds[place]) ?? []
const marksOf = (answer: ScoreAnswer) => (answer.marks ? timesOf(answer, answer.marks) : [])
const at = ({ at: moment, says }: Row) => [moment.slice(0, 10), Object.values(says ?? {})[0]]

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-06-01T09:00:00.000Z'
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

describe('the score of a customer', () => {
  it('bears its name of today before it was registered, as every other page does', async () => {
    const { customer, rows } = await ask({ asOf: '2020-01-01T00:00:00.000Z' })
    expect(customer).toEqual({ id: hotel, name: 'Hotelli Merituuli', nameOfToday: true })
    expect(rows.kind).toEqual([])
    expect((await ask()).customer).toEqual({ id: hotel, name: 'Hotelli Merituuli' })
  })

  it('has its stages as steps, and what a correction made of them with when it was known', async () => {
    await stage('identified', 'exploratory', '2026-02-01T10:00:00Z')
    const basic = await stage('exploratory', 'basic', '2026-03-01T10:00:00Z')
    group.time = '2026-06-10T09:00:00.000Z'
    const body = { from: 'exploratory', to: 'cooperative', why: 'More.' }
    const corrected = await group.correct(basic.stream, basic.events[0]?.id ?? '', { as: 'aino', body })
    const answer = await ask()
    expect(rowsOf(answer, 'stage').map(at)).toEqual([
      ['2026-02-01', 'exploratory'],
      ['2026-03-01', 'basic'],
      ['2026-03-01', 'cooperative'],
    ])
    const [, was, is] = rowsOf(answer, 'stage')
    expect([was?.from, was?.until, is?.from, is?.until]).toEqual([
      basic.position,
      corrected.position,
      corrected.position,
      undefined,
    ])
    expect(answer.rows.back.slice(-2)).toEqual([1, 1])
    const then = await ask({ knownAt: String(basic.position) })
    expect(rowsOf(then, 'stage').map(at)).toEqual([
      ['2026-02-01', 'exploratory'],
      ['2026-03-01', 'basic'],
    ])
    expect(rowsOf(await ask({ asOf: '2026-02-15' }), 'stage').map(at)).toEqual([['2026-02-01', 'exploratory']])
  })

  it('has encounters with direction and function, to the day where that is known', async () => {
    await met('2026-03-10T10:00:00Z', { startedBy: 'they', function: 'service' })
    await met('2026-03-12', { startedBy: 'we-unasked' })
    await group.projector.catchUp()
    const answer = await ask()
    expect(kindsOf(answer)).toEqual([
      { line: 'touch', unit: 'fi', says: { kind: 'note', function: 'service', startedBy: 'they' } },
      {
        line: 'touch',
        unit: 'fi',
        precision: 'day',
        says: { kind: 'note', function: 'sales', startedBy: 'we-unasked' },
      },
    ])
    expect(answer.marks?.occurred).toEqual(['instant', '2026-03-12'])
    expect(marksOf(answer)[0]?.at).toBe('2026-03-10T10:00:00.000Z')
    expect(answer).toMatchObject({ begins: '2026-03-10T10:00:00.000Z', writtenSince: '2026-06-01T09:00:00.000Z' })
  })

  it('has promises with what became of them, income, plans, people, projects, targets and owners', async () => {
    const promise = { customer: hotel, unit: 'fi', what: 'Send it.', kind: 'promise', clock: 'calendar' }
    const due = '2026-03-20T10:00:00.000Z'
    const made = await group.do(
      'promise',
      'make',
      { ...promise, due, owner: 'aino' },
      { as: 'aino', at: '2026-03-01T10:00:00Z' },
    )
    await group.do('promise', 'keep', {}, { id: made.id, as: 'aino', at: '2026-03-25T10:00:00Z' })
    const deal = { customer: hotel, unit: 'fi', name: 'Cold room', profile: 'product-sale', stage: 'engaging' }
    const { id } = await group.do('opportunity', 'open', deal, { as: 'aino', at: '2026-03-01T10:00:00Z' })
    await group.do(
      'opportunity',
      'win',
      { value: { amountMinor: 500, currency: 'EUR' } },
      { id, as: 'aino', at: '2026-04-01T10:00:00Z' },
    )
    await group.do(
      'opportunity',
      'reopen',
      { at: 'engaging', why: 'Cancelled.' },
      { id, as: 'aino', at: '2026-05-01T10:00:00Z' },
    )
    const plan = { kind: 'visit', customers: [hotel], unit: 'fi', startsAt: '2026-07-01T07:00:00Z' }
    await group.do('touchpoint', 'plan', plan, { as: 'aino' })
    const contact = (await group.do('contact', 'register', { name: 'Kaisa' }, { as: 'aino' })).id
    await group.do(
      'contact',
      'startPost',
      { customer: hotel, level: 'strategic', since: '2025-01-01' },
      { id: contact, as: 'aino' },
    )
    await group.do('contact', 'endPost', { customer: hotel, until: '2026-05-31' }, { id: contact, as: 'aino' })
    const project = {
      customer: hotel,
      unit: 'fi',
      name: 'New wing',
      kind: 'new-build',
      what: '60 rooms',
      decidesOn: '2026-10-15',
    }
    await group.do('customerproject', 'learn', project, { as: 'aino' })
    await group.do('relationship', 'setTarget', { stage: 'basic', by: '2026-12-31' }, { id: `${hotel}.fi`, as: 'aino' })
    await group.do('relationship', 'setOwner', { owner: 'aino' }, { id: `${hotel}.fi`, as: 'aino' })
    const answer = await ask()
    expect(rowsOf(answer, 'promise').map(({ says }) => says)).toEqual([
      { kind: 'promise', status: 'open', due },
      { kind: 'promise', status: 'kept-late', due },
    ])
    expect(rowsOf(answer, 'income').map(({ groupMinor, ends }) => [groupMinor, ends])).toEqual([
      [500, undefined],
      [undefined, true],
    ])
    expect(rowsOf(answer, 'status')[0]?.says).toMatchObject({ status: 'one-off', passiveFrom: '2028-04-01' })
    expect(rowsOf(answer, 'plan')[0]?.says).toEqual({ kind: 'visit', startsAt: '2026-07-01T07:00:00.000Z' })
    expect(rowsOf(answer, 'post').map(({ says }) => says)).toEqual([
      { level: 'strategic', since: '2025-01-01' },
      { level: 'strategic', since: '2025-01-01', until: '2026-05-31' },
    ])
    expect(answer.contacts).toEqual([{ id: contact, name: 'Kaisa' }])
    expect(rowsOf(answer, 'project')[0]?.says).toMatchObject({
      name: 'New wing',
      status: 'open',
      decidesOn: '2026-10-15',
    })
    expect(rowsOf(answer, 'target')[0]?.says).toEqual({ stage: 'basic', by: '2026-12-31' })
    expect(rowsOf(answer, 'owner')[0]?.member).toBe('aino')
    expect(answer.members).toContainEqual({ id: 'aino', name: 'Name of aino' })
  })

  it('brings what a merged record had from when the merge was known, and takes it away with its end', async () => {
    const other = (await group.do('customer', 'register', { name: 'Merituuli Oy' }, { as: 'aino' })).id
    await group.do(
      'touchpoint',
      'record-note',
      { customers: [other], unit: 'fi', note: 'Met.' },
      { as: 'aino', at: '2026-03-10T10:00:00Z' },
    )
    const merged = await group.do('merge', 'merge', { into: hotel }, { id: other, as: 'stella' })
    const answer = await ask()
    expect(kindsOf(answer)).toHaveLength(1)
    expect(marksOf(answer)[0]?.from).toBe(merged.position)
    const parted = await group.correct(merged.stream, merged.events[0]?.id ?? '', { as: 'stella' })
    expect(marksOf(await ask())[0]?.until).toBe(parted.position)
  })

  it('shows of private notes that they are there, and whose', async () => {
    const body = { customers: [hotel], unit: 'fi', note: 'Wait.', function: 'service' }
    await group.do('touchpoint', 'record-private-note', body, { as: 'aino', at: '2026-03-10T10:00:00Z' })
    expect(kindsOf(await ask({ as: 'bengt' }))).toEqual([{ line: 'private-note', unit: 'fi', member: 'aino' }])
  })

  it('shows a unit its own lines where units read their own history', async () => {
    await met('2026-03-10T10:00:00Z')
    await met('2026-03-11T10:00:00Z', {}, 'bengt')
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    const answer = await ask({ as: 'bengt' })
    expect(answer.units.map(({ id }) => id)).toEqual(['se'])
    expect([...allRows(answer), ...kindsOf(answer)].map((row) => row?.unit)).toEqual(['se', 'se'])
    const others = (await group.do('customer', 'register', { name: 'Other' }, { as: 'aino' })).id
    await group.do('touchpoint', 'record-note', { customers: [others], unit: 'fi', note: 'Met.' }, { as: 'aino' })
    await expect(ask({ as: 'bengt' }, others)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of nobody is not found, and days in the wrong order are refused', async () => {
    await expect(ask({}, 'c0')).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask({ query: { from: '2026-02-01', to: '2026-01-01' } })).rejects.toThrow(/to/)
  })
})

describe('the score of a customer of whom there is much', () => {
  const hour = 3_600_000
  const begins = Date.parse('2020-01-06T08:00:00Z')
  const touched = (count: number, apartMs: number) =>
    Promise.all(
      Array.from({ length: count }, (_, n) =>
        met(new Date(begins + n * apartMs).toISOString(), {
          startedBy: (['they', 'we-asked', 'we-unasked'] as const)[(n * 7) % 3],
          function: (['sales', 'service'] as const)[(n * 5) % 2],
        }),
      ),
    ).then(() => group.projector.catchUp())

  it('is at most 10 kB compressed for 500 events', async () => {
    await touched(500, 97 * hour + 12_345)
    const answer = await ask()
    expect(answer.marks?.kind).toHaveLength(500)
    expect(gzipSync(JSON.stringify(answer)).length).toBeLessThan(10_000)
  })

  it('is that also where each visit was planned, and by whoever', async () => {
    const kinds = ['visit', 'meeting'] as const
    for (let n = 0; n < 250; n++) {
      const [plannedMs, startsMs] = [1, 5].map(
        (at) => Date.parse(group.time) + at * 30 * hour + ((n * 7919) % 97) * 61_003,
      )
      const [planned, startsAt] = [plannedMs, startsMs].map((ms = 0) => new Date(ms).toISOString())
      group.time = planned ?? group.time
      const as = n % 3 === 0 ? 'bengt' : 'aino'
      const [unit, kind] = [as === 'aino' ? 'fi' : 'se', kinds[(n * 7) % 2]]
      const plan = { customers: [hotel], unit, kind, startsAt }
      const { id } = await group.do('touchpoint', 'plan', plan, { as, at: planned })
      group.time = startsAt ?? group.time
      await group.do('touchpoint', `hold-${kind}`, { customers: [hotel], unit }, { id, as, at: startsAt })
    }
    await group.projector.catchUp()
    const answer = await ask()
    expect([answer.rows.kind.length, answer.marks?.kind.length]).toEqual([502, 250])
    expect(gzipSync(JSON.stringify(answer)).length).toBeLessThan(10_000)
  })

  it('counts encounters by week beyond 1,500, and has those of days asked for one by one', async () => {
    await touched(1501, 20 * hour)
    const { weeks, marks } = await ask()
    expect(marks).toBeUndefined()
    expect(weeks?.count.reduce((sum, count) => sum + count)).toBe(1501)
    expect(weeks?.kinds[0]).toMatchObject({ line: 'touch', unit: 'fi', says: { startedBy: 'they' } })
    const monday = weeks?.week[0] ?? 0
    expect(new Date((4 + monday * 7) * 24 * hour).toISOString()).toMatch(/^2020-01-06/)
    const asked = await ask({ query: { from: '2020-01-06', to: '2020-01-12' } })
    const isLater = (weeks?.week ?? []).findIndex((apart, at) => at > 0 && apart > 0)
    const ofWeek = weeks?.count.slice(0, isLater).reduce((sum, count) => sum + count)
    expect(asked.marks?.kind).toHaveLength(ofWeek ?? -1)
  })
})
