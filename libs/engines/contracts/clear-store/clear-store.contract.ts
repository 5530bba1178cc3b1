/** What stores of plaintext promise, whoever keeps them. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  askedWords,
  BadCursor,
  type ClearReads,
  type ClearStore,
  type ClearWrite,
  type Row,
  saysWords,
  storedPosition,
} from '#kernel'
import { keysOf, named, person, searchedPeople } from '../read-store/read-store-samples.js'
import { sharedTests } from './shared-values.contract.js'

export interface ClearStoreUnderTest {
  store: ClearStore
  /** The same as another process has it. */
  again(): Promise<ClearStore>
}

/** The store of the test that runs. */
type Opened = () => ClearStore

const puts = (table: string, rows: readonly Row[]): ClearWrite[] => rows.map((put) => ({ table, put }))
const others = { ...searchedPeople, name: 'people-2' }
const at = storedPosition
const byName = { sort: [{ column: 'fullName' }] }

export function describeClearStore(name: string, open: () => Promise<ClearStoreUnderTest>): void {
  describe(`${name} clear store`, () => {
    let opened: ClearStoreUnderTest
    const store = () => opened.store
    beforeEach(async () => {
      opened = await open()
      await store().declare([searchedPeople, others])
    })
    afterEach(() => store().close())

    describe('writing', () => writeTests(store))
    describe('searching', () => searchTests(store))
    describe('letters', () => letterTests(store))
    describe('values that rows share', () => sharedTests(store))
    describe('forgetting', () => forgetTests(store))
    describe('loading', () => loadTests(store))
    describe('moments', () => momentTests(store))
    describe('its position', () => positionTests(() => opened))
  })
}

function writeTests(store: Opened): void {
  it('keeps all of a write with its position, or nothing', async () => {
    await store().write(puts('people-1', named('Aino')), at(12))
    const bad: ClearWrite = { table: 'people-1', put: { key: 'x', position: at(2), doc: null, columns: { age: 4 } } }
    await expect(store().write([...puts('people-1', [person('p-9', 'Eino')]), bad], at(13))).rejects.toThrow(/"age"/)
    expect([await store().position(), keysOf(await store().find('people-1', {}))]).toEqual([12, ['p-0']])
  })

  it('changes nothing where what is written comes again', async () => {
    const first = puts('people-1', [person('p', 'Five', { position: 5 })])
    await store().write(first, at(5))
    await store().write(puts('people-1', [person('p', 'Six', { position: 6 })]), at(6))
    await store().write([...first, { table: 'people-1', remove: 'p', position: at(5) }], at(6))
    const [row] = (await store().find('people-1', {})).rows
    expect(row?.columns.fullName).toBe('Six')
    expect(keysOf(await store().search('people-1', { text: 'five' }))).toEqual([])
    await store().write([{ table: 'people-1', remove: 'p', position: at(7) }], at(7))
    expect(keysOf(await store().search('people-1', { text: 'six' }))).toEqual([])
  })

  it('keeps what it holds when the same is declared again, and begins anew with other tables', async () => {
    await store().write(puts('people-1', named('Aino')), at(12))
    await store().declare([others, searchedPeople])
    expect([await store().position(), keysOf(await store().find('people-1', {}))]).toEqual([12, ['p-0']])
    for (const tables of [[{ ...searchedPeople, indexes: [] }, others], [searchedPeople]]) {
      await store().declare(tables)
      expect([await store().position(), await store().find('people-1', {})]).toEqual([0, { rows: [] }])
      await store().write(puts('people-1', named('Aino')), at(12))
    }
    await expect(store().find('people-2', {})).rejects.toThrow(/people-2/)
  })

  it('refuses to search what is not searched', async () => {
    await store().declare([{ ...searchedPeople, name: 'mute-1', searches: undefined }])
    await expect(store().search('mute-1', { text: 'x' })).rejects.toThrow(/"mute-1".*searches/)
  })
}

function searchTests(store: Opened): void {
  beforeEach(() =>
    store().write(puts('people-1', named('Jäähdytys Oy', 'Aino Jäähdytys', 'Jean-Luc Öst', 'Veli OR Muu')), at(1)),
  )
  const found = async (text: string) => [...keysOf(await store().search('people-1', { text }))].sort()

  it('needs every word, each in its beginning', async () => {
    expect(await found('jäähdytys')).toEqual(['p-0', 'p-1'])
    expect(await found('jäähd ai')).toEqual(['p-1'])
    expect(await found('jäähd bo')).toEqual([])
    expect(await found('aino, JÄÄHDYTYS!')).toEqual(['p-1'])
  })

  it('finds letters with dots when typed without', async () => {
    expect(await found('jaahdytys')).toEqual(['p-0', 'p-1'])
    expect(await found('ost')).toEqual(['p-2'])
  })

  it('takes everything typed as words', async () => {
    expect(await found('veli OR')).toEqual(['p-3'])
    for (const text of ['"', '*', '', '  ', 'words:', '^', 'NEAR(', '-']) expect(await found(`${text}`)).toEqual([])
    for (const text of ['aino"', 'aino*', '(aino', '+aino', '^aino']) expect(await found(text)).toEqual(['p-1'])
    expect(await found('aino NOT jäähdytys')).toEqual([])
  })

  it('keeps to where, sort and cursor', async () => {
    await store().write(
      puts('people-1', [person('p-7', 'Aatos Jäähdytys'), person('p-8', 'Bo Jäähdytys', { unit: 'se' })]),
      at(2),
    )
    const query = {
      text: 'jää',
      where: { column: 'unit', eq: 'fi' },
      sort: [{ column: 'fullName', descending: true }],
      limit: 2,
    }
    const first = await store().search('people-1', query)
    expect(keysOf(first)).toEqual(['p-0', 'p-1'])
    const second = await store().search('people-1', { ...query, cursor: first.next })
    expect(keysOf(second)).toEqual(['p-7'])
    expect(second.next).toBeUndefined()
    await expect(store().search('people-1', { ...query, text: 'jä', cursor: first.next })).rejects.toThrow(BadCursor)
  })

  it('is narrowed by what rows say by now', async () => {
    const units = ['fi', 'FI', 'fi-food', 'fi"x', '-']
    const rows = units.map((unit, nth) => person(`u-${nth}`, 'Osake', { unit }))
    await store().write(puts('people-1', rows), at(2))
    const within = async (unit: string, text = 'osa') =>
      keysOf(await store().search('people-1', { text, where: { and: [{ column: 'unit', eq: unit }] } }))
    for (const [nth, unit] of units.entries()) expect(await within(unit)).toEqual([`u-${nth}`])
    expect(await within('fi', 'fi')).toEqual([])
    await store().write(puts('people-1', [person('u-0', 'Osake', { unit: 'se', position: 2 })]), at(3))
    expect(await within('fi')).toEqual([])
    expect(await within('se')).toEqual(['u-0'])
    await store().write([{ table: 'people-1', remove: 'u-0', position: at(3) }], at(4))
    expect(await within('se')).toEqual([])
  })

  it('finds words that nearly every row has, in order', async () => {
    const many = Array.from({ length: 2500 }, (_, nth) => person(`m-${nth}`, `Osake ${String(9999 - nth)}`))
    await store().write(puts('people-1', many), at(2))
    const page = await store().search('people-1', { text: 'osake', sort: [{ column: 'fullName' }], limit: 2 })
    expect(keysOf(page)).toEqual(['m-2499', 'm-2498'])
  })
}

function letterTests(store: Opened): void {
  const found = async (text: string) => [...keysOf(await store().search('people-1', { text }))].sort()

  it('finds spelled-out letters, parts of compounds and writing without spaces, as whatever compares texts', async () => {
    const texts = ['Großküche Häusler', 'Sørlandets kjøleskap', 'Kylmäkaappi', '業務用冷凍庫', 'ψυγείο, ışık, Łódź']
    const rows = texts.map((text, nth) => person(`t-${nth}`, text))
    await store().write(puts('people-1', rows), at(2))
    const asked = [
      'haeusler',
      'kuche',
      'kueche',
      'soerland',
      'skap',
      'kaappi',
      '冷凍',
      'ψυγειο isik lodz',
      'app',
      'ylmä',
    ]
    const expected = asked.map((text) =>
      rows.filter(({ columns }) => saysWords(String(columns.words), askedWords(text))),
    )
    for (const [nth, text] of asked.entries()) expect(await found(text)).toEqual(keysOf({ rows: expected[nth] ?? [] }))
    expect(expected.map((one) => one.map(({ key }) => key).join())).toEqual([
      ...['t-0', 't-0', 't-0', 't-1', 't-1', 't-2', 't-3', 't-4', '', ''],
    ])
  })

  it('follows what a text says by now in all that it was found by', async () => {
    await store().write(puts('people-1', [person('t-0', 'Großküche')]), at(2))
    await store().write(puts('people-1', [person('t-0', 'Kylmäkaappi', { position: 2 })]), at(3))
    const all = await Promise.all(['grosskuche', 'küche', 'kueche', 'kaappi'].map(found))
    expect(all).toEqual([[], [], [], ['t-0']])
  })
}

function forgetTests(store: Opened): void {
  it('removes the rows of subjects and of keys from all tables, and no others', async () => {
    await store().write([...puts('people-1', named('Aino', 'Bo')), ...puts('people-2', named('Aino', 'Bo'))], at(1))
    expect(await store().forget(['s-p-0'])).toBe(2)
    expect(await store().forget(['s-p-0'])).toBe(0)
    expect(keysOf(await store().search('people-1', { text: 'aino' }))).toEqual([])
    expect(keysOf(await store().find('people-2', {}))).toEqual(['p-1'])
    await store().write(puts('people-1', [person('p-1', 'Bo', { position: 2 }), person('p-2', 'Cia')]), at(2))
    expect(keysOf(await store().search('people-1', { text: 'bo' }))).toEqual(['p-1'])
    expect(await store().forget(['s-p-1', 'k-p-2', 'unknown'])).toBe(3)
    expect(await store().position()).toBe(2)
  })

  it('removes them from a table that is being loaded', async () => {
    await store().declare([others], { unindexed: true })
    await store().bulkLoad('people-2', named('Aino', 'Bo'))
    expect(await store().forget(['s-p-0'])).toBe(1)
    await store().finishLoad(['people-2'])
    expect(keysOf(await store().find('people-2', {}))).toEqual(['p-1'])
  })

  it('refuses tables without subjects', async () => {
    const { subjects: _, keys: __, ...columns } = searchedPeople.columns
    await store().declare([{ ...searchedPeople, name: 'nobody-1', columns }])
    await expect(store().forget(['s-p-0'])).rejects.toThrow(/nobody-1.*subjects/)
  })
}

function loadTests(store: Opened): void {
  it('loads rows that are then found in every way', async () => {
    await store().declare([others], { unindexed: true })
    await store().bulkLoad('people-2', named('Bo', 'Aino'))
    await expect(store().find('people-2', {})).rejects.toThrow(/finishLoad/)
    await store().finishLoad(['people-2'])
    expect(keysOf(await store().find('people-2', byName))).toEqual(['p-1', 'p-0'])
    expect(keysOf(await store().search('people-2', { text: 'ain' }))).toEqual(['p-1'])
    await expect(store().bulkLoad('people-2', [])).rejects.toThrow(/people-2/)
  })

  it('begins anew with nothing, also where a load was cut off', async () => {
    await store().declare([others], { unindexed: true })
    await store().bulkLoad('people-2', named('Bo'))
    await store().write([], at(12))
    await store().declare([others])
    expect([await store().position(), await store().find('people-2', {})]).toEqual([0, { rows: [] }])
    await store().write(puts('people-2', named('Aino')), at(12))
    await store().beginAnew()
    expect(await store().position()).toBe(0)
    await store().declare([searchedPeople, others])
    for (const table of ['people-1', 'people-2']) expect(await store().find(table, {})).toEqual({ rows: [] })
  })
}

async function saidOf(reads: ClearReads): Promise<unknown[]> {
  const scanned: string[] = []
  for await (const rows of reads.scan('people-1', { sort: [] })) scanned.push(...rows.map(({ key }) => key))
  const found = await Promise.all([reads.find('people-1', byName), reads.search('people-1', { text: 'aino' })])
  return [await reads.position(), ...found.map(keysOf), scanned]
}

function momentTests(store: Opened): void {
  it('show what was written before they begin, and nothing that is written meanwhile', async () => {
    await store().write(puts('people-1', named('Aino')), at(1))
    const before = await saidOf(store())
    await store().moment(async (reads) => {
      expect(await reads.position()).toBe(1)
      await store().write(puts('people-1', [person('p-0', 'Bo', { position: 2 }), person('p-1', 'Aino')]), at(2))
      expect(await saidOf(reads)).toEqual(before)
    })
    const after = await store().moment(saidOf)
    expect(after).toEqual(await saidOf(store()))
    expect(after[0]).toBe(2)
  })

  it('that may be long keep nobody waiting', async () => {
    await store().write(puts('people-1', named('Aino')), at(1))
    const others = () => store().moment((reads) => reads.position())
    expect(await store().moment(others, { apart: true })).toBe(1)
  })

  it('end as their work ends, and what they lent is refused from then on', async () => {
    const lent = await store().moment(async (reads) => ({ reads }))
    await expect(lent.reads.find('people-1', {})).rejects.toThrow(/moment.*ended/)
    await expect(lent.reads.position()).rejects.toThrow(/moment.*ended/)
  })
}

function positionTests(opened: () => ClearStoreUnderTest): void {
  it('is told to whoever follows it, here and in another process', async () => {
    const { store, again } = opened()
    await store.write([], at(3))
    const other = await again()
    for (const each of [store, other]) {
      const ending = new AbortController()
      const heard: number[] = []
      for await (const position of each.progress({ after: 0, signal: ending.signal })) {
        heard.push(position)
        if (heard.length === 1) await store.write([], at(position + 4))
        else ending.abort()
      }
      expect(heard.at(-1)).toBe((heard[0] ?? 0) + 4)
    }
    expect(await other.position()).toBe(11)
    await other.close()
  })
}
