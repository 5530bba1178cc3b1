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
  /** Up to which both were folded, when the last of it was compared. */
  position: Position
  rows: number
  differences: RowDifference[]
}

export interface ComparedStores {
  kept: StoreReads
  clean: StoreReads
  /** The plaintext of both; absent where it is not compared. */
  clear?: Compared
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
  const comparison = new Comparison(of.registry, { withPlaintext: of.clear !== undefined })
  await comparison.goOn({ kept, clean, clear: of.clear })
  return { position: of.position, ...comparison.found }
}

type Found = Pick<Verification, 'rows' | 'differences'>

/** How a piece of the comparison is gone on with. */
interface Turn {
  /** Behind which place; from the start where there is none. */
  after: string | undefined
  found: Found
  isOver: () => boolean
}

/** @returns behind which place it is to go on, where its turn was over before it had come to the end */
type Piece = (stores: ComparedStores, turn: Turn) => Promise<string | undefined>

/**
 * A comparison of two stores that may go on for longer than one moment of them lasts: whatever is compared in one turn
 * stands at one position, whichever that is.
 */
export class Comparison {
  readonly found: Found = { rows: 0, differences: [] }
  private readonly pieces: Piece[]
  private after: string | undefined

  constructor(registry: Registry, { withPlaintext }: { withPlaintext: boolean }) {
    this.pieces = piecesOf(registry, withPlaintext)
  }

  /**
   * @param stores folded to the same position
   * @param isOver whether it is to leave off; asked after each row
   * @returns whether all of it is compared
   */
  async goOn(stores: ComparedStores, isOver: () => boolean = () => false): Promise<boolean> {
    for (let piece = this.pieces[0]; piece; piece = this.pieces[0]) {
      this.after = await piece(stores, { after: this.after, found: this.found, isOver })
      if (this.after === undefined) this.pieces.shift()
      if (isOver()) break
    }
    return this.pieces.length === 0
  }
}

/** Of contributions each metric is one, and those are one that the registry does not know. */
function piecesOf(registry: Registry, withPlaintext: boolean): Piece[] {
  const { metrics } = registry
  const tables = tablesOf(registry).filter(({ name }) => name !== PARKED && name !== REFERENCES)
  const measured = [...metrics.keys()].map((name) => (metric: string) => metric === name)
  return [
    ...tables.map(({ name }) => comparingRows(name, (stores) => stores)),
    ...(withPlaintext ? clearTablesOf(registry) : []).map(({ name }) => comparingRows(name, plaintextOf)),
    (stores, turn) =>
      compareInOrder('filings', { ours: filingsOf(stores.kept, turn), theirs: filingsOf(stores.clean, turn) }, turn),
    async (stores, { found }) => compareReferences(stores, found),
    ...[...measured, (metric: string) => !metrics.has(metric)].map(comparingContributions),
  ]
}

function plaintextOf({ clear }: ComparedStores): Compared {
  if (!clear) throw new Error('there is no plaintext to compare')
  return clear
}

const comparingRows =
  (table: string, of: (stores: ComparedStores) => Compared): Piece =>
  (stores, turn) => {
    const { kept, clean } = of(stores)
    return compareInOrder(table, { ours: rowsOf(kept, table, turn), theirs: rowsOf(clean, table, turn) }, turn)
  }

const comparingContributions =
  (isWanted: (metric: string) => boolean): Piece =>
  async (stores, { found }) => {
    const { rows, differing } = await differingContributions(stores, isWanted)
    found.rows += rows
    for (const { key, kind } of differing) note(found, 'contributions', kind, key)
    return undefined
  }

/** What is kept of the references, as far as it goes on both sides: each is kept further now and then only. */
async function compareReferences({ kept, clean }: ComparedStores, found: Found): Promise<undefined> {
  const [ours, theirs] = [await referenceRows(kept), await referenceRows(clean)]
  if (ours.length === 0 || theirs.length === 0) return
  try {
    const [kept, expected] = [storedReferences(ours), storedReferences(theirs)]
    const upTo = Math.min(kept.head.upTo, expected.head.upTo)
    const inBoth = ({ events }: typeof kept) => canonical(events.filter(({ position }) => position <= upTo))
    if (inBoth(kept) !== inBoth(expected)) note(found, REFERENCES, 'other', kept.head.event)
  } catch {
    // Damaged, which the next start says and mends.
    note(found, REFERENCES, 'other')
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
  /** Behind which a comparison goes on: the key, or all that shares a beginning of it. */
  place: string
  content: string
}

/** Compares what comes in the order of its keys, to its end or until the turn is over. */
async function compareInOrder(
  table: string,
  { ours, theirs }: InOrder,
  { found, isOver }: Turn,
): Promise<string | undefined> {
  let last: string | undefined
  for await (const [a, b] of inPairs(ours, theirs)) {
    const { key, place } = (a ?? b) as Kept
    if (last !== undefined && place !== last && isOver()) return last
    note(found, table, kindOf(a, b), key)
    found.rows++
    last = place
  }
  return undefined
}

interface InOrder {
  ours: AsyncGenerator<Kept, undefined>
  theirs: AsyncGenerator<Kept, undefined>
}

/** What both have at a key, or one of them; ends what it reads from when nobody goes on. */
async function* inPairs(
  ours: InOrder['ours'],
  theirs: InOrder['theirs'],
): AsyncGenerator<[Kept | undefined, Kept | undefined]> {
  try {
    let [a, b] = [await ours.next(), await theirs.next()]
    while (!a.done || !b.done) {
      const order = orderOf(a.value, b.value)
      yield [order <= 0 ? a.value : undefined, order >= 0 ? b.value : undefined]
      if (order <= 0) a = await ours.next()
      if (order >= 0) b = await theirs.next()
    }
  } finally {
    for (const each of [ours, theirs]) await each.return(undefined)
  }
}

type Kind = RowDifference['kind']

function note({ differences }: Found, table: string, kind: Kind | undefined, key = ''): void {
  if (kind && differences.length < mostDifferences) differences.push({ table, key, kind })
}

function kindOf(a: Kept | undefined, b: Kept | undefined): Kind | undefined {
  if (!a || !b) return a ? 'surplus' : 'missing'
  return a.content === b.content ? undefined : 'other'
}

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

async function* rowsOf(store: Scanned, table: string, { after }: Pick<Turn, 'after'>): AsyncGenerator<Kept, undefined> {
  for await (const rows of store.scan(table, { sort: [], after })) {
    for (const row of rows) yield { key: row.key, place: row.key, content: contentOf(row) }
  }
}

/** Filings by where they stand: partition, moment, fact and version. */
async function* filingsOf(store: StoreReads, { after }: Pick<Turn, 'after'>): AsyncGenerator<Kept, undefined> {
  for await (const rows of store.filings.standing(after)) {
    for (const row of rows) {
      const place = [row.first, row.position].map((position) => String(position).padStart(16, '0'))
      const key = [row.partition, row.at, ...place].join(' ')
      yield { key, place: row.partition, content: canonical(row) }
    }
  }
}
