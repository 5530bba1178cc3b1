/** Between two moments something happens, comes to light, or is found to be otherwise; what stays as it is, is none. */
import { describe, expect, it } from '@jest/globals'
import { changedBetween } from './changed.js'
import type { Fact, ScoreFacts } from './facts.js'

const fact = (at: number, knownFrom: number, more: Partial<Fact> = {}): Fact => ({
  line: 'stage',
  slot: 'stage fi',
  at,
  knownFrom,
  knownUntil: Number.POSITIVE_INFINITY,
  says: {},
  ends: false,
  position: String(at),
  ...more,
})
const factsOf = (...facts: Fact[]): ScoreFacts => ({
  now: 100,
  begins: 0,
  units: [],
  facts,
  touches: [],
  isCounted: false,
  members: new Map(),
  contacts: new Map(),
})
const then = (asOf: number, knownAt = asOf) => ({ asOf, knownAt })

describe('what changed between two moments', () => {
  const facts = factsOf(
    fact(10, 10),
    fact(20, 60),
    fact(30, 30, { knownUntil: 70 }),
    fact(30.5, 70),
    fact(60, 60),
    fact(90, 90),
  )

  it('is what happened, what came to light, and what was found to be otherwise; the latest first', () => {
    expect(changedBetween(facts, then(50), then(80)).map(({ at, change }) => [at, change])).toEqual([
      [60, 'happened'],
      [30.5, 'light'],
      [30, 'otherwise'],
      [20, 'light'],
    ])
  })

  it('by what is known alone, is what came to light', () => {
    expect(changedBetween(facts, then(50), then(50, 100)).map(({ change }) => change)).toEqual([
      'light',
      'otherwise',
      'light',
    ])
  })

  describe('of a relationship that time makes passive, then lost', () => {
    const day = (text: string) => Date.parse(text)
    const status = (at: string, says: Fact['says'], more: Partial<Fact> = {}) =>
      fact(day(at), day(at), { line: 'status', slot: 'status no', unit: 'no', says, ...more })
    const quiet = status('2024-01-10', { status: 'continuing', passiveFrom: '2025-02-01', lostFrom: '2026-07-01' })
    const between = (from: string, to: string, ...facts: Fact[]) =>
      changedBetween(factsOf(...facts), then(day(from)), then(day(to))).map(({ change, at, fact: of }) => [
        change,
        of?.says.status,
        new Date(at).toISOString().slice(0, 10),
        of?.position,
      ])

    it('is that it became either', () => {
      const { position } = quiet
      expect(between('2025-03-01', '2026-08-01', quiet)).toEqual([['happened', 'lost', '2026-07-01', position]])
      expect(between('2024-03-01', '2026-08-01', quiet)).toEqual([
        ['happened', 'lost', '2026-07-01', position],
        ['happened', 'passive', '2025-02-01', position],
      ])
      expect(between('2025-03-01', '2026-06-30', quiet)).toEqual([])
    })

    it('is nothing where it bought again before', () => {
      const again = status('2025-01-20', { status: 'continuing', passiveFrom: '2027-01-01', lostFrom: '2028-01-01' })
      expect(between('2024-03-01', '2026-08-01', quiet, again)).toEqual([])
    })

    it('is that somebody said so, and not again what time would have said', () => {
      const said = status('2025-06-01', { status: 'lost' })
      const later = status('2025-09-01', { status: 'lost' })
      expect(between('2025-03-01', '2026-08-01', quiet, said, later)).toEqual([
        ['happened', 'lost', '2025-06-01', said.position],
      ])
    })

    it('is found to be otherwise where it never had a day to become passive', () => {
      const taken = { ...quiet, knownUntil: day('2025-05-01') }
      const otherwise = status(
        '2024-01-10',
        { status: 'prospect' },
        { knownFrom: day('2025-05-01'), position: 'otherwise' },
      )
      expect(between('2025-03-01', '2025-06-01', taken, otherwise).map(([change]) => change)).toEqual(['otherwise'])
    })
  })

  it('is nothing between a moment and itself, nor a status that stays what it was', () => {
    expect(changedBetween(facts, then(50), then(50))).toEqual([])
    expect(changedBetween(factsOf(fact(60, 60, { line: 'status' })), then(50), then(80))).toEqual([])
  })
})
