/** Holds the read models against a clean fold of the log: every table, every row. */
import type { Business, Position, ReadStore, Row } from '#kernel'
import { PARKED, tablesOf } from '#read-models'

export interface RowDifference {
  table: string
  key: string
  /** `missing`: only the clean fold has it; `surplus`: only the read models; `other`: they differ. */
  kind: 'missing' | 'surplus' | 'other'
}

export interface Verification {
  /** Up to which both were folded. */
  position: Position
  rows: number
  differences: RowDifference[]
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
  const ours = rowsOf(kept, table)
  const theirs = rowsOf(clean, table)
  let [a, b] = [await ours.next(), await theirs.next()]
  while (!a.done || !b.done) {
    const order = orderOf(a.value, b.value)
    const kind = order === 0 ? undefined : order < 0 ? ('surplus' as const) : ('missing' as const)
    note(result, table, kind ?? differing(a.value, b.value), (a.value ?? b.value)?.key)
    result.rows++
    if (order <= 0) a = await ours.next()
    if (order >= 0) b = await theirs.next()
  }
}

type Kind = RowDifference['kind']

function note(result: Verification, table: string, kind: Kind | undefined, key = ''): void {
  if (kind && result.differences.length < mostDifferences) result.differences.push({ table, key, kind })
}

const differing = (a: Row | undefined, b: Row | undefined): Kind | undefined =>
  a && b && contentOf(a) !== contentOf(b) ? 'other' : undefined

/** Below zero: only `a` is at this key. */
function orderOf(a: Row | undefined, b: Row | undefined): number {
  if (!a) return 1
  return b ? compareKeys(a.key, b.key) : -1
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

async function* rowsOf(store: ReadStore, table: string): AsyncGenerator<Row, undefined> {
  for await (const rows of store.scan(table, { sort: [] })) {
    for (const row of rows) if (!isSpent(row)) yield row
  }
}

/** A cell whose contributions have cancelled out stands for nothing. */
const isSpent = ({ doc, columns }: Row): boolean =>
  doc === null && 'grain' in columns && columns.value === 0 && columns.whole === 0
