/**
 * Where a source's records stand whose streams do not follow from their keys alone: read once from the log,
 * by the marks that stand in the events.
 */
import type { EventLog, Position } from '#kernel'

const pageSize = 2000

export class Whereabouts {
  private readonly streams = new Map<string, Set<string>>()
  private readonly marks = new Map<string, Set<string>>()

  /** @param types stored types by which those records are known */
  static async of(source: string, types: ReadonlySet<string>, log: Pick<EventLog, 'readAll'>): Promise<Whereabouts> {
    const found = new Whereabouts()
    if (types.size === 0) return found
    const prefixes = [...new Set([...types].map((type) => `${type.slice(0, type.indexOf('.'))}-`))]
    for (let after: Position = 0; ; ) {
      const page = await log.readAll({ after, limit: pageSize, prefixes })
      for (const { type, stream, metadata } of page) {
        if (metadata.source?.system === source && types.has(type)) found.note(metadata.source.record, stream)
      }
      if (page.length < pageSize) return found
      after = page.at(-1)?.position ?? after
    }
  }

  note(mark: string, stream: string): void {
    this.streams.set(mark, (this.streams.get(mark) ?? new Set()).add(stream))
    this.marks.set(stream, (this.marks.get(stream) ?? new Set()).add(mark))
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
