/**
 * Where a source's records stand whose streams do not follow from their keys alone: read once from the log,
 * by the marks that stand in the events.
 */
import type { EventLog, Position, StoredEvent } from '#kernel'

const pageSize = 2000

export class Whereabouts {
  private readonly streams = new Map<string, Set<string>>()
  private readonly marks = new Map<string, Set<string>>()
  /** Stream → what other sources say there, by the event that said it. */
  private readonly others = new Map<string, Set<string>>()

  /**
   * @param source whose records; those of others are known by where they stand alone
   * @param types stored types by which those records are known
   */
  static async of(source: string, types: ReadonlySet<string>, log: Pick<EventLog, 'readAll'>): Promise<Whereabouts> {
    const found = new Whereabouts()
    if (types.size === 0) return found
    const prefixes = [...new Set([...types].map((type) => `${type.slice(0, type.indexOf('.'))}-`))]
    for (let after: Position = 0; ; ) {
      const page = await log.readAll({ after, limit: pageSize, prefixes })
      for (const event of page) {
        if (!types.has(event.type)) continue
        const { system, record } = event.metadata.source ?? {}
        if (system === source && record !== undefined) found.note(record, event.stream)
        else found.noteOther(event, system !== undefined)
      }
      if (page.length < pageSize) return found
      after = page.at(-1)?.position ?? after
    }
  }

  note(mark: string, stream: string): void {
    this.streams.set(mark, (this.streams.get(mark) ?? new Set()).add(stream))
    this.marks.set(stream, (this.marks.get(stream) ?? new Set()).add(mark))
  }

  private noteOther({ id, stream, metadata: { corrects } }: StoredEvent, isOfSource: boolean): void {
    const said = this.others.get(stream) ?? new Set()
    if (corrects?.mode === 'retract') said.delete(corrects.eventId)
    // Who corrects a fact by hand leaves it whose it was.
    else if (isOfSource && !corrects) said.add(id)
    this.others.set(stream, said)
  }

  /** Whether another source's record stands on a stream. */
  isOfOthers(stream: string): boolean {
    return (this.others.get(stream)?.size ?? 0) > 0
  }

  streamsOf(mark: string): readonly string[] {
    return [...(this.streams.get(mark) ?? [])]
  }

  /** Marks of the records that stand on a stream. */
  marksOn(stream: string): ReadonlySet<string> {
    return this.marks.get(stream) ?? none
  }
}

const none: ReadonlySet<string> = new Set()
