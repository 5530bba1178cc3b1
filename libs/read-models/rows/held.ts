/** Documents as they stand in a batch: what the store holds of them, and what the batch makes of them. */
import { comparePositions, type Position, type Row, storedPosition, type View } from '#kernel'
import { slotOf } from '../fold/fold-plan.js'
import type { DocumentChange, StoredDocument } from '../fold/partition-fold.js'
import { compareGrounds } from '../fold/standing.js'

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

/** A document of which it is not told here where it stands. */
export interface Doubtful {
  view: View
  key: string
  /** Where it stood, or may stand now. */
  partition: string
  /** Position of the event that put it in doubt. */
  changedBy: Position
}

/**
 * Puts what the folds of several partitions made of the documents in the place of what was held. A document of a
 * record stands where the record began; a fact of it that lies apart neither shows there nor takes it away.
 * @returns documents that no partition here can answer for: whose beginning lies elsewhere or was taken back, and
 *   those that go from where they stood. They are as they were
 */
export function settle(held: HeldDocuments, changed: readonly DocumentChange[]): Doubtful[] {
  const kept = Map.groupBy(
    changed.filter(({ view }) => view.kept),
    ({ view, key }) => slotOf(view, key),
  )
  return [...kept].flatMap(([slot, changes]) => {
    const standing = standingAmong(changes, held.get(slot))
    if (standing === 'doubtful') return [doubtfulOf(changes)]
    if (!standing) return []
    const { ground: _, ...document } = standing
    held.set(slot, { ...document, changed: true })
    return []
  })
}

/** Which of the changes of a document says what becomes of it; none leaves it as it is. */
function standingAmong(
  changes: readonly DocumentChange[],
  stored: Held | undefined,
): DocumentChange | 'doubtful' | undefined {
  const coming = changes.filter(({ document }) => document !== null)
  const [begun] = coming.filter(isBegun).sort((a, b) => (a.ground && b.ground ? compareGrounds(a.ground, b.ground) : 0))
  if (begun) return begun
  const [change] = changes
  if (coming.length > 0) return changes.length === 1 && !change?.ground ? change : 'doubtful'
  if (!stored || stored.document === null) return change
  const leaving = changes.find(({ partition }) => partition === stored.partition)
  return leaving && stored.view.keyedBy === 'entity' ? 'doubtful' : leaving
}

const isBegun = ({ view, ground }: DocumentChange): boolean => view.keyedBy !== 'entity' || ground?.isBeginning === true

function doubtfulOf(changes: readonly DocumentChange[]): Doubtful {
  const [{ view, key, partition, changedBy }] = [...changes].sort((a, b) =>
    comparePositions(b.changedBy, a.changedBy),
  ) as [DocumentChange]
  return { view, key, partition, changedBy }
}
