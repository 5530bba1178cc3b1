/** What stores of plaintext promise of values that several rows share. */
import { beforeEach, expect, it } from '@jest/globals'
import { storedPosition as at, type ClearReads, type ClearStore, type ClearWrite, type Row } from '#kernel'
import { person, searchedPeople } from '../read-store/read-store-samples.js'

const puts = (table: string, rows: readonly Row[]): ClearWrite[] => rows.map((put) => ({ table, put }))

export function sharedTests(store: () => ClearStore): void {
  const having = (key: string, subjects: string[], position = 1): Row => {
    const row = person(key, key, { position })
    return { ...row, columns: { ...row.columns, subjects } }
  }
  const shared = async (beginnings: string[], most = 3, reads: Pick<ClearReads, 'shared'> = store()) => {
    const found = await reads.shared('people-1', { column: 'subjects', beginnings, most })
    return found.map(({ value, keys }) => [value, ...[...keys].sort()].join(' · ')).sort()
  }
  beforeEach(() =>
    store().write(
      puts('people-1', [
        having('a', ['town aa', 'name x', 'everybody']),
        having('b', ['town aa', 'name x', 'name y', 'everybody']),
        having('c', ['townaa', 'name y', 'everybody']),
        having('d', ['town å', 'name X', 'everybody']),
      ]),
      at(1),
    ),
  )

  it('come with those rows, by what begins them, and none that too many have', async () => {
    expect(await shared(['name ', 'town '])).toEqual(['name x · a · b', 'name y · b · c', 'town aa · a · b'])
    expect([await shared(['town']), await shared([])]).toEqual([['town aa · a · b'], []])
    expect([await shared(['every']), await shared(['every'], 4)]).toEqual([[], ['everybody · a · b · c · d']])
  })

  it('are those of now, or of a moment', async () => {
    await store().moment(async (reads) => {
      expect(await reads.position()).toBe(1)
      await store().write(puts('people-1', [having('b', ['name y'], 2), having('d', ['name x'], 2)]), at(2))
      expect(await shared(['name '], 3, reads)).toEqual(['name x · a · b', 'name y · b · c'])
    })
    expect(await shared(['name ', 'town '])).toEqual(['name x · a · d', 'name y · b · c'])
    await store().write([{ table: 'people-1', remove: 'd', position: at(2) }], at(3))
    expect(await shared(['name '])).toEqual(['name y · b · c'])
    await store().forget(['name y'])
    expect(await shared(['name '])).toEqual([])
  })

  it('are those of what was loaded', async () => {
    await store().declare([searchedPeople], { unindexed: true })
    await store().bulkLoad('people-1', [having('a', ['name x']), having('b', ['name x'])])
    await store().finishLoad(['people-1'])
    expect(await shared(['name '])).toEqual(['name x · a · b'])
  })

  it('are not asked of other columns', async () => {
    const asked = { column: 'unit', beginnings: ['f'], most: 3 }
    await expect(store().shared('people-1', asked)).rejects.toThrow(/"unit".*list/)
  })
}
