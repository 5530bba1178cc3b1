/** Lists of the contract of read stores, read page after page. */
import { expect } from '@jest/globals'
import type { Find, ReadStore, Row, RowPage } from '#kernel'
import { findNaively } from './read-store-oracle.js'
import { keysOf, offers } from './read-store-samples.js'

export async function allKeys(store: ReadStore, table: string, query: Find): Promise<string[]> {
  const keys: string[] = []
  let cursor: string | undefined
  do {
    const page = await store.find(table, { ...query, cursor })
    expect(page.rows.length).toBeLessThanOrEqual(query.limit ?? 50)
    keys.push(...keysOf(page))
    cursor = page.next
  } while (cursor !== undefined)
  return keys
}

/** Lists beside each other are those of each value, page after page. */
export async function expectEach(store: ReadStore, all: readonly Row[], query: Find): Promise<void> {
  const values = ['won', null, 'lead', 'unheard-of']
  const pages = await store.findEach('offers-1', { ...query, of: { column: 'stage', values } })
  expect(pages).toHaveLength(values.length)
  for (const [at, eq] of values.entries()) {
    const where = { and: [...(query.where ? [query.where] : []), { column: 'stage', eq }] }
    let page = pages[at] as RowPage
    const keys = keysOf(page)
    expect(keys.length).toBeLessThanOrEqual(query.limit ?? 50)
    while (page.next !== undefined) {
      const going = { ...query, of: { column: 'stage', values: [eq] }, cursor: page.next }
      ;[page = { rows: [] }] = await store.findEach('offers-1', going)
      keys.push(...keysOf(page))
    }
    expect(keys).toEqual(findNaively(all, offers, { ...query, where }))
  }
}

/** Lists and counts that are asked for at once in a moment are what they are each by itself. */
export async function expectTogether(store: ReadStore, all: readonly Row[], queries: readonly Find[]): Promise<void> {
  const found = await store.moment((reads) =>
    Promise.all([
      Promise.all(queries.map((query) => reads.find('offers-1', query))),
      Promise.all(queries.map(({ where }) => reads.count('offers-1', where))),
    ]),
  )
  const expected = queries.map((query) => findNaively(all, offers, query))
  const pages = expected.map((keys, at) => keys.slice(0, queries[at]?.limit))
  expect(found).toEqual([
    pages.map((keys) => expect.objectContaining({ rows: keys.map(rowOf) })),
    expected.map(lengthOf),
  ])
}

const rowOf = (key: string): unknown => expect.objectContaining({ key })
const lengthOf = ({ length }: readonly string[]): number => length
