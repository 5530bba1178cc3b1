/** Entries that wait for each other's flush go together, however many they are: each answer waits for one flush, not for all before it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sampleEvent } from '#engines/contracts/event-log/sample-event.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { type AccessEntry, type EventLog, LogRefused } from '#kernel'
import { AccessEntriesInLog } from './access-entries-in-log.js'

let log: EventLog
let entries: AccessEntriesInLog
/** How many entries each append held. */
let appended: number[]

beforeEach(() => {
  log = openMemoryLog()
  appended = []
  entries = new AccessEntriesInLog({
    append: (stream, expected, events) => {
      appended.push(events.length)
      return log.append(stream, expected, events)
    },
    readStream: (stream) => log.readStream(stream),
    close: () => log.close(),
  })
})
afterEach(() => entries.close())

function entry(page: string, { named = 1, day = '2026-03-02' } = {}): AccessEntry {
  const partitions = Array.from({ length: named }, (_, at) => `contact:c${at}`)
  return { ...sampleEvent(`${day}T12:00:00.000Z`), type: 'access.opened', data: { page, partitions } }
}

const pages = async (): Promise<unknown[]> => {
  const wanted = { from: '2026-03-01', until: '2026-03-03', partitions: [], limit: 1000 }
  return (await entries.find(wanted)).map(({ data }) => data.page)
}

describe('entries added while others are appended', () => {
  it('go together, as many as one append holds, and are found in order', async () => {
    const all = Array.from({ length: 60 }, (_, at) => `p${100 + at}`)
    await Promise.all(all.map((page) => entries.add(entry(page))))
    expect(appended).toEqual([1, 30, 29])
    expect(await pages()).toEqual([...all].reverse())
  })

  it('go apart where they name too many, or are of another day', async () => {
    const first = ['a', 'b'].map((page) => entry(page, { day: '2026-03-01' }))
    const large = ['c', 'd', 'e', 'f', 'g'].map((page) => entry(page, { named: 2000 }))
    await Promise.all([...first, ...large].map((each) => entries.add(each)))
    expect(appended).toEqual([1, 1, 2, 2, 1])
  })

  it('are all told when they cannot be kept, and none is kept of them', async () => {
    await entries.add(entry('before'))
    const asked = ['a', 'b', 'c'].map((page) => entries.add(entry(page)))
    await log.close()
    for (const answer of await Promise.allSettled(asked.slice(1)))
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(LogRefused) })
  })
})
