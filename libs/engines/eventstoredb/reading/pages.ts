/** Pages of the log in recorded order: of all streams by reading, of some by a search of the server. */
import { BEYOND, type Position, type ReadAll, type StoredEvent } from '#kernel'
import type { EventStoreConnection } from '../connection.js'
import { isNoRecord, mayBeNoRecord } from '../failures.js'
import { eachRecord } from './each-record.js'
import { eventOf, positionOf, type StreamNames } from './records.js'

export interface RecordSource {
  connection: EventStoreConnection
  names: StreamNames
  /** A call of which nothing is heard for so long is broken. */
  silentMs: number
}

/** Beyond the first page of a log that holds much of the server's own, so many records are read at once. */
const furtherAtOnce = 500

/** @throws RangeError for a position that this log has never given */
export async function recordedPage(source: RecordSource, options: ReadAll): Promise<StoredEvent[]> {
  const { prefixes } = options
  if (prefixes?.length === 0) return []
  try {
    return await (prefixes === undefined || prefixes.includes('')
      ? pageOfAll(source, options)
      : pageOfStreams(source, { ...options, prefixes }))
  } catch (error) {
    if (mayBeNoRecord(error) && options.after > 0 && !(await isRecord(source, options.after)))
      throw new RangeError(`this log has never given the position ${options.after}`)
    throw error
  }
}

/** The client has no filter for reads, so that what is left out here was sent. */
async function pageOfAll({ connection, names, silentMs }: RecordSource, options: ReadAll): Promise<StoredEvent[]> {
  const { after, limit, until = BEYOND } = options
  const events: StoredEvent[] = []
  let from = after
  for (let wanted = limit + 1; ; wanted = furtherAtOnce) {
    let seen = 0
    let last: Position = from
    await eachRecord({
      begin: () => connection.readForwards(from, wanted),
      silentMs,
      take: (record) => {
        seen++
        last = positionOf(record)
        if (last > until) return true
        const event = last > from ? eventOf(record, names) : undefined
        if (event) events.push(event)
        return events.length === limit
      },
    })
    if (seen < wanted || events.length === limit || last > until) return events
    from = last
  }
}

async function pageOfStreams(
  { connection, names, silentMs }: RecordSource,
  { after, limit, until = BEYOND, prefixes }: ReadAll & { prefixes: readonly string[] },
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  await eachRecord({
    begin: (passed) =>
      connection.followStreams(
        after,
        prefixes.map((prefix) => names.kept(prefix)),
        passed,
      ),
    silentMs,
    take: (record) => {
      if (positionOf(record) > until) return true
      const event = eventOf(record, names)
      if (event) events.push(event)
      return events.length === limit
    },
    passed: (position) => position >= until,
  })
  return events
}

/** The event at just a position, and undefined where there is none. */
export async function eventAt(
  { connection, names, silentMs }: RecordSource,
  position: Position,
): Promise<StoredEvent | undefined> {
  let found: StoredEvent | undefined
  try {
    await eachRecord({
      begin: () => connection.readForwards(position, 1),
      silentMs,
      take: (record) => {
        if (positionOf(record) === position) found = eventOf(record, names)
        return true
      },
    })
  } catch (error) {
    if (!isNoRecord(error)) throw error
  }
  return found
}

/** Whether a record stands at just a position, whosever it is. */
export async function isRecord({ connection, silentMs }: RecordSource, position: Position): Promise<boolean> {
  let is = false
  try {
    await eachRecord({
      begin: () => connection.readForwards(position, 1),
      silentMs,
      take: (record) => {
        is = positionOf(record) === position
        return true
      },
    })
  } catch (error) {
    if (!isNoRecord(error)) throw error
  }
  return is
}
