/** Holds the read models and their plaintext against a clean fold of the log: every table, every row, and every contribution. */
import type { ClearReads, Position, Registry, Row, StoreReads } from '#kernel'
import { clearTablesOf, PARKED, REFERENCES, referenceRows, storedReferences, tablesOf } from '#read-models'
import { differingContributions } from './verify-contributions.js'

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

/**
 * Compares two stores folded to the same position. The rows' own positions do not count.
 * @param of.clear the plaintext of both, at that position; absent where it is not compared
 */
export async function compareStores(
  kept: StoreReads,
  clean: StoreReads,
  of: { registry: Registry; position: Position; clear?: Compared },
): Promise<Verification> {
  const result: Verification = { position: of.position, rows: 0, differences: [] }
  for (const { name } of tablesOf(of.registry)) {
    if (name !== PARKED && name !== REFERENCES) await compareTable(name, { kept, clean }, result)
  }
  for (const { name } of of.clear ? clearTablesOf(of.registry) : [])
    await compareTable(name, of.clear as Compared, result)
  await compareInOrder('filings', { ours: filingsOf(kept), theirs: filingsOf(clean) }, result)
  await compareReferences({ kept, clean }, result)
  const { rows, differing } = await differingContributions({ kept, clean })
  result.rows += rows
  for (const { key, kind } of differing) note(result, 'contributions', kind, key)
  return result
}

async function compareTable(table: string, { kept, clean }: Compared, result: Verification): Promise<void> {
  await compareInOrder(table, { ours: rowsOf(kept, table), theirs: rowsOf(clean, table) }, result)
}

/** What is kept of the references, as far as it goes. */
async function compareReferences(
  { kept, clean }: { kept: StoreReads; clean: StoreReads },
  result: Verification,
): Promise<void> {
  const [ours, theirs] = [await referenceRows(kept), await referenceRows(clean)]
  if (ours.length === 0 || theirs.length === 0) return
  try {
    const { head, events } = storedReferences(ours)
    const expected = storedReferences(theirs).events.filter(({ position }) => position <= head.upTo)
    if (canonical(events) !== canonical(expected)) note(result, REFERENCES, 'other', head.event)
  } catch {
    // Damaged, which the next start says and mends.
    note(result, REFERENCES, 'other')
  }
}

type Scanned = Pick<StoreReads | ClearReads, 'scan'>

interface Compared {
  kept: Scanned
  clean: Scanned
}

/** Something kept under a key, as far as it is compared. */
interface Kept {
  key: string
  content: string
}

/** Compares what comes in the order of its keys. */
async function compareInOrder(
  table: string,
  { ours, theirs }: { ours: AsyncGenerator<Kept, undefined>; theirs: AsyncGenerator<Kept, undefined> },
  result: Verification,
): Promise<void> {
  let [a, b] = [await ours.next(), await theirs.next()]
  while (!a.done || !b.done) {
    const order = orderOf(a.value, b.value)
    const kind = order === 0 ? undefined : order < 0 ? ('surplus' as const) : ('missing' as const)
    note(result, table, kind ?? differingRows(a.value, b.value), (order <= 0 ? a.value : b.value)?.key)
    result.rows++
    if (order <= 0) a = await ours.next()
    if (order >= 0) b = await theirs.next()
  }
}

type Kind = RowDifference['kind']

function note(result: Verification, table: string, kind: Kind | undefined, key = ''): void {
  if (kind && result.differences.length < mostDifferences) result.differences.push({ table, key, kind })
}

const differingRows = (a: Kept | undefined, b: Kept | undefined): Kind | undefined =>
  a && b && a.content !== b.content ? 'other' : undefined

/** Below zero: only `a` is at this key. */
function orderOf(a: Kept | undefined, b: Kept | undefined): number {
  if (!a) return 1
  return b ? compareKeys(a.key, b.key) : -1
}

const compareKeys = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))

const contentOf = ({ doc, columns }: Row): string => canonical({ doc, columns })

/** Members in order, absent ones left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  )
}

async function* rowsOf(store: Scanned, table: string): AsyncGenerator<Kept, undefined> {
  for await (const rows of store.scan(table, { sort: [] })) {
    for (const row of rows) yield { key: row.key, content: contentOf(row) }
  }
}

/** Filings by where they stand: partition, moment, fact and version. */
async function* filingsOf(store: StoreReads): AsyncGenerator<Kept, undefined> {
  for await (const rows of store.filings.standing()) {
    for (const row of rows) {
      const place = [row.first, row.position].map((position) => String(position).padStart(16, '0'))
      yield { key: [row.partition, row.at, ...place].join(' '), content: canonical(row) }
    }
  }
}
