/** Percentiles are those of the lengths sorted one by one, whatever was taken back. */
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { InCells } from '../scan/cells.js'
import { percentilesOf } from './percentiles.js'

const length = fc.oneof(
  fc.double({ min: -2, max: 4000, noNaN: true }).map((value) => value + 0),
  fc.constantFrom(0, 1, 25, 25.5, 1e-9),
)
/** In which of four tallies, or none; how long; and whether it is taken back again. */
const measured = fc.tuple(fc.integer({ min: -1, max: 3 }), length, fc.boolean())

/** The shortest way there is. */
function sorted(all: readonly [number, number, boolean][], tally: number) {
  const lengths = all
    .filter(([of, , isTakenBack]) => of === tally && !isTakenBack)
    .map(([, each]) => each)
    .sort((a, b) => a - b)
  const at = (share: number) => lengths[Math.max(0, Math.ceil(lengths.length * share) - 1)]
  return { count: lengths.length, median: at(0.5), p90: at(0.9) }
}

function partOf(rows: readonly (readonly [number, number, number])[]): InCells {
  const numbers = new Map([
    ['length', { base: 0, steps: Float64Array.from(rows, ([, each]) => each) }],
    ['value', { base: 1, steps: Float64Array.from(rows, ([, , times]) => times - 1) }],
  ])
  const part = { count: rows.length, lastCause: 0 as const, numbers, coded: new Map() }
  return { part, cells: Int32Array.from(rows, ([tally]) => tally) }
}

it('tells what sorting would', () => {
  fc.assert(
    fc.property(fc.array(measured, { maxLength: 300 }), fc.nat(300), (all, cut) => {
      const counted = all.map(([tally, each]) => [tally, each, 1] as const)
      const takenBack = all
        .filter(([, , isTakenBack]) => isTakenBack)
        .map(([tally, each]) => [tally, each, -1] as const)
      const parts = [partOf([...takenBack, ...counted.slice(0, cut)]), partOf(counted.slice(cut))]
      expect(percentilesOf(parts, 4)).toEqual([0, 1, 2, 3].map((tally) => sorted(all, tally)))
    }),
  )
})

it('tells of lengths that are all alike, and of none', () => {
  const alike = {
    count: 3,
    lastCause: 0 as const,
    numbers: new Map(['length', 'value'].map((name) => [name, { base: 1 }])),
    coded: new Map(),
  }
  expect(percentilesOf([{ part: alike, cells: Int32Array.of(0, 0, -1) }], 2)).toEqual([
    { count: 2, median: 1, p90: 1 },
    { count: 0, median: undefined, p90: undefined },
  ])
  expect(percentilesOf([], 1)).toEqual([{ count: 0, median: undefined, p90: undefined }])
})
