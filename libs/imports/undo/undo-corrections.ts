/** The corrections of which an undo is made, and whose word an event is. */
import type { Caller, CorrectionRequest, EventMetadata, Position, Recorded, StoredEvent, Viewer } from '#kernel'
import { type ImportPorts, openedBy } from '../run/ports.js'
import { isMovedAlong, isOfUndo, SaidOfFact, type UndoneFrom } from './standing.js'

export interface Undoing {
  importId: string
  undoneFrom: UndoneFrom
  /** Position of the undo: another undo later is another matter. */
  undo: Position
  because: string
  viewer: Viewer
}

export interface UndoCorrection extends Omit<CorrectionRequest, 'because'> {
  /** Of a version that is put back, so that its source may go on to say otherwise. */
  source?: EventMetadata['source']
}

export class UndoCorrections {
  constructor(
    private readonly ports: ImportPorts,
    private readonly undoing: Undoing,
  ) {}

  /** @throws DomainError where it is refused */
  async send(correcting: UndoCorrection): Promise<void> {
    const { request, caller } = this.correction(correcting)
    await this.ports.core.correct(request, caller)
  }

  sendAll(correcting: readonly UndoCorrection[]): Promise<PromiseSettledResult<Recorded>[]> {
    return this.ports.core.dispatchAll(correcting.map((each) => this.correction(each)))
  }

  private correction({ source, ...of }: UndoCorrection): { request: CorrectionRequest; caller: Caller } {
    const { importId, undo, because, viewer } = this.undoing
    const commandId = this.ports.core.ports.hash.uuid('undo', importId, String(undo), of.eventId)
    // Unless it says otherwise, what others have built on since has been weighed.
    const request = { confirmed: true, ...of, because }
    return { request, caller: { viewer, commandId, importId, source } }
  }

  read(stream: string): Promise<StoredEvent[]> {
    return this.ports.core.ports.log.readStream(stream)
  }

  opened(event: StoredEvent): Promise<StoredEvent> {
    return openedBy(this.ports, event)
  }

  /** The versions of a fact that count: the last of them holds. @param events of its stream */
  standing(first: string, events: readonly StoredEvent[]): StoredEvent[] {
    const standing = new SaidOfFact<StoredEvent>(this.undoing.undoneFrom)
    for (const [at, event] of events.entries()) {
      const isVersion = (event.metadata.corrects?.eventId ?? event.id) === first
      if (isVersion && !isMovedAlong(event, events[at - 1])) standing.take(event, event)
    }
    return standing.all
  }

  /** Whether the import, or an undo of it, has recorded it. */
  isOwn({ metadata }: StoredEvent): boolean {
    return metadata.importId === this.undoing.importId
  }

  /** What the undo of another import has written is nobody's word: it puts back what stood before that. */
  isOthers(event: StoredEvent): boolean {
    return !this.isOwn(event) && !isOfUndo(event, this.undoing.undoneFrom)
  }

  isOfThisUndo(event: StoredEvent): boolean {
    return this.isOwn(event) && event.position > this.undoing.undo
  }
}
