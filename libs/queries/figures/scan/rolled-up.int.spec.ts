/** A reader that has answered before and one that has not agree, whatever came and was packed in between. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { openSqliteReadStore, type SqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { type Metric, type Position, storedPosition, Yields } from '#kernel'
import { blockRows, ContributionReader, type Counted, compactContributions, LiveContributions } from '#read-models'
import type { Valuing } from '../amounts/valuing.js'
import { readSums } from '../sums.js'
import { Scan, type Wanted } from './scan.js'
import { Periods } from './scan-periods.js'

let store: SqliteReadStore
beforeEach(() => {
  store = openSqliteReadStore({ file: ':memory:' })
})
afterEach(() => store.close())

const metric: Pick<Metric, 'name' | 'kind' | 'unit'> = { name: 'won', kind: 'ratio', unit: 'percent' }
const units = ['u-0', 'u-1', 'u-2', null]
const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2025-12-31']

/** So many contributions of causes from a position on, seven of each. */
const rows = (first: number, count: number): Counted[] =>
  Array.from({ length: count }, (_, at) => {
    const unit = units[(at * 7 + first) % units.length] ?? undefined
    return {
      ...{ metric: 'won', entity: 'e', partition: 'p', day: days[(at + first) % days.length] as string },
      ...{ value: (at % 5) - 1, whole: at % 2, of: (unit === undefined ? {} : { unit }) as Counted['of'] },
      cause: { position: storedPosition(first + Math.floor(at / 7)) },
    }
  })

function askedOf(knownAt: Position | undefined, unit: readonly (string | null)[]) {
  const periods = new Periods({ from: '2026-01-01', to: '2026-02-28' }, 'month')
  const where: Wanted['where'] = unit.length > 0 ? { unit } : {}
  return { dims: ['unit'], where, periods, knownAt, metric: 'won' }
}

/** Every cell's sums under what it is of. */
async function sumsOf(reader: ContributionReader, knownAt: Position | undefined, unit: readonly (string | null)[]) {
  const asked = askedOf(knownAt, unit)
  const { periods } = asked
  const { places, touched, value, whole } = await readSums(
    { ...asked, metric },
    { reader, valuing: {} as Valuing, yields: new Yields() },
  )
  const cells = places.flatMap((place, at) =>
    [0, 1].map((period) => {
      const cell = at * periods.count + period
      return [`${place.unit} ${period}`, touched[cell], value[cell], whole[cell]] as const
    }),
  )
  return new Map(cells.filter(([, isTouched]) => isTouched).map(([key, ...sums]) => [key, sums]))
}

const step = fc.record({
  added: fc.constantFrom(0, 40, 700, 3000, blockRows + 100),
  isPacked: fc.boolean(),
  knownAt: fc.option(fc.integer({ min: 1, max: 9000 }).map(storedPosition), { nil: undefined }),
  unit: fc.constantFrom<(string | null)[]>([], ['u-1'], [null, 'u-2']),
})

/** Adds what steps say to a new store, and asks after each. */
async function walked(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Promise<void> {
  await store.close()
  store = openSqliteReadStore({ file: ':memory:' })
  const live = new LiveContributions(store)
  await live.open()
  const warm = new ContributionReader(store)
  let next = 1
  for (const { knownAt, unit, added, isPacked } of steps) {
    if (added > 0) await store.write(live.appended(rows(next, added)))
    next += Math.ceil(added / 7)
    if (isPacked) await compactContributions(store)
    for (const known of [knownAt, undefined])
      expect(await sumsOf(warm, known, unit)).toEqual(await sumsOf(new ContributionReader(store), known, unit))
  }
}

describe('what was summed before', () => {
  it('comes to the same as summing all of it anew', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), walked), { numRuns: 25 })
  })

  it('is not looked through again, but for what is not full yet', async () => {
    const live = new LiveContributions(store)
    await live.open()
    await store.write(live.appended(rows(1, blockRows * 2 + 500)))
    await compactContributions(store)
    const reader = new ContributionReader(store)
    const partsOf = async () => {
      const { parts } = await new Scan(reader, askedOf(undefined, [])).partsSince(['value', 'whole'])
      return parts.map(({ count }) => count)
    }
    expect(await partsOf()).toEqual([blockRows, blockRows, 500])
    await sumsOf(reader, undefined, [])
    await store.write(live.appended(rows(9000, 70)))
    expect(await partsOf()).toEqual([500, 70])
  })
})
