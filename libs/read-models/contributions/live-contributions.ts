/**
 * Contributions as the projector makes them: written with the batch that caused them, at first as they
 * come, and now and then packed into blocks. Blocks are only ever put in the place of what they hold,
 * so that wherever a process dies each contribution is there once.
 */
import { laterPosition, type Part, type PartHead, type Position, type ReadStore, type Write } from '#kernel'
import { BlockBuilder, rowsOf } from './block.js'
import { type Counted, causeOf } from './counted.js'
import { rowsOfTail, tailOf } from './tail.js'

/** Contributions in a block, at most. */
export const blockRows = 8192
/** What one event causes above this goes into blocks at once. */
const mostWaitingOfCause = 1000
/** When so many contributions wait, or so many parts, they are packed. */
const mostWaiting = 512
const mostParts = 64
/** Contributions in blocks that are joined at one time: whoever projects waits for that. */
const mostJoined = 4096

export class LiveContributions {
  /** Position up to which everything is in the store, also where its checkpoint is older. */
  private stored: Position = 0
  private waiting = { rows: 0, parts: 0 }

  constructor(private readonly store: Pick<ReadStore, 'contributions'>) {}

  /** Looks what is there; call before anything else. */
  async open(): Promise<void> {
    const heads = await this.store.contributions.heads()
    this.stored = heads.map(({ lastCause }) => lastCause).reduce(laterPosition, 0)
    const tail = heads.filter(({ metric }) => metric === null)
    this.waiting = { rows: tail.reduce((sum, { count }) => sum + count, 0), parts: tail.length }
  }

  /** What events contribute; of events that come again, nothing. */
  writes(figures: readonly Counted[]): Write[] {
    return this.appended(figures.filter((row) => causeOf(row) > this.stored))
  }

  /** The same for contributions of events that were projected long ago. */
  appended(figures: readonly Counted[]): Write[] {
    const large = [...Map.groupBy(figures, causeOf).values()].filter(({ length }) => length > mostWaitingOfCause)
    const causes = new Set(large.map(([first]) => first && causeOf(first)))
    const rest = figures.filter((row) => !causes.has(causeOf(row)))
    this.waiting.rows += rest.length
    this.waiting.parts++
    const parts = [...blocksOf(large.flat()), ...(rest.length > 0 ? [tailOf(rest)] : [])]
    return parts.map((append) => ({ append }))
  }

  /** Packs what waits, once that is worth it; call after each write. */
  async compact(): Promise<void> {
    if (this.waiting.rows < mostWaiting && this.waiting.parts < mostParts) return
    await compactContributions(this.store)
    this.waiting = { rows: 0, parts: 0 }
  }
}

/** Puts all that waits into blocks, together with blocks that are small beside it. */
export async function compactContributions({ contributions }: Pick<ReadStore, 'contributions'>): Promise<void> {
  const heads = await contributions.heads()
  const tail = heads.filter(({ metric }) => metric === null)
  if (tail.length === 0) return
  const packed = joinedOf(packing(await tailRows(tail, contributions), heads))
  const blocks = packed.flatMap((each) => each.blocks)
  const rows = await blockRowsOf(blocks, contributions)
  const parts = packed.flatMap((each) =>
    blocksOf([...each.blocks.flatMap(({ id }) => rows.get(id) ?? []), ...each.fresh]),
  )
  await contributions.replace(
    [...tail, ...blocks].map(({ id }) => id),
    parts,
  )
}

/** With the blocks that are joined now; of the others it is next time, when it is more beside less. */
function joinedOf(packing: readonly Packing[]): { fresh: readonly Counted[]; blocks: readonly PartHead[] }[] {
  let joining = 0
  return packing.map(({ fresh, small, size }) => {
    const isJoined = joining === 0 || joining + size <= mostJoined
    if (isJoined) joining += size
    return { fresh, blocks: isJoined ? small : [] }
  })
}

interface Packing {
  fresh: readonly Counted[]
  small: readonly PartHead[]
  /** Contributions in small blocks. */
  size: number
}

/** What waits of each metric, with the small blocks that it may be joined with; those first whose are largest. */
function packing(rows: readonly Counted[], heads: readonly PartHead[]): Packing[] {
  const byMetric = [...Map.groupBy(rows, (row) => row.metric)].map(([metric, fresh]) => {
    const small = smallBlocks(heads, metric, fresh.length)
    return { fresh, small, size: small.reduce((sum, { count }) => sum + count, 0) }
  })
  return byMetric.sort((a, b) => b.size - a.size)
}

type Reading = ReadStore['contributions']

async function tailRows(tail: readonly PartHead[], contributions: Reading): Promise<Counted[]> {
  const ids = tail.map(({ id }) => id)
  return (await contributions.read(ids, 'columns')).flatMap((bytes) => rowsOfTail(there(bytes)))
}

/**
 * The last blocks of a metric that are not much larger than what joins them: so each contribution is
 * written anew only a few times until its block is full.
 */
function smallBlocks(heads: readonly PartHead[], metric: string, joining: number): PartHead[] {
  const small: PartHead[] = []
  let rows = joining
  for (const head of heads.filter((one) => one.metric === metric).reverse()) {
    if (head.count >= blockRows || head.count > 2 * rows) break
    small.unshift(head)
    rows += head.count
  }
  return small
}

/** By the ids of blocks. */
async function blockRowsOf(
  blocks: readonly PartHead[],
  contributions: Reading,
): Promise<ReadonlyMap<number, readonly Counted[]>> {
  if (blocks.length === 0) return new Map()
  const ids = blocks.map(({ id }) => id)
  const [columns, origins] = [await contributions.read(ids, 'columns'), await contributions.read(ids, 'origins')]
  return new Map(
    blocks.map(({ id, metric, count }, at) => [
      id,
      rowsOf(String(metric), { count, columns: there(columns[at]), origins: there(origins[at]) }),
    ]),
  )
}

/** Nobody but the one who packs replaces parts. */
function there(bytes: Uint8Array | null | undefined): Uint8Array {
  if (!bytes) throw new Error('contributions were replaced while they were packed: two processes write one read store')
  return bytes
}

/** Blocks of one or several metrics, cut at their size. */
export function blocksOf(rows: readonly Counted[]): Part[] {
  return [...Map.groupBy(rows, (row) => row.metric)].flatMap(([metric, all]) => {
    const parts: Part[] = []
    for (let at = 0; at < all.length; at += blockRows)
      parts.push(BlockBuilder.from(all.slice(at, at + blockRows)).part(metric))
    return parts
  })
}
