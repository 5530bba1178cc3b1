/** What an answer says is unpacked whole: times, directions, and from when until when each was known. */
import { describe, expect, it } from '@jest/globals'
import { factsOf, type ScoreAnswer, touchesOf } from './facts.js'
import { changesIn, isKnown, seenAt, showingOf } from './seen.js'

const at = (day: string) => Date.parse(`${day}T10:00:00Z`)
const now = at('2026-11-30')
const differences = (numbers: number[]) => numbers.map((number, n) => number - (numbers[n - 1] ?? 0))

/** Known one after the other on these days, at positions 1, 2, 3, … */
const answer = (recorded: string[], more: Partial<ScoreAnswer>): ScoreAnswer => ({
  customer: { id: 'c' },
  now: new Date(now).toISOString(),
  units: [{ id: 'fi', name: 'Keittiöt' }],
  members: [],
  contacts: [],
  known: { position: recorded.map(() => 1), recordedMs: differences(recorded.map(at)) },
  rows: { ...columns(recorded, []), back: [], amounts: [] },
  ...more,
})

interface Stated {
  kind: ScoreAnswer['rows']['kinds'][number]
  /** ms */
  at: number
  from: number
  until?: number
}

/** Each of a kind of its own. */
const columns = (recorded: string[], steps: Stated[]) => ({
  kinds: steps.map(({ kind }) => kind),
  kind: steps.map((_, place) => place),
  beforeMs: steps.map((step) => at(recorded[step.from] ?? '') - step.at),
  from: differences(steps.map(({ from }) => from)),
  superseded: steps.flatMap(({ until }, place) => (until === undefined ? [] : [{ place, until }])),
})

/** All of one slot. */
const slotOf = (recorded: string[], steps: Stated[]) => ({
  ...columns(recorded, steps),
  back: steps.map((_, row) => Math.min(row, 1)),
  amounts: [],
})

const stage = (stageName: string, day: string, known: { from: number; until?: number }) => ({
  kind: { line: 'stage', unit: 'fi', says: { stage: stageName } },
  at: at(day),
  ...known,
})

describe('the facts of a score', () => {
  it('say when each was known, and by which event', () => {
    const recorded = ['2024-01-01', '2024-06-01']
    const stages = [
      stage('basic', '2023-12-01', { from: 0, until: 1 }),
      stage('cooperative', '2023-12-01', { from: 1 }),
    ]
    const { facts } = factsOf(answer(recorded, { rows: slotOf(recorded, stages) }))
    expect(facts.map(({ position, knownFrom, knownUntil }) => [position, knownFrom, knownUntil])).toEqual([
      ['1', at('2024-01-01'), at('2024-06-01')],
      ['2', at('2024-06-01'), Number.POSITIVE_INFINITY],
    ])
    const shown = (knownAt: string) =>
      seenAt(facts, { asOf: now, knownAt: at(knownAt) }).map(({ fact }) => fact.says.stage)
    expect([shown('2023-12-31'), shown('2024-03-01'), shown('2024-06-01')]).toEqual([[], ['basic'], ['cooperative']])
  })

  it('take the place of the last of their slot alone, have what they are worth, and end', () => {
    const recorded = ['2024-01-01']
    const income = (day: string, more: object = {}) => ({
      kind: { line: 'income', unit: 'fi', ...more },
      at: at(day),
      from: 0,
    })
    const rows = {
      ...columns(recorded, [income('2023-01-01'), income('2023-02-01'), income('2023-03-01', { ends: true })]),
      back: [0, 0, 2],
      amounts: [
        { row: 0, groupMinor: 500 },
        { row: 1, groupMinor: 700 },
      ],
    }
    const { facts } = factsOf(answer(recorded, { rows }))
    expect(facts.map(({ minor, ends }) => [minor, ends])).toEqual([
      [500, false],
      [700, false],
      [undefined, true],
    ])
    const seen = seenAt(facts, { asOf: now, knownAt: now })
    expect(seen.map(({ fact, to }) => [fact.minor, to])).toEqual([
      [500, at('2023-03-01')],
      [700, now],
    ])
  })

  it('have encounters one by one, with who began and how exactly each is known', () => {
    const recorded = ['2024-01-01']
    const touch = (kind: Stated['kind'], day: string) => ({ kind, at: at(day), from: 0 })
    const marks = {
      ...columns(recorded, [
        touch({ line: 'touch', unit: 'fi', precision: 'before' }, '2023-01-01'),
        { ...touch({ line: 'touch', unit: 'fi', says: { kind: 'note', startedBy: 'they' } }, '2023-01-01'), until: 0 },
        touch({ line: 'touch', unit: 'fi', says: { kind: 'note', direction: 'inbound' } }, '2023-01-02'),
        touch({ line: 'private-note', unit: 'fi', member: 'aino' }, '2023-01-03'),
      ]),
      occurred: ['instant', '2023-01-01', 'instant', 'instant'],
    }
    const touches = touchesOf(answer(recorded, { marks }))
    expect(touches.map(({ at: moment }) => moment)).toEqual([
      Number.NEGATIVE_INFINITY,
      at('2023-01-01'),
      at('2023-01-02'),
      at('2023-01-03'),
    ])
    expect(touches.map(({ by }) => by)).toEqual(['unstated', 'they', 'they', 'private'])
    expect(touches.map(({ occurred }) => occurred)).toEqual([undefined, '2023-01-01', undefined, undefined])
    expect(touches[1]?.knownUntil).toBe(at('2024-01-01'))
  })

  it('have encounters counted by week on the Monday of each', () => {
    const { touches, isCounted } = factsOf(
      answer(['2024-01-01', '2024-02-01'], {
        weeks: {
          kinds: [{ line: 'touch', unit: 'fi', says: { startedBy: 'we-unasked' } }],
          kind: [0, 0],
          week: [2816, 2],
          count: [12, 3],
          from: [0, 1],
          superseded: [],
        },
      }),
    )
    expect(isCounted).toBe(true)
    expect(touches.map(({ at: moment }) => new Date(moment).toISOString().slice(0, 10))).toEqual([
      '2023-12-25',
      '2024-01-08',
    ])
    expect(touches.map(({ count, isWeek }) => [count, isWeek])).toEqual([
      [12, true],
      [3, true],
    ])
  })
})

describe('what is seen from a moment', () => {
  const recorded = ['2023-01-01', '2024-01-01', '2025-01-01']
  const stages = [
    stage('identified', '2023-01-01', { from: 0 }),
    stage('basic', '2023-06-01', { from: 2 }),
    stage('cooperative', '2024-01-01', { from: 1 }),
  ]
  const { facts } = factsOf(answer(recorded, { rows: slotOf(recorded, stages) }))

  it('ends where the next of its slot begins, or where one looks', () => {
    const spans = seenAt(facts, { asOf: at('2024-06-01'), knownAt: now })
    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      [at('2023-01-01'), at('2023-06-01')],
      [at('2023-06-01'), at('2024-01-01')],
      [at('2024-01-01'), at('2024-06-01')],
    ])
    expect(spans.map(({ before }) => before?.says.stage)).toEqual([undefined, 'identified', 'basic'])
  })

  it('leaves out what had happened and nobody knew', () => {
    const spans = seenAt(facts, { asOf: at('2024-06-01'), knownAt: at('2024-06-01') })
    expect(spans.map(({ fact }) => fact.says.stage)).toEqual(['identified', 'cooperative'])
  })

  it('has nothing after an end, and no step from before it', () => {
    const ended = facts.map((fact, n) => ({ ...fact, ends: n === 1 }))
    const spans = seenAt(ended, { asOf: now, knownAt: now })
    expect(spans.map(({ fact, before }) => [fact.says.stage, before?.says.stage])).toEqual([
      ['identified', undefined],
      ['cooperative', undefined],
    ])
    expect(spans[0]?.to).toBe(at('2023-06-01'))
  })

  it('tells apart what was told, what nobody knew, what came later, and what is known to be otherwise', () => {
    const mark = {
      at: at('2023-06-01'),
      knownFrom: at('2024-01-01'),
      knownUntil: Number.POSITIVE_INFINITY,
      position: '1',
    }
    const cursor = (asOf: string, knownAt: string) => ({ asOf: at(asOf), knownAt: at(knownAt) })
    const today = { asOf: now, knownAt: now }
    expect(showingOf(mark, { cursor: cursor('2024-02-01', '2024-02-01'), later: today })).toBe('told')
    expect(showingOf(mark, { cursor: cursor('2023-07-01', '2023-07-01'), later: today })).toBe('blind')
    expect(showingOf(mark, { cursor: cursor('2023-05-01', '2023-05-01'), later: today })).toBe('ghost')
    const taken = { ...mark, knownUntil: at('2025-01-01') }
    expect(showingOf(taken, { cursor: cursor('2024-02-01', '2024-02-01'), later: today })).toBe('told')
    expect(showingOf(taken, { cursor: cursor('2026-01-01', '2026-01-01'), later: today })).toBe('hidden')
    expect(showingOf(taken, { cursor: cursor('2023-05-01', '2023-05-01'), later: today })).toBe('hidden')
    const summer = cursor('2024-06-01', '2024-06-01')
    expect(showingOf(taken, { cursor: cursor('2023-05-01', '2023-05-01'), later: summer })).toBe('ghost')
    expect(
      showingOf(mark, { cursor: cursor('2023-04-01', '2023-04-01'), later: cursor('2023-05-01', '2025-01-01') }),
    ).toBe('hidden')
    expect(isKnown(taken, at('2025-01-01'))).toBe(false)
  })

  it('changes where something happened, each moment once', () => {
    expect(changesIn([...facts, ...facts], now)).toEqual([at('2023-01-01'), at('2023-06-01'), at('2024-01-01')])
    expect(changesIn(facts, at('2023-03-01'))).toEqual([at('2023-01-01')])
  })
})
