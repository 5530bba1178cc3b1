/** What every ReadStore has to do, whatever engine is underneath. Stores are opened empty, for locale `fi`. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type ReadStore, type Row, storedPosition, type TableSpec, type Write } from '#kernel'
import { contributionTests } from './contributions.contract.js'
import { momentTests } from './moments.contract.js'
import { progressTests } from './progress.contract.js'
import { absenceTests, alphabetTests, listTests, refusalTests, sumTests } from './read-store-queries.contract.js'
import { keysOf, named, type Opened, offers, person, puts, sampleFigures, samplePeople } from './read-store-samples.js'

type Open = () => Promise<ReadStore>

export function describeReadStore(name: string, open: Open, { listRuns = 30 } = {}): void {
  describe(`${name}, as a read store`, () => {
    let store: ReadStore
    beforeEach(async () => {
      store = await open()
      await store.declare([offers, samplePeople, sampleFigures])
    })
    afterEach(() => store.close())
    const opened = () => store
    describe('tables', () => tableTests(opened))
    describe('writes', () => writeTests(opened))
    describe('writes that do not fit', () => unfitTests(opened))
    describe('moments', () => momentTests(opened))
    describe('progress', () => progressTests(opened))
    describe('lists', () => listTests(opened, listRuns))
    describe('alphabets', () => alphabetTests(opened))
    describe('refusals', () => refusalTests(opened))
    describe('sums', () => sumTests(opened))
    describe('sums of what is absent', () => absenceTests(opened))
    describe('contributions', () => contributionTests(opened))
    describe('bulk loads', () => loadTests(opened))
  })
}

function tableTests(store: Opened): void {
  it('declares a table again without losing rows', async () => {
    await store().write(puts('people-1', named('Aino')))
    await store().declare([samplePeople])
    expect(await store().count('people-1')).toBe(1)
    expect([...(await store().tables())].sort()).toEqual(['figures-1', 'offers-1', 'people-1'])
  })

  it('gives the rows of several tables at once', async () => {
    await store().write(puts('people-1', named('Aino', 'Bo')))
    await store().write([
      { table: 'offers-1', put: { key: 'o-1', position: storedPosition(1), doc: null, columns: {} } },
    ])
    const [offered = [], people = [], none = []] = await store().getMany([
      { table: 'offers-1', keys: ['none', 'o-1', 'o-1'] },
      { table: 'people-1', keys: ['p-1', 'p-0', 'o-1'] },
      { table: 'people-1', keys: [] },
    ])
    expect(offered.map(({ key }) => key)).toEqual(['o-1'])
    expect(people.map(({ key }) => key).sort()).toEqual(['p-0', 'p-1'])
    expect(none).toEqual([])
    expect(await store().getMany([])).toEqual([])
    const bare = { table: 'people-1', keys: ['p-0'] }
    const [[row] = []] = await store().getMany([{ ...bare, columns: ['fullName'] }])
    expect(row).toMatchObject({ key: 'p-0', doc: { fullName: 'Aino' }, columns: { fullName: 'Aino' } })
    await expect(store().getMany([{ ...bare, columns: ['shoe'] }])).rejects.toThrow(/"people-1".*"shoe"/)
    await expect(store().getMany([{ table: 'none-1', keys: [] }])).rejects.toThrow(/none-1/)
  })

  it('gives rows of several tables at once, whatever is in them and however many they are', async () => {
    const long = 'å'.repeat(64_000)
    const offered = Array.from({ length: 400 }, (_, at) => ({
      key: `o-${at}`,
      position: storedPosition(1),
      doc: at % 40 === 0 ? { long } : null,
      columns: {},
    }))
    await store().write([...puts('people-1', named('Aino')), ...puts('offers-1', offered)])
    for (const count of [400, 20]) {
      const keys = offered.slice(0, count).map(({ key }) => key)
      const wanted = [
        { table: 'people-1', keys: ['p-0'] },
        { table: 'offers-1', keys, columns: [] },
      ]
      const [people = [], offers = []] = await store().getMany(wanted)
      expect(people).toHaveLength(1)
      expect(offers.map(({ key }) => key).sort()).toEqual(keys.sort())
      expect(offers.filter(({ doc }) => doc?.long === long)).toHaveLength(Math.ceil(count / 40))
    }
  })

  it('refuses a known name with another shape', async () => {
    await expect(store().declare([{ ...samplePeople, indexes: [] }])).rejects.toThrow(/people-1.*shape/)
  })

  it('refuses a table that cannot be what it says', async () => {
    const declared = (spec: Partial<TableSpec>) => store().declare([{ ...samplePeople, name: 'others-1', ...spec }])
    await expect(declared({ name: 'Others' })).rejects.toThrow(/kebab-case/)
    await expect(declared({ indexes: [['shoe']] })).rejects.toThrow(/"others-1".*"shoe"/)
    await expect(declared({ indexes: [['subjects']] })).rejects.toThrow(/"subjects".*index/)
    await expect(declared({ searches: 'unit' })).rejects.toThrow(/"unit".*text/)
    await expect(declared({ restless: ['words'] })).rejects.toThrow(/"words".*no index/)
    await expect(declared({ words: ['subjects'] })).rejects.toThrow(/"subjects".*words/)
    await expect(declared({ always: ['subjects'] })).rejects.toThrow(/"subjects".*lists/)
    expect(await store().tables()).not.toContain('others-1')
  })

  it('drops tables, also such as do not exist, and makes them anew', async () => {
    await store().write(puts('people-1', named('Aino')))
    await store().drop(['people-1', 'unknown-1'])
    await expect(store().get('people-1', 'p-0')).rejects.toThrow(/people-1/)
    await store().declare([{ ...samplePeople, indexes: [] }])
    expect(await store().find('people-1', {})).toEqual({ rows: [] })
  })
}

function writeTests(store: Opened): void {
  it('gives back what was put', async () => {
    const columns = {
      owner: 'm-1',
      stage: 'won',
      title: 'Jäähdytys "Oy" 😀',
      changedAt: '2026-01-01T00:00:00.000Z',
      dueOn: null,
      amountMinor: -9_007_199_254_740_991,
      share: 0.1,
      open: false,
      customers: ['c-2', 'c-1'],
    }
    const row: Row = { key: 'k "1"', position: storedPosition(7), doc: { a: [1, null, { b: 'ä\u0000' }] }, columns }
    await store().write([{ table: 'offers-1', put: row }])
    expect(await store().get('offers-1', row.key)).toEqual(row)
    expect(await store().get('offers-1', 'none')).toBeNull()
  })

  it('keeps documents as they are, whatever their names and letters', async () => {
    const names = { ['__proto__']: { a: 1 }, $where: '1', 'a.b': { $gt: '' }, constructor: [], '': null }
    const doc = {
      ...Object.fromEntries(Object.entries(names)),
      letters: '\u0000\ud800 \u{10FFFF}',
      zero: 0,
      many: 1e21,
    }
    Object.defineProperty(doc, '__proto__', { value: { a: 1 }, enumerable: true })
    const put = { key: '$k.a', position: storedPosition(1), doc, columns: {} }
    await store().write([{ table: 'people-1', put }])
    expect(JSON.stringify((await store().get('people-1', '$k.a'))?.doc)).toBe(JSON.stringify(doc))
  })

  it('takes absent columns as null and absent lists as empty', async () => {
    await store().write([{ table: 'people-1', put: { key: 'p', position: storedPosition(1), doc: null, columns: {} } }])
    const row = await store().get('people-1', 'p')
    expect(row).toEqual({
      key: 'p',
      position: 1,
      doc: null,
      columns: { fullName: null, unit: null, words: null, subjects: [], keys: [] },
    })
  })

  it('replaces only what is of a lower position, and removes only what is of no higher one', async () => {
    const at = (position: number, fullName: string) => puts('people-1', [person('p', fullName, { position })])
    await store().write(at(5, 'Five'))
    const remove = (position: number): Write => ({
      table: 'people-1',
      remove: 'p',
      position: storedPosition(position),
    })
    await store().write([...at(5, 'Again'), ...at(4, 'Four'), remove(4)])
    expect((await store().get('people-1', 'p'))?.columns.fullName).toBe('Five')
    await store().write(at(6, 'Six'))
    const sorted = async (fullName: string) =>
      keysOf(await store().find('people-1', { where: { column: 'fullName', prefix: fullName } }))
    expect([await sorted('five'), await sorted('six')]).toEqual([[], ['p']])
    await store().write([remove(6)])
    expect(await store().get('people-1', 'p')).toBeNull()
    expect(await sorted('six')).toEqual([])
    expect(await store().count('people-1', { column: 'subjects', has: 'everyone' })).toBe(0)
  })

  it('ends in the same rows when changes come again', async () => {
    const change = fc.record({ key: fc.constantFrom('a', 'b', 'c'), kind: fc.constantFrom('put', 'remove', 'put') })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), fc.nat(20), async (changes, from) => {
        await store().drop(['people-1'])
        await store().declare([samplePeople])
        const writes = changes.map(({ key, kind }, at): Write => {
          const position = storedPosition(at + 1)
          if (kind === 'remove') return { table: 'people-1', remove: key, position }
          return { table: 'people-1', put: person(key, `Name ${at}`, { position }) }
        })
        await store().write(writes)
        const once = await store().find('people-1', {})
        const survivors = new Set(keysOf(once))
        // What was removed comes again only before its checkpoint, and never after it.
        await store().write(writes.slice(from).filter((write) => survivors.has('put' in write ? write.put.key : '')))
        expect(await store().find('people-1', {})).toEqual(once)
      }),
      { numRuns: 30 },
    )
  })
}

function unfitTests(store: Opened): void {
  it('keeps all of a write, with its checkpoint, or nothing', async () => {
    expect(await store().checkpoint('projection')).toBe(0)
    await store().write(puts('people-1', named('Aino')), { name: 'projection', position: storedPosition(12) })
    const bad: Write = {
      table: 'people-1',
      put: { key: 'x', position: storedPosition(2), doc: null, columns: { age: 4 } },
    }
    const writes = [...puts('people-1', [person('p-9', 'Eino')]), bad]
    await expect(store().write(writes, { name: 'projection', position: storedPosition(13) })).rejects.toThrow(
      /people-1.*"age"/,
    )
    expect(await store().checkpoint('projection')).toBe(12)
    expect(await store().get('people-1', 'p-9')).toBeNull()
  })

  it('refuses a row without a value that is always there', async () => {
    const put = {
      key: 'x',
      position: storedPosition(2),
      doc: null,
      columns: { unit: 'fi', month: null, amountMinor: 1 },
    }
    await expect(store().write([{ table: 'figures-1', put }])).rejects.toThrow(/"month".*"figures-1"/)
    expect(await store().count('figures-1')).toBe(0)
  })

  it('refuses values of another type, without repeating them', async () => {
    const put = { key: 'x', position: storedPosition(2), doc: null, columns: { amountMinor: 'secret' } }
    const refusal = store().write([{ table: 'offers-1', put }])
    await expect(refusal).rejects.toThrow(/"amountMinor".*"offers-1"/)
    await expect(refusal).rejects.not.toThrow(/secret/)
  })
}

function loadTests(store: Opened): void {
  const loaded = { ...samplePeople, name: 'people-2' }

  it('loads rows that are then found in every way', async () => {
    await store().declare([loaded], { unindexed: true })
    await store().bulkLoad('people-2', named('Bo', 'Aino'))
    await store().bulkLoad('people-2', [person('p-9', 'Cecilia')])
    await expect(store().find('people-2', {})).rejects.toThrow(/finishLoad/)
    await store().finishLoad(['people-2'])
    expect(keysOf(await store().find('people-2', { sort: [{ column: 'fullName' }] }))).toEqual(['p-1', 'p-0', 'p-9'])
    const cecilia = { where: { column: 'fullName', prefix: 'ceci' } }
    expect(keysOf(await store().find('people-2', cecilia))).toEqual(['p-9'])
    expect(await store().count('people-2', { column: 'subjects', has: 'everyone' })).toBe(3)
    await store().write(puts('people-2', [person('p-9', 'Disa', { position: 2 })]))
    expect(keysOf(await store().find('people-2', cecilia))).toEqual([])
    await expect(store().bulkLoad('people-2', [])).rejects.toThrow(/people-2/)
  })

  it('refuses a key that was loaded twice', async () => {
    await store().declare([loaded], { unindexed: true })
    await store().bulkLoad('people-2', [person('p', 'One'), person('p', 'Two')])
    await expect(store().finishLoad(['people-2'])).rejects.toThrow(/people-2.*key twice/)
  })
}
