/** The tables and random rows and queries that the contract of the read stores is tried with. */
import { expect } from '@jest/globals'
import fc from 'fast-check'
import {
  type Find,
  type ReadStore,
  type Row,
  type RowPage,
  type Scalar,
  storedPosition,
  type TableSpec,
  type Where,
  type Write,
} from '#kernel'

/** The store of the test that runs. */
export type Opened = () => ReadStore

export const keysOf = (page: RowPage) => page.rows.map((row) => row.key)
export const puts = (table: string, rows: readonly Row[]): Write[] => rows.map((put) => ({ table, put }))
export const named = (...names: string[]) => names.map((fullName, at) => person(`p-${at}`, fullName))

export const offers: TableSpec = {
  name: 'offers-1',
  columns: {
    owner: 'id',
    stage: 'code',
    title: 'text',
    changedAt: 'instant',
    dueOn: 'day',
    amountMinor: 'integer',
    share: 'number',
    open: 'flag',
    customers: 'ids',
  },
  indexes: [['title'], ['stage', 'title'], ['amountMinor'], ['changedAt'], ['owner', 'changedAt']],
  restless: ['changedAt'],
  words: ['title'],
}

export const samplePeople: TableSpec = {
  name: 'people-1',
  columns: { fullName: 'text', unit: 'code', words: 'text', subjects: 'ids', keys: 'list' },
  indexes: [['fullName'], ['unit', 'fullName']],
}

/** The same as plaintext has them. */
export const searchedPeople: TableSpec = { ...samplePeople, searches: 'words', searchesWithin: 'unit' }

export const sampleFigures: TableSpec = {
  name: 'figures-1',
  columns: { unit: 'code', month: 'code', amountMinor: 'integer', weight: 'number' },
  always: ['month', 'amountMinor'],
  indexes: [['unit', 'month']],
}

export function person(
  key: string,
  fullName: string,
  more: Partial<{ position: number; unit: string; words: string }> = {},
): Row {
  const { position = 1, unit = 'fi', words = fullName } = more
  const columns = { fullName, unit, words, subjects: [`s-${key}`, 'everyone'], keys: [`k-${key}`] }
  return { key, position: storedPosition(position), doc: { fullName }, columns }
}

const values: Readonly<Record<string, fc.Arbitrary<Scalar>>> = {
  owner: fc.constantFrom('m-1', 'm-2', 'M-1', null),
  stage: fc.constantFrom('lead', 'won', 'lost', null),
  title: fc.oneof(
    fc.array(fc.constantFrom(...'aAbBzåäöÅÄé 1'), { maxLength: 4 }).map((chars) => chars.join('')),
    fc.constant(null),
  ),
  changedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', null),
  dueOn: fc.constantFrom('2026-01-01', '2026-02-01', '2027-01-01', null),
  amountMinor: fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constant(null)),
  share: fc.constantFrom(0, 0.1, 0.25, -1.5, null),
  open: fc.constantFrom(true, false, null),
}
const scalarColumns = Object.keys(values)
const customer = fc.constantFrom('c-1', 'c-2', 'c-3')

const columns = fc.record({ ...values, customers: fc.uniqueArray(customer, { maxLength: 3 }) })

export const offerRows: fc.Arbitrary<Row[]> = fc.array(columns, { minLength: 150, maxLength: 250 }).map((all) =>
  all.map((each, at) => {
    const key = `k-${(at * 7919) % 1000}`
    return { key, position: storedPosition(at + 1), doc: { at }, columns: each }
  }),
)

const condition: fc.Arbitrary<Where> = fc.constantFrom(...scalarColumns).chain((column) => {
  const value = values[column] as fc.Arbitrary<Scalar>
  const bound = value.map((each) => each ?? undefined)
  const any: fc.Arbitrary<Where>[] = [
    value.map((eq) => ({ column, eq })),
    fc.array(value, { maxLength: 4 }).map((each) => ({ column, in: each })),
    fc.record({ from: bound, below: bound, to: bound }).map((range) => ({ column, ...range })),
    customer.map((has) => ({ column: 'customers', has })),
  ]
  if (column === 'title') any.push(value.map((each) => ({ column, words: String(each ?? '').slice(0, 3) })))
  const isText = ['owner', 'stage', 'title', 'dueOn'].includes(column)
  if (isText) any.push(value.map((each) => ({ column, prefix: String(each ?? '').slice(0, 2) })))
  return fc.oneof(...any)
})

const { where } = fc.letrec<{ where: Where }>((tie) => ({
  where: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    condition,
    fc.array(tie('where'), { maxLength: 3 }).map((and) => ({ and })),
    fc.array(tie('where'), { maxLength: 3 }).map((or) => ({ or })),
    tie('where').map((not) => ({ not })),
  ),
}))

export const offerQuery: fc.Arbitrary<Find> = fc.record(
  {
    where,
    sort: fc.uniqueArray(fc.record({ column: fc.constantFrom(...scalarColumns), descending: fc.boolean() }), {
      maxLength: 3,
      selector: ({ column }) => column,
    }),
    limit: fc.oneof(fc.integer({ min: 7, max: 60 }), fc.integer({ min: 100, max: 200 })),
  },
  { requiredKeys: ['limit'] },
)

/** A page begins at any place of a list, told from its beginning or from a cursor. */
export async function passesOver(store: ReadStore, query: Find, expected: readonly string[]): Promise<void> {
  const { limit = 50 } = query
  const middle = Math.floor(expected.length / 2)
  for (const skip of [middle, Math.max(0, expected.length - 1), expected.length + 2]) {
    const page = await store.find('offers-1', { ...query, skip })
    expect(keysOf(page)).toEqual(expected.slice(skip, skip + limit))
    expect(page.next === undefined).toBe(skip + limit >= expected.length)
    if (page.next === undefined) continue
    const behind = await store.find('offers-1', { ...query, cursor: page.next, skip: 1 })
    expect(keysOf(behind)).toEqual(expected.slice(skip + limit + 1, skip + 2 * limit + 1))
  }
}
