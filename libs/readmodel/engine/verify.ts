/** Holds the read models against a clean fold of the log: every table, every row. */
import type { Business, Position, ReadStore, Row } from '#kernel'
import { PARKED, tablesOf } from './tables.js'

export interface Difference {
  table: string
  key: string
  /** `missing`: only the clean fold has it; `surplus`: only the read models; `other`: they differ. */
  kind: 'missing' | 'surplus' | 'other'
}

export interface Verification {
  /** Up to which both were folded. */
  position: Position
  rows: number
  differences: Difference[]
}

const mostDifferences = 100

/** Compares two stores folded to the same position. The rows' own positions and retired cells do not count. */
export async function compareStores(
  kept: ReadStore,
  clean: ReadStore,
  of: { business: Business; position: Position },
): Promise<Verification> {
  const result: Verification = { position: of.position, rows: 0, differences: [] }
  for (const { name } of tablesOf(of.business.registry)) {
    if (name !== PARKED) await compareTable(name, { kept, clean }, result)
  }
  return result
}

async function compareTable(
  table: string,
  { kept, clean }: { kept: ReadStore; clean: ReadStore },
  result: Verification,
): Promise<void> {
  const note = (key: string, kind: Difference['kind']) => {
    if (result.differences.length < mostDifferences) result.differences.push({ table, key, kind })
  }
  const ours = rowsOf(kept, table)
  const theirs = rowsOf(clean, table)
  let [a, b] = [await ours.next(), await theirs.next()]
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : compareKeys(a.value.key, b.value.key)
    if (order < 0 && !a.done) note(a.value.key, 'surplus')
    if (order > 0 && !b.done) note(b.value.key, 'missing')
    if (order === 0 && !a.done && !b.done && contentOf(a.value) !== contentOf(b.value)) note(a.value.key, 'other')
    result.rows++
    if (order <= 0) a = await ours.next()
    if (order >= 0) b = await theirs.next()
  }
}

const compareKeys = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))

const contentOf = ({ doc, columns }: Row): string => canonical({ doc, columns })

/** Members in order, absent ones left out; sums that came to nothing count as absent rows. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  )
}

async function* rowsOf(store: ReadStore, table: string): AsyncGenerator<Row> {
  for await (const rows of store.scan(table, { sort: [] })) {
    for (const row of rows) if (!isSpent(row)) yield row
  }
}

/** A cell whose contributions have cancelled out stands for nothing. */
const isSpent = ({ doc, columns }: Row): boolean =>
  doc === null && 'grain' in columns && columns.value === 0 && columns.whole === 0
