/** What counts of what was said of one fact: the undo of an import takes away what that has said, and says nothing itself. */
import type { Position, StoredEvent } from '#kernel'

/** Import → the position after which only its undo has recorded something for it. */
export type UndoneFrom = ReadonlyMap<string, Position>

/** Whether an undo has recorded it. */
export function isOfUndo(
  { metadata: { importId = '' }, position }: Pick<StoredEvent, 'metadata' | 'position'>,
  undoneFrom: UndoneFrom,
): boolean {
  const until = undoneFrom.get(importId)
  return until !== undefined && position > until
}

/** Whether it only moves with what another fact is corrected to: that one moves it back. @param before it in recorded order */
export const isMovedAlong = (event: StoredEvent, before: StoredEvent | undefined): boolean =>
  event.metadata.corrects !== undefined &&
  event.stream === before?.stream &&
  event.metadata.commandId === before.metadata.commandId

interface Said<T> {
  importId: string | undefined
  begins: boolean
  what: T
}

export class SaidOfFact<T> {
  private said: Said<T>[] = []

  constructor(private readonly undoneFrom: UndoneFrom) {}

  /** @param what is remembered of the event; events come in recorded order */
  take(event: StoredEvent, what: T): void {
    const { importId, corrects } = event.metadata
    if (!isOfUndo(event, this.undoneFrom)) {
      this.said.push({ importId, begins: corrects === undefined, what })
      return
    }
    const isItsOwn = this.said.some((other) => other.begins && other.importId === importId)
    this.said = this.said.filter((other) => other.importId !== importId)
    // What an undo restates of its own import's facts is what it has left of them.
    if (isItsOwn && corrects?.mode === 'restate') this.said.push({ importId, begins: true, what })
  }

  /** In recorded order: what the later ones have replaced stands behind them. */
  get all(): T[] {
    return this.said.map(({ what }) => what)
  }
}
