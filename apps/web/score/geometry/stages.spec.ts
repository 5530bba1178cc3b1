/** The staircase says what the stage was, no more: it rises, falls, breaks and is hatched where that is so. */
import { describe, expect, it } from '@jest/globals'
import { linear } from '../axis/axis.js'
import type { Fact } from '../facts/facts.js'
import { seenAt } from '../facts/seen.js'
import { lostAt, lostPlace, staircase, stepLabels, textWidth } from './stages.js'

const at = (day: string) => Date.parse(day)
const now = at('2026-01-01')
const axis = linear({ from: at('2020-01-01'), to: now }, { left: 0, right: 600 })

const fact = (line: string, day: string, says: Fact['says']): Fact => ({
  line,
  unit: 'fi',
  slot: line,
  at: day === '' ? Number.NEGATIVE_INFINITY : at(day),
  says,
  ends: false,
  knownFrom: 0,
  knownUntil: Number.POSITIVE_INFINITY,
  position: day,
})
const stage = (name: string, day: string) => fact('stage', day, { stage: name })
const drawn = (...facts: Fact[]) =>
  staircase(seenAt(facts, { asOf: now, knownAt: now }), { axis, base: 60, height: 50 })

describe('the staircase', () => {
  it('stands from each stage to the next, and the last to where one looks', () => {
    const [first, second] = drawn(stage('identified', '2021-01-01'), stage('basic', '2023-01-01'))
    expect(first).toMatchObject({ rank: 0, isLast: false })
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0)
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeCloseTo(600)
    expect(second?.edge).toEqual({ from: first?.y, falls: false })
    expect(second?.y).toBeLessThan(first?.y ?? 0)
  })

  it('marks a fall, and no edge where nothing was before', () => {
    const [first, second] = drawn(stage('cooperative', '2021-01-01'), stage('exploratory', '2023-01-01'))
    expect(first?.edge).toBeUndefined()
    expect(second?.edge?.falls).toBe(true)
  })

  it('breaks where it has ended, and rises from the base when it begins again', () => {
    const [, ended, again] = drawn(
      stage('basic', '2021-01-01'),
      stage('ended', '2022-01-01'),
      stage('basic', '2023-01-01'),
    )
    expect(ended).toMatchObject({ rank: -1, y: 57, passive: [], edge: { falls: true } })
    expect(again?.edge).toEqual({ from: 60, falls: false })
  })

  it('has no edge at the left end of a window that begins in the middle of a stage', () => {
    const window = linear({ from: at('2024-01-01'), to: now }, { left: 0, right: 600 })
    const spans = seenAt([stage('identified', '2021-01-01'), stage('basic', '2022-01-01')], { asOf: now, knownAt: now })
    const steps = staircase(spans, { axis: window, base: 60, height: 50 })
    expect(steps).toHaveLength(1)
    expect(steps[0]).toMatchObject({ x: 0, width: 600, rank: 2 })
    expect(steps[0]?.edge).toBeUndefined()
  })

  it('is hatched from the day on which it becomes passive until the next income, in every stage of that time', () => {
    const steps = drawn(
      stage('basic', '2020-06-01'),
      fact('status', '2021-01-01', { status: 'one-off', passiveFrom: '2022-01-01' }),
      stage('cooperative', '2022-07-01'),
      fact('status', '2023-01-01', { status: 'continuing', passiveFrom: '2027-01-01' }),
    )
    expect(steps.map(({ passive }) => passive.map(({ x, width }) => [x, x + width].map(Math.round)))).toEqual([
      [[at('2022-01-01'), at('2022-07-01')].map((ms) => Math.round(axis.x(ms)))],
      [[at('2022-07-01'), at('2023-01-01')].map((ms) => Math.round(axis.x(ms)))],
    ])
  })

  it('is hatched at once where somebody said that it is passive', () => {
    const [step] = drawn(stage('basic', '2020-06-01'), fact('status', '2024-01-01', { status: 'passive' }))
    expect(step?.passive[0]?.x).toBeCloseTo(axis.x(at('2024-01-01')))
  })

  it('begins at the left where it is only known that it was so before everything', () => {
    expect(drawn(stage('basic', ''))[0]).toMatchObject({ x: 0, width: 600 })
  })
})

describe('names of steps', () => {
  const words = { name: () => 'Cooperative', since: () => 'since March 2021' }
  const labels = (...facts: Fact[]) => stepLabels(drawn(...facts), words, 0)

  it('stand only where they fit, with the month where that fits too', () => {
    const wideAndNarrow = labels(
      stage('basic', '2020-01-01'),
      stage('cooperative', '2024-06-01'),
      stage('basic', '2024-09-01'),
    )
    expect(wideAndNarrow).toHaveLength(2)
    expect(wideAndNarrow.find(({ x }) => x < 100)?.since).toBe('since March 2021')
  })

  it('has that of the stage of today however short it is', () => {
    const [last] = labels(stage('basic', '2020-01-01'), stage('cooperative', '2025-12-01'))
    expect(last).toMatchObject({ anchor: 'end', name: 'Cooperative' })
  })

  it('never touch each other', () => {
    const all = labels(stage('basic', '2020-01-01'), stage('cooperative', '2024-11-01'), stage('basic', '2025-12-20'))
    const boxes = all.map(({ x, y, anchor, name, since = '' }) => {
      const width = textWidth(name + since)
      return { from: anchor === 'end' ? x - width : x, to: anchor === 'end' ? x : x + width, y }
    })
    for (const [n, a] of boxes.entries())
      for (const b of boxes.slice(n + 1)) {
        expect(a.from < b.to && a.to > b.from && Math.abs(a.y - b.y) < 12).toBe(false)
      }
  })
})

describe('what is lost', () => {
  const lost = (day: string, says: Fact['says']) =>
    lostAt(seenAt([fact('status', '2023-01-01', says)], { asOf: at(day), knownAt: now }), at(day))

  it('is so from its day on, and not before', () => {
    const byTime = { status: 'continuing', passiveFrom: '2024-01-01', lostFrom: '2025-01-01' }
    expect(lost('2024-12-31', byTime)).toEqual({})
    expect(lost('2025-06-01', byTime)).toEqual({ lostFrom: at('2025-01-01') })
    expect(lost('2025-06-01', { status: 'lost' })).toEqual({ lostFrom: at('2023-01-01') })
    expect(lost('2025-06-01', { status: 'passive' })).toEqual({})
  })

  it('stands above the end of the last step where its name leaves room', () => {
    const words = { name: () => 'Basic', since: () => 'since Jan 2021' }
    const place = (since: string) => lostPlace(drawn(stage('basic', since)), 'lost since Jan 2025', words)
    expect(place('2021-01-01')?.x).toBeCloseTo(595)
    expect(place('2025-06-01')).toBeUndefined()
    const seen = seenAt([stage('basic', '2021-01-01')], { asOf: now, knownAt: now })
    const before = linear({ from: at('2021-01-01'), to: at('2024-01-01') }, { left: 0, right: 600 })
    expect(
      lostPlace(staircase(seen, { axis: before, base: 60, height: 50 }), 'lost since Jan 2025', words),
    ).toBeUndefined()
  })
})
