/** What only a file can do: be read beside its writer, be of another kind, be full. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { findNaively } from '#engines/contracts/read-store/read-store-oracle.js'
import { keysOf, offers, person, puts, samplePeople } from '#engines/contracts/read-store/read-store-samples.js'
import { type Find, type FollowProgress, ReadStoreRefused, type Row, storedPosition, type Where } from '#kernel'
import { openSqliteReadStore } from './sqlite-read-store.js'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readmodel-'))
  file = join(folder, 'readmodels.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const refusal = (open: () => unknown): Error => {
  try {
    open()
  } catch (error) {
    expect(error).toBeInstanceOf(ReadStoreRefused)
    return error as Error
  }
  throw new Error('was not refused')
}

describe('a second connection', () => {
  it('reads what was committed, new tables too, and writes nothing', async () => {
    const writer = openSqliteReadStore({ file, locale: 'sv' })
    const reader = openSqliteReadStore({ file, readOnly: true })
    expect(await reader.tables()).toEqual([])
    await writer.declare([samplePeople])
    await writer.write(puts('people-1', [person('p', 'Åke')]), { name: 'projection', position: storedPosition(3) })
    const where = { column: 'fullName', prefix: 'å' }
    expect(keysOf(await reader.find('people-1', { where }))).toEqual(['p'])
    expect(await reader.checkpoint('projection')).toBe(3)
    await expect(reader.write(puts('people-1', [person('q', 'Bo')]))).rejects.toThrow(/cannot be written/)
    await reader.close()
    await writer.close()
  })

  it('hears how far another has come', async () => {
    const writer = openSqliteReadStore({ file })
    const reader = openSqliteReadStore({ file, readOnly: true })
    const following: FollowProgress = { name: 'projection', after: 0, signal: new AbortController().signal }
    const steps = reader.progress(following)[Symbol.asyncIterator]()
    const next = steps.next()
    await writer.write([], { name: 'projection', position: storedPosition(3), partitions: ['customer:a'] })
    expect((await next).value).toEqual({ position: 3, partitions: ['customer:a'] })
    await reader.close()
    expect((await steps.next()).done).toBe(true)
    await writer.close()
  })

  it('finds everything again after a restart, and keeps its locale', async () => {
    const first = openSqliteReadStore({ file, locale: 'sv' })
    await first.declare([samplePeople])
    await first.write(puts('people-1', [person('p', 'Åke')]))
    await first.close()
    expect(refusal(() => openSqliteReadStore({ file, locale: 'de' })).message).toMatch(/locale sv.*delete the file/)
    const again = openSqliteReadStore({ file })
    expect(await again.tables()).toEqual(['people-1'])
    expect((await again.get('people-1', 'p'))?.columns.fullName).toBe('Åke')
    await again.close()
  })
})

describe('a file that cannot be used', () => {
  it('is refused by name with what to do', () => {
    writeFileSync(file, 'no database at all '.repeat(100))
    expect(refusal(() => openSqliteReadStore({ file })).message).toMatch(
      /readmodels.sqlite is not a database.*delete the file/,
    )
    const missing = join(folder, 'none', 'x.sqlite')
    expect(refusal(() => openSqliteReadStore({ file: missing })).message).toMatch(/x.sqlite cannot be opened/)
  })

  it.each([
    ['CREATE TABLE theirs (a)', /database of something else/],
    ['PRAGMA application_id = 0x4b756d70; PRAGMA user_version = 99', /newer version.*delete the file/],
  ])('is refused when of another kind: %s', (sql, message) => {
    const other = new DatabaseSync(file)
    other.exec(sql)
    other.close()
    expect(refusal(() => openSqliteReadStore({ file })).message).toMatch(message)
  })

  it('keeps nothing of a write that the disk has no room for, and goes on after', async () => {
    const store = openSqliteReadStore({ file })
    await store.declare([samplePeople])
    const pages = store.file.db.prepare('PRAGMA page_count').get()?.page_count
    store.file.db.exec(`PRAGMA max_page_count = ${Number(pages) + 20}`)
    const many = Array.from({ length: 3000 }, (_, at) => person(`p-${at}`, 'Aino Ordinarius'))
    const write = store.write(puts('people-1', many), { name: 'projection', position: storedPosition(1) })
    await expect(write).rejects.toThrow(/disk is full/)
    expect([await store.count('people-1'), await store.checkpoint('projection')]).toEqual([0, 0])
    await store.write(puts('people-1', many.slice(0, 1)))
    expect(await store.count('people-1')).toBe(1)
    await store.close()
  })
})

describe('lists in a file', () => {
  it('find by a word that most rows have, and by one that few have', async () => {
    const store = openSqliteReadStore({ file, locale: 'fi' })
    await store.declare([offers])
    const titled = (key: string, columns: Row['columns']): Row => ({
      key,
      position: storedPosition(1),
      doc: null,
      columns,
    })
    const rows = Array.from({ length: 3000 }, (_, at) =>
      titled(`k-${at}`, { title: at % 5 === 0 ? `Hotelli ${at % 50}` : `Élo ${at % 50}` }),
    ).concat(titled('without', { title: null }))
    await store.write(puts('offers-1', rows))
    for (const words of ['e', 'el 12', '12 ELO', 'hot', 'none'])
      for (const not of [false, true]) {
        const asked: Where = { column: 'title', words }
        const query: Find = { where: not ? { not: asked } : asked, sort: [{ column: 'title' }], limit: 40 }
        expect(keysOf(await store.find('offers-1', query))).toEqual(findNaively(rows, offers, query).slice(0, 40))
      }
    await store.close()
  })

  it.each([
    [{ sort: [{ column: 'title' }] }, 'offers-1~by~title'],
    [{ sort: [{ column: 'amountMinor', descending: true }] }, 'offers-1~by~amountMinor'],
    [{ where: { column: 'stage', eq: 'won' }, sort: [{ column: 'title' }] }, 'offers-1~by~stage~title'],
    [{ sort: [{ column: 'changedAt', descending: true }] }, 'offers-1~by~changedAt'],
    [{ where: { column: 'owner', eq: 'm-1' }, sort: [{ column: 'changedAt' }] }, 'offers-1~by~owner~changedAt'],
  ])('walk an index and sort nothing, also from a cursor: %j', async (query, index) => {
    const store = openSqliteReadStore({ file, locale: 'fi' })
    await store.declare([offers])
    const changedAt = '2026-01-01T00:00:00.000Z'
    const columns = { stage: 'won', title: 'a', amountMinor: 1, owner: 'm-1', changedAt }
    await store.write(
      puts(
        'offers-1',
        ['a', 'b'].map((key) => ({ key, position: storedPosition(1), doc: null, columns })),
      ),
    )
    const seen: string[] = []
    const prepare = store.file.prepare.bind(store.file)
    store.file.prepare = (text) => {
      seen.push(text)
      return prepare(text)
    }
    const { next } = await store.find('offers-1', { ...query, limit: 1 })
    await store.find('offers-1', { ...query, limit: 1, cursor: next })
    // Descending, what is absent is read apart.
    expect(seen.length).toBeGreaterThanOrEqual(2)
    for (const text of seen) {
      const plan = store.file.db
        .prepare(`EXPLAIN QUERY PLAN ${text}`)
        .all()
        .map((step) => step.detail)
        .join(' ')
      expect(plan).toContain(index)
      expect(plan).not.toContain('TEMP B-TREE')
      // Bound, a limit would have the statement compiled at each run.
      expect(text).toContain('LIMIT 2')
    }
    await store.close()
  })
})
