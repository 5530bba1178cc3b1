/** What is kept of journals read lately, and for how long. */
import { beforeEach, describe, expect, it } from '@jest/globals'
import {
  type Catalogue,
  type Filings,
  type Partition,
  type StoredEvent,
  type StoreReads,
  storedPosition,
} from '#kernel'
import { RecentJournals } from './recent-journals.js'

const upTo = storedPosition(1)
const customer = (id: string): Partition => ({ kind: 'customer', ids: [id] })

let sizes: Record<string, number>
let read: string[]
let reads: Pick<StoreReads, 'checkpoint' | 'filings'>
let recent: RecentJournals

beforeEach(() => {
  sizes = {}
  read = []
  const history = async ([key = '']: readonly string[]) => {
    read.push(key)
    return Array.from(
      { length: sizes[key] ?? 0 },
      () =>
        ({ type: 'note.written', data: {}, metadata: { schemaVersion: 1 }, position: upTo }) as unknown as StoredEvent,
    )
  }
  reads = { checkpoint: async () => upTo, filings: { history } as unknown as Filings }
  const catalogue = { readOrMark: (event: StoredEvent) => event } as unknown as Catalogue
  recent = new RecentJournals({ catalogue, zones: () => 'UTC' })
})

const ask = async (...ids: string[]) => {
  for (const id of ids) await recent.read(customer(id), reads, upTo)
}

describe('a journal', () => {
  it('is read once', async () => {
    sizes = { 'customer:a': 3 }
    await ask('a', 'a')
    expect(read).toEqual(['customer:a'])
  })

  it('is not kept when it is empty', async () => {
    await ask('a', 'a')
    expect(read).toEqual(['customer:a', 'customer:a'])
  })

  it('goes before those that were asked for later', async () => {
    sizes = { 'customer:a': 25_000, 'customer:b': 25_000, 'customer:c': 25_000 }
    await ask('a', 'b', 'a', 'c', 'a', 'c', 'b')
    expect(read).toEqual(['customer:a', 'customer:b', 'customer:c', 'customer:b'])
  })

  it('is not kept when it alone is more than all may be', async () => {
    sizes = { 'customer:a': 60_001, 'customer:b': 1 }
    await ask('a', 'b', 'b', 'a')
    expect(read).toEqual(['customer:a', 'customer:b', 'customer:a'])
  })
})
