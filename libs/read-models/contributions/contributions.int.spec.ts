/** What was counted is there once, whatever it was packed into and wherever a process died. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { openSqliteReadStore, type SqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { storedPosition } from '#kernel'
import { differingContributions } from '#projections/verify-contributions.js'
import { BlockBuilder, rowsOf } from './block.js'
import { BulkContributions } from './bulk-contributions.js'
import { ContributionReader } from './contribution-reader.js'
import { type Counted, causeOf } from './counted.js'
import { blockRows, compactContributions, LiveContributions } from './live-contributions.js'

let store: SqliteReadStore
beforeEach(() => {
  store = openSqliteReadStore({ file: ':memory:' })
})
afterEach(() => store.close())

const name = fc.constantFrom('a', 'b', 'ä "1"')
const optional = fc.option(name, { nil: undefined })
const counted: fc.Arbitrary<Counted> = fc
  .record({
    metric: fc.constantFrom('won', 'lost', 'delay'),
    entity: name,
    partition: name,
    day: fc.constantFrom('0000-01-01', '1969-12-31', '2026-02-28'),
    value: fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constant(9_007_199_254_740_991)),
    whole: fc.constantFrom(0, 1),
    cause: fc.record({ position: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constant(9_007_199_254_740_991)) }),
    length: fc.option(fc.double({ min: 0, max: 400, noNaN: true }), { nil: undefined }),
    of: fc.dictionary(fc.constantFrom('unit', 'member', 'sector', 'channel'), name),
    who: optional,
  })
  .map((row) => JSON.parse(JSON.stringify(row)) as Counted)

/** Contributions of some causes after others, as many of each. */
const many = (first: number, causes: number, each = 1, metric = 'won'): Counted[] =>
  Array.from({ length: causes * each }, (_, at) => ({
    ...{
      metric,
      entity: `e-${at}`,
      partition: 'p',
      day: '2026-02-28',
      value: 1,
      whole: 0,
      of: { unit: `u-${at % 3}` },
    },
    cause: { position: storedPosition(first + Math.floor(at / each)) },
  }))

async function stored(): Promise<Counted[]> {
  const rows: Counted[] = []
  for await (const part of new ContributionReader(store).rows()) rows.push(...part)
  return rows
}

const sorted = (rows: readonly Counted[]) =>
  rows.map(({ of, ...row }) => JSON.stringify([Object.entries(row).sort(), Object.entries(of).sort()])).sort()
const metricsOfParts = async () => (await store.contributions.heads()).map(({ metric, count }) => [metric, count])

async function opened(): Promise<LiveContributions> {
  const live = new LiveContributions(store)
  await live.open()
  return live
}

describe('a block', () => {
  it('gives back what it was made of, in the order of causes', () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 60 }), (rows) => {
        const block = BlockBuilder.from(rows).part('won')
        const won = rows.map((row) => ({ ...row, metric: 'won' }))
        expect(rowsOf('won', block)).toEqual(won)
        expect(block.firstCause).toBe(Math.min(...rows.map(causeOf)))
        expect(block.lastDay).toBe(
          rows
            .map(({ day }) => day)
            .sort()
            .at(-1),
        )
      }),
    )
  })

  it('keeps more different values than a narrow code tells apart', () => {
    for (const size of [256, 257, 8192])
      expect(sorted(rowsOf('won', BlockBuilder.from(many(1, size)).part('won')))).toEqual(sorted(many(1, size)))
  })
})

describe('a reader', () => {
  it('sees at a moment what was there, also once it was packed, and everything beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'contributions-'))
    await store.close()
    store = openSqliteReadStore({ file: join(folder, 'read.db') })
    const live = await opened()
    const reader = new ContributionReader(store)
    const countedBy = async (one: ContributionReader) =>
      (await one.parts('won', ['day'], {})).parts.reduce((sum, { count }) => sum + count, 0)
    await store.write(live.appended(many(1, 5)))
    await store.moment(async (reads) => {
      expect(await countedBy(reader.at(reads))).toBe(5)
      await store.write(live.appended(many(6, 3)))
      await compactContributions(store)
      expect([await countedBy(reader.at(reads)), await countedBy(reader)]).toEqual([5, 8])
    })
    expect(await countedBy(reader)).toBe(8)
    await store.close()
    rmSync(folder, { recursive: true })
  })
})

describe('live contributions', () => {
  it('wait in one part for each write, and are all there once they are packed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(counted, { minLength: 1, maxLength: 9 }), { maxLength: 12 }),
        async (writes) => {
          await store.close()
          store = openSqliteReadStore({ file: ':memory:' })
          const live = await opened()
          for (const [at, rows] of writes.entries()) {
            await store.write(live.appended(rows))
            if (at % 4 === 3) await compactContributions(store)
          }
          expect(sorted(await stored())).toEqual(sorted(writes.flat()))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('go into blocks at once where one event causes very many', async () => {
    const live = await opened()
    await store.write(live.writes([...many(1, 1, 2), ...many(2, 1, 1001), ...many(3, 1, 2, 'lost')]))
    expect(await metricsOfParts()).toEqual([
      ['won', 1001],
      [null, 4],
    ])
  })

  it('are packed once enough wait, into blocks that fill up', async () => {
    const live = await opened()
    for (let at = 0; at < 40; at++) {
      await store.write(live.writes(many(1 + at * 700, 700)))
      await live.compact()
    }
    const parts = await metricsOfParts()
    const blocks = parts.filter(([metric]) => metric === 'won').map(([, count]) => Number(count))
    expect(blocks.filter((count) => count === blockRows).length).toBeGreaterThanOrEqual(2)
    expect(parts.length).toBeLessThan(15)
    expect(await stored()).toHaveLength(40 * 700)
  })

  it('pass over what comes again because the checkpoint was older', async () => {
    const live = await opened()
    await store.write(live.writes(many(1, 9)))
    await compactContributions(store)
    const again = await opened()
    await store.write(again.writes(many(5, 9)))
    expect(sorted(await stored())).toEqual(sorted([...many(1, 9), ...many(5, 9).slice(5)]))
  })
})

describe('packing', () => {
  it('that dies half-way leaves everything as it was, and can be done again', async () => {
    const live = await opened()
    await store.write(live.writes([...many(1, 20), ...many(21, 20, 1, 'lost')]))
    const before = await store.contributions.heads()
    store.file.db.exec(
      `CREATE TEMP TRIGGER dies AFTER DELETE ON "~contributions" BEGIN SELECT raise(ABORT, 'died'); END`,
    )
    await expect(compactContributions(store)).rejects.toThrow(/died/)
    store.file.db.exec('DROP TRIGGER dies')
    expect(await store.contributions.heads()).toEqual(before)
    await compactContributions(store)
    await compactContributions(store)
    expect(await metricsOfParts()).toEqual([
      ['won', 20],
      ['lost', 20],
    ])
  })

  it('while a question reads gives the question all of it', async () => {
    const live = await opened()
    await store.write(live.writes(many(1, 20)))
    const { contributions } = store
    let packs = 1
    const reader = new ContributionReader({
      contributions: {
        heads: (metric) => contributions.heads(metric),
        read: async (ids, piece) => {
          if (packs-- > 0) await compactContributions(store)
          return contributions.read(ids, piece)
        },
      },
    })
    const { parts } = await reader.parts('won', ['value'], {})
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(20)
  })
})

describe('a rebuild', () => {
  it('writes blocks, each as soon as it is full', async () => {
    const bulk = new BulkContributions(store)
    bulk.add(many(1, blockRows + 1))
    await bulk.flush()
    expect(await metricsOfParts()).toEqual([['won', blockRows]])
    await bulk.finish()
    await bulk.finish()
    expect(sorted(await stored())).toEqual(sorted(many(1, blockRows + 1)))
  })
})

describe('verifying', () => {
  let clean: SqliteReadStore
  beforeEach(() => {
    clean = openSqliteReadStore({ file: ':memory:' })
  })
  afterEach(() => clean.close())

  const keep = async (into: SqliteReadStore, rows: readonly Counted[]) => {
    const bulk = new BulkContributions(into)
    bulk.add(rows)
    await bulk.finish()
  }

  it('finds no difference in how contributions are cut, ordered and netted', async () => {
    const live = await opened()
    const [first, ...others] = many(1, 30)
    await store.write(live.appended(others.toReversed()))
    await compactContributions(store)
    if (first) await store.write(live.appended([first, first, { ...first, value: -1 }]))
    await keep(clean, many(1, 30))
    expect(await differingContributions({ kept: store, clean })).toEqual({ rows: 30, differing: [] })
  })

  it('names what is missing, what is too much and what counts otherwise', async () => {
    const [a, b, c] = many(1, 3) as [Counted, Counted, Counted]
    await keep(store, [a, { ...c, value: 2 }])
    await keep(clean, [b, c])
    const { differing } = await differingContributions({ kept: store, clean })
    expect(differing.map(({ key, kind }) => [key.slice(0, 8), kind])).toEqual([
      ['won e-0 ', 'surplus'],
      ['won e-1 ', 'missing'],
      ['won e-2 ', 'other'],
    ])
  })
})
