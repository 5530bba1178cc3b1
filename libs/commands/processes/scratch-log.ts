/** A log that keeps nothing: what is appended is read back from it, behind what another log holds, and is gone with it. */
import {
  type EventLog,
  type ExpectedRevision,
  type NewEvent,
  RevisionConflict,
  rehearsedPosition,
  type StoredEvent,
} from '#kernel'

export class ScratchLog implements EventLog {
  private readonly pretended = new Map<string, StoredEvent[]>()
  private readonly all: StoredEvent[] = []

  /** @param log what stands before what is appended, a scratch log too; it is never written */
  constructor(private readonly log: EventLog) {}

  /** How many events are kept nowhere, here and before. */
  get length(): number {
    return this.all.length + (this.log instanceof ScratchLog ? this.log.length : 0)
  }

  /** What was appended, in that order, from a place on. */
  appendedFrom(place: number): readonly StoredEvent[] {
    return this.all.slice(place)
  }

  appendedTo(stream: string): readonly StoredEvent[] {
    return this.pretended.get(stream) ?? []
  }

  /** Lets go of all that was appended. */
  forget(): void {
    this.pretended.clear()
    this.all.length = 0
  }

  async readStream(stream: string): Promise<StoredEvent[]> {
    return [...(await this.log.readStream(stream)), ...this.appendedTo(stream)]
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]) {
    const revision = (await this.readStream(stream)).at(-1)?.revision
    if ((revision ?? 'no-stream') !== expected) throw new RevisionConflict(stream, expected, revision ?? 'no-stream')
    const from = (revision ?? -1) + 1
    for (const [index, event] of events.entries()) {
      const position = rehearsedPosition(this.length + 1)
      const stored = { ...event, stream, revision: from + index, position }
      this.all.push(stored)
      this.pretended.set(stream, [...this.appendedTo(stream), stored])
    }
    return { revision: from + events.length - 1, position: rehearsedPosition(this.length) }
  }

  eventAt: EventLog['eventAt'] = (position) => this.log.eventAt(position)
  readAll: EventLog['readAll'] = (options) => this.log.readAll(options)
  subscribe: EventLog['subscribe'] = (options) => this.log.subscribe(options)
  head: EventLog['head'] = () => this.log.head()
  close = async (): Promise<void> => undefined
}
