/**
 * Entries of the access log in an event log of its own: a stream for each day, which any number of writers append to.
 * Every answer waits for its entry to be durable, so what comes while some are appended goes together after them.
 */
import {
  type AccessEntries,
  type AccessEntry,
  addDays,
  type EntriesWanted,
  type EventLog,
  type ExpectedRevision,
  mostEventsAtOnce,
  RevisionConflict,
  type StoredEvent,
} from '#kernel'

const streamOn = (day: string): string => `access-${day}`
const streamOf = ({ metadata }: AccessEntry): string => streamOn(metadata.recordedAt.slice(0, 10))

/** Named in one append: by far less than what a log takes at once. */
const mostNamed = 4000

interface WaitingEntry extends PromiseWithResolvers<void> {
  entry: AccessEntry
}

export class AccessEntriesInLog implements AccessEntries {
  /** Where the stream of the day was when it was last written here. */
  private last: { stream: string; revision: number } | undefined
  private waiting: WaitingEntry[] = []
  /** Ends when nothing waits. */
  private adding: Promise<void> | undefined

  constructor(private readonly log: Pick<EventLog, 'append' | 'readStream' | 'close'>) {}

  add(entry: AccessEntry): Promise<void> {
    const answer = { ...Promise.withResolvers<void>(), entry }
    this.waiting.push(answer)
    this.adding ??= this.addAll()
    return answer.promise
  }

  private async addAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const together = this.taken()
      try {
        await this.append(together.map(({ entry }) => entry))
        for (const { resolve } of together) resolve()
      } catch (error) {
        for (const { reject } of together) reject(error)
      }
    }
    this.adding = undefined
  }

  /** The first of those that wait, as many as go into one append: of one day, and of a size. */
  private taken(): WaitingEntry[] {
    const [first] = this.waiting
    let named = 0
    const end = this.waiting.findIndex(({ entry }, at) => {
      named += entry.data.partitions.length
      if (at === 0) return false
      return at === mostEventsAtOnce || named > mostNamed || streamOf(entry) !== streamOf((first as WaitingEntry).entry)
    })
    return this.waiting.splice(0, end < 0 ? this.waiting.length : end)
  }

  private async append(entries: readonly AccessEntry[]): Promise<void> {
    const stream = streamOf(entries[0] as AccessEntry)
    let expected: ExpectedRevision = this.last?.stream === stream ? this.last.revision : 'no-stream'
    for (;;) {
      try {
        const { revision } = await this.log.append(stream, expected, entries)
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
    // What is of later days cannot be of before that instant.
    const last = wanted.upTo !== undefined && wanted.upTo < until ? wanted.upTo.slice(0, 10) : until
    for (let day = last; day >= from && found.length < limit; day = addDays(day, -1)) {
      const entries = (await this.log.readStream(streamOn(day))).map(entryOf)
      const fitting = entries.filter((entry) => fits(entry, wanted)).sort(byTime)
      found = [...found, ...fitting.reverse()]
    }
    return found.slice(0, limit)
  }

  async close(): Promise<void> {
    await this.adding
    await this.log.close()
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
  { actor, partitions, upTo }: Pick<EntriesWanted, 'actor' | 'partitions' | 'upTo'>,
): boolean {
  if (upTo !== undefined && metadata.recordedAt > upTo) return false
  return (actor === undefined || metadata.actor === actor) && partitions.every((each) => data.partitions.includes(each))
}
