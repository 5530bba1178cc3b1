/** Documents as they stand in a batch: what the store holds of them, and what the batch makes of them. */
import { type Row, storedPosition, type View } from '#kernel'
import { slotOf } from '../fold/fold-plan.js'
import type { DocumentChange, StoredDocument } from '../fold/partition-fold.js'

export interface Held extends StoredDocument {
  view: View
  key: string
  changed: boolean
}

/** Documents by their slot. */
export type HeldDocuments = Map<string, Held>

/** The document a row holds. */
export const heldOf = (view: View, row: Row): Held => ({
  view,
  key: row.key,
  partition: row.columns.partition as string,
  document: row.doc,
  at: row.columns.foldedat as string,
  position: storedPosition(row.columns.foldedposition),
  changedBy: row.position,
  changed: false,
})

/**
 * Puts what the folds of several partitions made of the documents in the place of what was held. A
 * document that stands in another partition is taken over by the one in which its record began, or
 * once it no more stands there: where a fact of it lies apart, it neither shows there nor disappears
 * from where it stands.
 */
export function settle(held: HeldDocuments, changed: readonly DocumentChange[]): void {
  const left = new Set(changed.filter((one) => leaves(one, held)).map(slotOfChange))
  const settled = new Map<string, { document: DocumentChange; rank: number }>()
  for (const document of changed) {
    if (!document.view.kept) continue
    const slot = slotOfChange(document)
    const rank = rankOf(document, left.has(slot) ? undefined : held.get(slot))
    if (rank > (settled.get(slot)?.rank ?? 0)) settled.set(slot, { document, rank })
  }
  for (const [slot, { document }] of settled) {
    const { isBegun: _, ...standing } = document
    held.set(slot, { ...standing, changed: true })
  }
}

const slotOfChange = ({ view, key }: DocumentChange): string => slotOf(view, key)

/** Whether a document goes from the partition in which it stands. */
const leaves = (change: DocumentChange, held: HeldDocuments): boolean =>
  change.document === null && held.get(slotOfChange(change))?.partition === change.partition

/** Which of several partitions says what becomes of a document: the highest; 0 leaves it as it is. */
function rankOf({ document, partition, isBegun }: DocumentChange, stored: Held | undefined): number {
  const isElsewhere = stored !== undefined && stored.document !== null && stored.partition !== partition
  if (document !== null && isBegun) return 3
  if (isElsewhere) return 0
  return document !== null ? 2 : 1
}
