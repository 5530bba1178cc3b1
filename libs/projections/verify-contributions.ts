/**
 * Holds the contributions of two stores against each other, however they are cut into parts: for each
 * document, day, place and cause both must come to the same sums. First by sums of hashes, in bounded
 * memory; only what differs there is looked at one by one.
 */
import type { StoreReads } from '#kernel'
import { ContributionReader, type Counted, causeOf, codedColumns } from '#read-models'

export interface DifferingContribution {
  key: string
  kind: 'missing' | 'surplus' | 'other'
}

interface Stores {
  kept: StoreReads
  clean: StoreReads
}

const buckets = 1 << 16

/** Of the metrics that are wanted. @returns what differs, and how many contributions the clean store has */
export async function differingContributions(
  stores: Stores,
  isWanted: (metric: string) => boolean = () => true,
): Promise<{ rows: number; differing: DifferingContribution[] }> {
  const read = (store: StoreReads) => new ContributionReader(store).rows(isWanted)
  const hashes = new Int32Array(buckets)
  await hashInto(hashes, read(stores.kept), 1)
  const rows = await hashInto(hashes, read(stores.clean), -1)
  if (hashes.every((hash) => hash === 0)) return { rows, differing: [] }
  const isSuspect = (key: string) => hashes[bucketOf(key)] !== 0
  const [ours, theirs] = [await sumsOf(read(stores.kept), isSuspect), await sumsOf(read(stores.clean), isSuspect)]
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])].sort()
  return { rows, differing: keys.flatMap((key) => differing(key, ours.get(key), theirs.get(key))) }
}

function differing(key: string, ours: string | undefined, theirs: string | undefined): DifferingContribution[] {
  if (ours === theirs) return []
  return [{ key, kind: ours === undefined ? 'missing' : theirs === undefined ? 'surplus' : 'other' }]
}

async function hashInto(hashes: Int32Array, read: AsyncIterable<Counted[]>, sign: 1 | -1): Promise<number> {
  let count = 0
  for await (const rows of read) {
    count += rows.length
    for (const row of rows) {
      const key = keyOf(row)
      const bucket = bucketOf(key)
      const hash = hashOf(key, 0x9e3779b9)
      const sum = Math.imul(hash, row.value | 0) + Math.imul(hash ^ 0x5bd1e995, row.whole | 0)
      hashes[bucket] = (hashes[bucket] as number) + sign * (sum | 0)
    }
  }
  return count
}

/** What those that are suspect come to, without those that come to nothing. */
async function sumsOf(
  read: AsyncIterable<Counted[]>,
  isSuspect: (key: string) => boolean,
): Promise<Map<string, string>> {
  const sums = new Map<string, { value: number; whole: number }>()
  for await (const rows of read) {
    for (const row of rows) {
      const key = keyOf(row)
      if (!isSuspect(key)) continue
      const sum = sums.get(key) ?? { value: 0, whole: 0 }
      sums.set(key, { value: sum.value + row.value, whole: sum.whole + row.whole })
    }
  }
  const counted = [...sums].filter(([, { value, whole }]) => value !== 0 || whole !== 0)
  return new Map(counted.map(([key, { value, whole }]) => [key, `${value}/${whole}`]))
}

/** Metric, document and day first: what a reader of a difference looks for. */
function keyOf(row: Counted): string {
  const of = `${row.metric} ${row.entity} ${row.day} ${causeOf(row)} ${row.partition} ${row.length ?? ''} ${row.amount ?? ''}`
  const dimensions = Object.entries(row.of).sort(([a], [b]) => (a < b ? -1 : 1))
  return codedColumns.reduce((key, name) => `${key}/${row[name] ?? ''}`, `${of} ${dimensions.join()}`)
}

const bucketOf = (key: string): number => hashOf(key, 0x811c9dc5) >>> 16

/** FNV-1a, from a start of one's own, stirred so that all of it depends on all of the text. */
function hashOf(text: string, start: number): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
