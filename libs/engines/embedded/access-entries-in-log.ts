/** Entries of the access log in an event log of its own: a stream for each day, which any number of writers append to. */
import {
  type AccessEntries,
  type AccessEntry,
  addDays,
  type EntriesWanted,
  type EventLog,
  type ExpectedRevision,
  RevisionConflict,
  type StoredEvent,
} from '#kernel'

const streamOn = (day: string): string => `access-${day}`

export class AccessEntriesInLog implements AccessEntries {
  /** Where the stream of the day was when it was last written here. */
  private last: { stream: string; revision: number } | undefined

  constructor(private readonly log: Pick<EventLog, 'append' | 'readStream' | 'close'>) {}

  async add(entry: AccessEntry): Promise<void> {
    const stream = streamOn(entry.metadata.recordedAt.slice(0, 10))
    let expected: ExpectedRevision = this.last?.stream === stream ? this.last.revision : 'no-stream'
    for (;;) {
      try {
        const { revision } = await this.log.append(stream, expected, [entry])
        this.last = { stream, revision }
        return
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error
        // Another was faster, so one of them goes on.
        expected = error.actual
      }
    }
  }

  async find({ from, until, limit, ...wanted }: EntriesWanted): Promise<AccessEntry[]> {
    let found: AccessEntry[] = []
    for (let day = until; day >= from && found.length < limit; day = addDays(day, -1)) {
      const entries = (await this.log.readStream(streamOn(day))).map(entryOf)
      const fitting = entries.filter((entry) => fits(entry, wanted)).sort(byTime)
      found = [...found, ...fitting.reverse()]
    }
    return found.slice(0, limit)
  }

  close(): Promise<void> {
    return this.log.close()
  }
}

const entryOf = ({ id, type, data, metadata }: StoredEvent) => ({ id, type, data, metadata }) as AccessEntry

/** What was recorded later may have been added before. */
function byTime({ metadata: { recordedAt: a } }: AccessEntry, { metadata: { recordedAt: b } }: AccessEntry): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function fits(
  { data, metadata }: AccessEntry,
  { actor, partitions }: Pick<EntriesWanted, 'actor' | 'partitions'>,
): boolean {
  return (actor === undefined || metadata.actor === actor) && partitions.every((each) => data.partitions.includes(each))
}
