/** Lists in a table of some thousand rows, of which one column changes again and again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findNaively } from '#engines/contracts/read-store/read-store-oracle.js'
import { keysOf, offerQuery, offers, puts } from '#engines/contracts/read-store/read-store-samples.js'
import { type Find, type Row, storedPosition, type Where } from '#kernel'
import { openSqliteReadStore, type SqliteReadStore } from '../sqlite-read-store.js'

let folder: string
let store: SqliteReadStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readmodel-'))
  store = openSqliteReadStore({ file: join(folder, 'readmodels.sqlite'), locale: 'fi' })
  await store.declare([offers])
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const startMs = Date.parse('2026-01-01T00:00:00.000Z')
const momentOf = (at: number) => new Date(startMs + at * 60_000).toISOString()

const rowOf = (
  at: number,
  { changedAt = null, position = 1 }: { changedAt?: string | null; position?: number },
): Row => ({
  key: `k-${at}`,
  position: storedPosition(position),
  doc: { at },
  columns: {
    owner: at % 40 === 0 ? 'm-1' : at % 3 === 0 ? null : 'm-2',
    stage: at % 60 === 0 ? 'won' : 'lead',
    title: at % 50 === 0 ? `Élo ${at}` : `bÄ ${at % 7}`,
    changedAt,
    amountMinor: at % 9,
    dueOn: null,
    share: at % 2,
    open: at % 3 > 0,
    customers: at % 30 === 0 ? ['c-1', 'c-2'] : ['c-3'],
  },
})

/** Rows of which each was changed so many times, in no order. */
async function changed(count: number, times: number): Promise<Row[]> {
  const rows = new Map<string, Row>()
  for (let round = 1; round <= times; round++) {
    const writes = Array.from({ length: count }, (_, at) => {
      const moment = (at * 7919 + round * 104_729) % (count * 2)
      const isThere = (at + round) % 11 > 0
      return rowOf(at, { changedAt: isThere ? momentOf(moment) : null, position: round })
    })
    for (const row of writes) rows.set(row.key, row)
    await store.write(puts('offers-1', writes))
  }
  return [...rows.values()]
}

/** Keys of all pages. */
async function found(query: Find): Promise<string[]> {
  const keys: string[] = []
  let cursor: string | undefined
  do {
    const page = await store.find('offers-1', { ...query, cursor })
    keys.push(...keysOf(page))
    cursor = page.next
  } while (cursor !== undefined)
  return keys
}

const entriesIn = (index: string) =>
  Number(store.file.db.prepare(`SELECT count(*) AS count FROM "offers-1~by~${index}"`).get()?.count)

const latest = [{ column: 'changedAt', descending: true }]

describe('a trailing index', () => {
  const conditions: (Where | undefined)[] = [
    undefined,
    { column: 'owner', eq: 'm-1' },
    { column: 'owner', eq: null },
    { column: 'changedAt', below: momentOf(40) },
    { column: 'changedAt', from: momentOf(4000) },
    { column: 'changedAt', eq: null },
  ]

  it.each(conditions)('finds rows as they are, whatever they were: %j', async (where) => {
    const rows = await changed(2500, 4)
    for (const descending of [false, true])
      for (const sort of [[{ column: 'changedAt', descending }], [{ column: 'amountMinor', descending }]]) {
        const query: Find = { where, sort, limit: 500 }
        expect(await found(query)).toEqual(findNaively(rows, offers, query))
      }
  })

  it('finds a row once that came back to where it was, and one that was removed not at all', async () => {
    const write = (changedAt: string, position: number) =>
      store.write(puts('offers-1', [rowOf(1, { changedAt, position })]))
    await write(momentOf(1), 1)
    await write(momentOf(2), 2)
    await write(momentOf(1), 3)
    expect(await found({ sort: latest })).toEqual(['k-1'])
    await store.write([{ table: 'offers-1', remove: 'k-1', position: storedPosition(4) }])
    expect(await found({ sort: latest })).toEqual([])
    // Takes the number of the row that is gone.
    await store.write(puts('offers-1', [rowOf(2, { changedAt: momentOf(1), position: 5 })]))
    expect(await found({ sort: latest })).toEqual(['k-2'])
    await write(momentOf(1), 6)
    expect(await found({ sort: latest })).toEqual(['k-2', 'k-1'])
  })

  it('keeps few entries that no longer hold, and no index that a change writes to', async () => {
    await changed(1000, 20)
    for (const index of ['changedAt', 'owner~changedAt']) expect(entriesIn(index)).toBeLessThan(2000)
    const indexes = store.file.db.prepare('PRAGMA index_list("offers-1")').all()
    expect(indexes.filter(({ name }) => String(name).includes('changedAt'))).toEqual([])
  })

  it('is filled when the table is loaded, and goes with it', async () => {
    await store.drop(['offers-1'])
    await store.declare([offers], { unindexed: true })
    const rows = [3, 1, 2].map((at) => rowOf(at, { changedAt: at === 3 ? null : momentOf(at) }))
    await store.bulkLoad('offers-1', rows)
    await store.finishLoad(['offers-1'])
    expect(await found({ sort: latest })).toEqual(['k-2', 'k-1', 'k-3'])
    await store.drop(['offers-1'])
    const left = store.file.db.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'offers%'`).all()
    expect(left).toEqual([])
  })
})

describe('the way to a page', () => {
  it('leads to what a plain filter and sort finds, where few rows fit and where many do', async () => {
    const rows = await changed(2500, 2)
    const some: Find[] = [
      { where: { column: 'stage', eq: 'won' }, sort: [{ column: 'title' }] },
      { where: { column: 'customers', has: 'c-1' }, sort: latest },
      { where: { column: 'customers', has: 'c-3' }, sort: [{ column: 'title', descending: true }] },
      {
        where: {
          or: [
            { column: 'title', words: 'elo' },
            { column: 'amountMinor', eq: 3 },
          ],
        },
        sort: [{ column: 'title' }],
      },
      {
        where: {
          and: [
            { column: 'title', words: 'ba 3' },
            { column: 'owner', in: ['m-1'] },
          ],
        },
        sort: latest,
      },
    ]
    for (const query of [...some, ...fc.sample(offerQuery, { numRuns: 120, seed: 7 })]) {
      const [page, all] = [await store.find('offers-1', query), findNaively(rows, offers, query)]
      const first = keysOf(page)
      expect([query, first]).toEqual([query, all.slice(0, query.limit ?? 50)])
      if (page.next === undefined) continue
      const second = keysOf(await store.find('offers-1', { ...query, cursor: page.next }))
      expect([query, second]).toEqual([query, all.slice(first.length, first.length * 2)])
    }
  })

  it('goes by the few rows that a condition finds, instead of walking all to find them', async () => {
    await changed(2500, 1)
    const read: string[] = []
    const all = store.file.all.bind(store.file)
    store.file.all = (sql) => {
      read.push(sql.text)
      return all(sql)
    }
    const planOf = async (where: Where, column: string) => {
      read.length = 0
      await store.find('offers-1', { where, sort: [{ column }] })
      const plan = store.file.db.prepare(`EXPLAIN QUERY PLAN ${read.at(-1)}`).all()
      return plan.map(({ detail }) => detail).join('; ')
    }
    expect(await planOf({ column: 'changedAt', below: momentOf(9) }, 'title')).toMatch(/by~changedAt .*B-TREE/)
    expect(await planOf({ column: 'owner', eq: 'm-1' }, 'title')).toMatch(/by~owner~changedAt .*B-TREE/)
    expect(await planOf({ column: 'customers', has: 'c-1' }, 'title')).toMatch(/offers-1~customers .*B-TREE/)
    expect(await planOf({ column: 'customers', has: 'c-3' }, 'title')).toBe(
      'SCAN offers-1 USING INDEX offers-1~by~title',
    )
    expect(await planOf({ column: 'stage', eq: 'lead' }, 'amountMinor')).not.toContain('B-TREE')
  })
})
