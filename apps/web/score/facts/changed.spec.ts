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

  it('is nothing between a moment and itself, nor what follows from time alone', () => {
    expect(changedBetween(facts, then(50), then(50))).toEqual([])
    expect(changedBetween(factsOf(fact(60, 60, { line: 'status' })), then(50), then(80))).toEqual([])
  })
})
