/** What the entries of an access log promise, wherever they are kept. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type AccessEntries, type AccessEntry, type EntriesWanted, LogRefused } from '#kernel'
import { sampleEvent } from '../event-log/sample-event.js'

export interface EntriesUnderTest {
  entries: AccessEntries
  /** The same as another process has them, which writes as well. */
  again(): AccessEntries
}

const noon = '2026-03-02T12:00:00.000Z'
const allDays = { from: '2026-02-01', until: '2026-03-31', partitions: [], limit: 1000 }

/** Named by its page. */
function entry(page: string, said: { at?: string; actor?: string; partitions?: string[] } = {}): AccessEntry {
  const { at = noon, actor = 'aino', partitions = ['contact:c1'] } = said
  const { metadata, ...event } = sampleEvent(at)
  return { ...event, type: 'access.opened', data: { page, partitions }, metadata: { ...metadata, actor } }
}

export function describeAccessEntries(name: string, open: () => Promise<EntriesUnderTest>): void {
  describe(name, () => {
    let entries: AccessEntries
    let other: AccessEntries
    beforeEach(async () => {
      const opened = await open()
      entries = opened.entries
      other = opened.again()
    })
    afterEach(async () => {
      await other.close()
      await entries.close()
    })
    const pagesFound = async (wanted: Partial<EntriesWanted> = {}, by = entries) =>
      (await by.find({ ...allDays, ...wanted })).map(({ data }) => data.page)
    const opened = (): Opened => ({ entries, other, pagesFound })

    it('are none to begin with', async () => {
      expect(await entries.find(allDays)).toEqual([])
    })
    writerTests(opened)
    findingTests(opened)

    it('are refused once they are closed', async () => {
      await entries.close()
      await expect(entries.add(entry('late'))).rejects.toThrow(LogRefused)
    })
  })
}

interface Opened {
  entries: AccessEntries
  other: AccessEntries
  pagesFound(wanted?: Partial<EntriesWanted>, by?: AccessEntries): Promise<unknown[]>
}

function writerTests(opened: () => Opened): void {
  it('are found as they were added, by every process, as soon as they are acknowledged', async () => {
    const { entries, other } = opened()
    const added = entry('contact')
    await entries.add(added)
    const kept = structuredClone(added)
    added.data.partitions.push('contact:c9')
    for (const by of [other, entries]) expect(await by.find(allDays)).toEqual([kept])
  })

  it('are all kept, however many add them at once, those of one writer in order', async () => {
    const { entries, other, pagesFound } = opened()
    const of = async (by: AccessEntries, name: string) => {
      for (let turn = 10; turn < 30; turn++) await by.add(entry(`${name}${turn}`))
    }
    const together = Array.from({ length: 12 }, (_, index) => (index % 2 ? entries : other).add(entry(`x${index}`)))
    await Promise.all([of(entries, 'a'), of(other, 'b'), ...together])
    const found = (await pagesFound()).map(String)
    expect(new Set(found).size).toBe(52)
    for (const name of ['a', 'b']) {
      const own = found.filter((page) => page.startsWith(name))
      expect(own).toEqual([...own].sort().reverse())
      expect(own).toHaveLength(20)
    }
  })
}

function findingTests(opened: () => Opened): void {
  it('are found the newest first, whoever added them when', async () => {
    const { entries, other, pagesFound } = opened()
    await entries.add(entry('second', { at: '2026-03-02T12:00:00.002Z' }))
    await other.add(entry('third', { at: '2026-03-02T12:00:00.003Z' }))
    await other.add(entry('first', { at: '2026-03-02T12:00:00.001Z' }))
    await entries.add(entry('before', { at: '2026-03-01T23:59:59.999Z' }))
    expect(await pagesFound()).toEqual(['third', 'second', 'first', 'before'])
    expect(await pagesFound({ limit: 2 })).toEqual(['third', 'second'])
  })

  it('are found by days, inclusive', async () => {
    const { entries, pagesFound } = opened()
    for (const at of ['2026-02-28T23:59:59.999Z', '2026-03-01T00:00:00.000Z', '2026-03-02T23:59:59.999Z'])
      await entries.add(entry(at.slice(5, 10), { at }))
    expect(await pagesFound({ from: '2026-03-01', until: '2026-03-02' })).toEqual(['03-02', '03-01'])
    expect(await pagesFound({ from: '2026-02-28', until: '2026-02-28' })).toEqual(['02-28'])
    expect(await pagesFound({ from: '2026-03-03', until: '2026-03-01' })).toEqual([])
    expect(await pagesFound({ upTo: '2026-03-01T00:00:00.000Z' })).toEqual(['03-01', '02-28'])
    expect(await pagesFound({ upTo: '2026-03-01T12:00:00.000Z', from: '2026-03-01' })).toEqual(['03-01'])
  })

  it('are found by who looked and by all that was opened together', async () => {
    const { entries, pagesFound } = opened()
    const both = ['customer:k1', 'contact:c1']
    await entries.add(entry('one', { partitions: both, at: '2026-03-02T12:00:00.001Z' }))
    await entries.add(entry('two', { partitions: ['contact:c1'], actor: 'bengt', at: '2026-03-02T12:00:00.002Z' }))
    await entries.add(entry('three', { partitions: ['contact:c11'], at: '2026-03-02T12:00:00.003Z' }))
    expect(await pagesFound({ partitions: ['contact:c1'] })).toEqual(['two', 'one'])
    expect(await pagesFound({ partitions: both })).toEqual(['one'])
    expect(await pagesFound({ actor: 'bengt' })).toEqual(['two'])
    expect(await pagesFound({ actor: 'bengt', partitions: both })).toEqual([])
    expect(await pagesFound({ partitions: ['contact:c1'], limit: 1 })).toEqual(['two'])
  })
}
