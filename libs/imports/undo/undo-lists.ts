/** What an undo tells of facts: that they were taken back, that what stood before was restored, or that they stay and why. */
import type { KeepingEvent, OwnFact } from './footprint.js'

/** A line of one of the three lists. */
export interface UndoneFact {
  event: string
  stream: string
  type: string
  /** Of an edit: the fields meant. */
  fields?: string[]
}

export interface KeptFact extends UndoneFact {
  why: 'used-since' | 'needed-by-kept' | 'changed-since' | 'not-allowed'
  /** A fact for which it stays, and the stream on which that stands. */
  by?: string
  byStream?: string
}

export interface UndoLists {
  retracted: UndoneFact[]
  restored: UndoneFact[]
  kept: KeptFact[]
}

/** What became of one fact: nothing where nothing of it was left. */
export type UndoTold = Partial<UndoLists>

export const undoneLine = ({ id, stream, type }: OwnFact): UndoneFact => ({ event: id, stream, type })

export const keptLine = (
  fact: OwnFact,
  { why, by, fields }: Pick<KeptFact, 'why' | 'fields'> & { by?: KeepingEvent },
): KeptFact => ({
  ...undoneLine(fact),
  ...(fields && { fields }),
  why,
  ...(by && { by: by.id, byStream: by.stream }),
})

export const keptFact = (...of: Parameters<typeof keptLine>): UndoTold => ({ kept: [keptLine(...of)] })

/** All that is told, each list in the order of the facts. */
export function undoListsOf(told: readonly UndoTold[], facts: readonly OwnFact[]): UndoLists {
  const places = new Map(facts.map(({ id }, place) => [id, place]))
  const inOrder = <L extends UndoneFact>(lines: L[]) =>
    lines.sort((a, b) => (places.get(a.event) ?? 0) - (places.get(b.event) ?? 0))
  return {
    retracted: inOrder(told.flatMap(({ retracted = [] }) => retracted)),
    restored: inOrder(told.flatMap(({ restored = [] }) => restored)),
    kept: inOrder(told.flatMap(({ kept = [] }) => kept)),
  }
}
