/** Puts back what had stood of a fact before the import corrected it, to the letter, as far as it still may stand. */
import { DomainError, history, type NamedRecords, type StoredEvent } from '#kernel'
import { firstEventOf, type KeepingEvent, type OwnFact } from './footprint.js'
import type { UndoCorrection, UndoCorrections } from './undo-corrections.js'
import { keptFact, type UndoTold, undoneLine } from './undo-lists.js'

export class PuttingBack {
  constructor(
    private readonly corrections: UndoCorrections,
    private readonly references: NamedRecords,
  ) {}

  /** Once, however often the import has corrected it. @throws DomainError where it is refused */
  async of(fact: OwnFact): Promise<UndoTold> {
    const { corrections } = this
    const events = await corrections.read(fact.stream)
    const first = firstEventOf(fact)
    const standing = corrections.standing(first, events)
    const at = standing.findLastIndex((version) => !corrections.isOwn(version))
    const [before, own, last] = [standing[at], standing[at + 1], standing.at(-1)]
    if (standing.every((version) => !corrections.isOwn(version))) {
      const isDone = events.some((e) => e.metadata.corrects?.eventId === first && corrections.isOfThisUndo(e))
      return isDone ? { restored: [undoneLine(fact)] } : {}
    }
    if (!before || !own || !last) return keptFact(fact, { why: 'changed-since', by: before })
    const gone = await this.goneSince(before, last)
    if (gone) return keptFact(fact, { why: 'changed-since', by: gone })
    // With the same words, and where it had come to stand by then.
    const version = events.findLast(
      ({ id, metadata, position }) => (metadata.corrects?.eventId ?? id) === first && position < own.position,
    )
    const inTheWay = await this.restore({ ...before, id: version?.id ?? before.id }, fact, events)
    return inTheWay ? keptFact(fact, { why: 'used-since', by: inTheWay }) : { restored: [undoneLine(fact)] }
  }

  /** What took back, since then, a record that the version before names and the last one does not. */
  private async goneSince(before: StoredEvent, last: StoredEvent): Promise<StoredEvent | undefined> {
    for (const stream of this.references.of(before).difference(this.references.of(last))) {
      const events = await this.corrections.read(stream)
      const end = events.at(-1)
      if (end && history(events).length === 0 && this.corrections.isOthers(end)) return end
    }
    return undefined
  }

  /** @returns what others have recorded since that could not have happened so; then nothing is done */
  private async restore(
    before: StoredEvent,
    fact: OwnFact,
    events: readonly StoredEvent[],
  ): Promise<KeepingEvent | undefined> {
    const { corrections } = this
    const { corrects, source } = before.metadata
    const correcting: UndoCorrection = {
      stream: fact.stream,
      eventId: firstEventOf(fact),
      ...(corrects?.mode === 'retract' ? { mode: 'retract' } : { mode: 'restate', version: before.id }),
      source,
    }
    try {
      await corrections.send({ ...correcting, confirmed: false })
      return undefined
    } catch (error) {
      const known = new Map(events.map((event) => [event.id, event]))
      const isSince = (event: StoredEvent) => event.position > fact.position && corrections.isOthers(event)
      const inTheWay = conflictingIn(error)
        .map((id) => known.get(id) ?? { id, stream: fact.stream })
        .find((event) => !('position' in event) || isSince(event))
      // What the import itself says besides, and what was there before it, have stood beside it.
      if (!inTheWay) await corrections.send(correcting)
      return inTheWay
    }
  }
}

/** @throws the error, where it tells of no conflict */
function conflictingIn(error: unknown): string[] {
  if (error instanceof DomainError && error.code === 'later-facts-conflict') return error.details.events as string[]
  throw error
}
