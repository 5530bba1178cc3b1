/**
 * Which records have vanished: of the targets for which the mapping says what then, those that the source has told of, and of
 * which its files, all of them sent and whole, say nothing any more.
 */
import type { EventLog } from '#kernel'
import type { Becoming, Mapping } from '../../mapping/mapping.js'
import type { ImportTargets } from '../../records/define-target.js'
import type { RecordIds } from '../../records/record-ids.js'
import type { KeysOfFiles } from '../rows/keys-of-files.js'
import { type KnownRecord, knownRecords } from './known-records.js'

/** Why records that have vanished are listed and nothing else. */
export const holdingBack = ['too-many-vanished', 'rows-unclear'] as const
export type HoldingBack = (typeof holdingBack)[number]

export interface VanishedOfTarget {
  target: string
  becomes: Becoming
  /** How many the source had told of that still stand. */
  known: number
  /** The last recorded first. */
  records: readonly KnownRecord[]
  heldBack?: HoldingBack
}

/** Of a hundred known records, unless the mapping says so. */
const usuallyAtMost = 20

export async function vanishedFrom(
  { source, vanished = {}, vanishedAtMost }: Mapping,
  parts: {
    importId: string
    targets: ImportTargets
    keys: KeysOfFiles
    ids: RecordIds
    log: Pick<EventLog, 'readAll'>
  },
): Promise<VanishedOfTarget[]> {
  const { importId, targets, keys, ids, log } = parts
  const asked = Object.keys(vanished).filter((target) => keys.keysOf(target) !== undefined)
  if (asked.length === 0) return []
  const of = { source, importId }
  const known = Map.groupBy(await knownRecords(of, asked.map(targets.vanishing), log), ({ target }) => target)
  const atMost = vanishedAtMost === undefined ? usuallyAtMost : Number(vanishedAtMost)
  return asked.map((target) => {
    const spoken = new Set([...(keys.keysOf(target) ?? [])].map((key) => ids.record(target, key)))
    const all = known.get(target) ?? []
    const records = all.filter(({ mark }) => !spoken.has(mark)).toReversed()
    const becomes = vanished[target] as Becoming
    const found = { target, becomes, known: all.length, records }
    if (isTooMany(found, atMost)) return { ...found, heldBack: 'too-many-vanished' }
    return keys.isUnclear(target) ? { ...found, heldBack: 'rows-unclear' } : found
  })
}

/** One may always vanish, but for the last. What is only listed does no harm. */
function isTooMany({ becomes, known, records: { length } }: Omit<VanishedOfTarget, 'target'>, atMost: number): boolean {
  if (becomes === 'listed' || atMost === 100) return false
  return length > 0 && (length === known || length > Math.max(1, (known * atMost) / 100))
}
