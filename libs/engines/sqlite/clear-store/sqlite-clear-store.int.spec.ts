/** What a file of plaintext does beyond the contract: it forgets without a trace, and is no file of read models. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { person, searchedPeople } from '#engines/contracts/read-store/read-store-samples.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { type ClearStore, type ClearWrite, type Row, storedPosition } from '#kernel'
import { openSqliteClearStore } from './sqlite-clear-store.js'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clear-'))
  file = join(folder, 'clear.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const filesWith = (text: string) =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text))
const puts = (rows: readonly Row[]): ClearWrite[] => rows.map((put) => ({ table: 'people-1', put }))

describe('forgetting in a file', () => {
  /** Rows that grow, shrink and move between pages, so that old copies would stay behind if they could. */
  async function churn(store: ClearStore): Promise<void> {
    const size = (at: number, round: number) => 1 + ((at * 31 + round * 17) % 40)
    for (let round = 1; round <= 8; round++) {
      const rows = Array.from({ length: 300 }, (_, at) => {
        const who = at % 3 === 0 ? 'Zebulonia' : 'Ordinarius'
        const words = `${who} speaks of xylography `.repeat(size(at, round))
        const put = person(`p-${(at * 7919) % 1000}`, `${who} ${round}`, { position: round, words })
        return { ...put, columns: { ...put.columns, subjects: at % 3 === 0 ? ['subject-one'] : ['subject-two'] } }
      })
      await store.write(puts(rows), storedPosition(round))
    }
  }

  it('leaves no byte of the text in any file', async () => {
    const store = openSqliteClearStore({ file, locale: 'fi' })
    await store.declare([searchedPeople])
    await churn(store)
    const traces = ['Zebulonia', 'zebulonia', 'ZEBULONIA', 'subject-one']
    for (const trace of traces) expect(filesWith(trace)).not.toEqual([])
    expect(await store.forget(['subject-one'])).toBe(100)
    expect(await store.sweep()).toBe(true)
    for (const trace of traces) expect(filesWith(trace)).toEqual([])
    expect(filesWith('Ordinarius')).toEqual(['clear.db'])
    await store.close()
  })

  it('leaves none of rows that were removed or replaced before', async () => {
    const store = openSqliteClearStore({ file })
    await store.declare([searchedPeople])
    await churn(store)
    const kept = puts([person('p-0', 'Ordinarius', { position: 9 })])
    const keys = Array.from({ length: 1000 }, (_, at) => `p-${at}`).slice(1)
    await store.write(
      [...kept, ...keys.map((remove) => ({ table: 'people-1', remove, position: storedPosition(9) }))],
      storedPosition(9),
    )
    expect(await store.forget(['subject-one'])).toBe(0)
    expect(await store.sweep()).toBe(true)
    for (const trace of ['Zebulonia', 'zebulonia', 'ZEBULONIA', 'subject-one']) expect(filesWith(trace)).toEqual([])
    await store.close()
  })

  it('leaves none of a table that was loaded, or dropped', async () => {
    const store = openSqliteClearStore({ file })
    const rows = ['Zebulonia', 'Ordinarius'].map((name, at) => person(`p-${at}`, name))
    await store.declare([searchedPeople, { ...searchedPeople, name: 'people-2' }], { unindexed: true })
    await store.bulkLoad('people-1', rows)
    await store.bulkLoad('people-2', rows)
    await store.finishLoad(['people-1'])
    await store.forget(['s-p-0'])
    await store.beginAnew()
    expect(await store.sweep()).toBe(true)
    for (const trace of ['Zebulonia', 'zebulonia', 'ZEBULONIA']) expect(filesWith(trace)).toEqual([])
    await store.close()
  })

  it('says so while a reader keeps the log from being emptied', async () => {
    const store = openSqliteClearStore({ file })
    await store.declare([searchedPeople])
    const reader = new DatabaseSync(file)
    reader.exec('BEGIN; SELECT * FROM "people-1"')
    await store.write(puts([person('p', 'Zebulonia')]), storedPosition(1))
    expect([await store.forget(['s-p']), await store.sweep()]).toEqual([1, false])
    expect(filesWith('Zebulonia')).not.toEqual([])
    reader.close()
    expect(await store.sweep()).toBe(true)
    expect(filesWith('Zebulonia')).toEqual([])
    await store.close()
  })
})

describe('a file of plaintext', () => {
  it('is none of read models, nor they of it', async () => {
    await openSqliteClearStore({ file, identity: 'ours' }).close()
    expect(() => openSqliteReadStore({ file })).toThrow(/database of something else/)
    expect(() => openSqliteClearStore({ file, identity: 'theirs' })).toThrow(/not of this group/)
    const other = join(folder, 'read.db')
    await openSqliteReadStore({ file: other }).close()
    expect(() => openSqliteClearStore({ file: other })).toThrow(/database of something else/)
  })
})
