/** The part of the contract of read stores that asks: lists with their cursors, search, sums. */
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Aggregate, BadCursor, type Find, type Row, storedPosition, type Where, type Write } from '#kernel'
import { allKeys, expectEach, expectTogether } from './list-pages.js'
import { findNaively } from './read-store-oracle.js'
import {
  keysOf,
  named,
  type Opened,
  offerQuery,
  offerRows,
  offers,
  passesOver,
  person,
  puts,
  samplePeople,
} from './read-store-samples.js'

/** @param runs of the law over any lists; an engine that is asked over a network has time for fewer */
export function listTests(store: Opened, runs: number): void {
  it('finds what a plain filter and sort finds, over all pages', async () => {
    const rows = offerRows
    await fc.assert(
      fc.asyncProperty(rows, fc.array(offerQuery, { minLength: 10, maxLength: 10 }), async (all, queries) => {
        await store().drop(['offers-1'])
        await store().declare([offers])
        await store().write(puts('offers-1', all))
        for (const query of queries) {
          const expected = findNaively(all, offers, query)
          expect(await allKeys(store(), 'offers-1', query)).toEqual(expected)
          expect(await store().count('offers-1', query.where)).toBe(expected.length)
          await passesOver(store(), query, expected)
          await expectEach(store(), all, query)
        }
        await expectTogether(store(), all, queries)
      }),
      { numRuns: runs },
    )
  }, 60_000)

  it('brings the columns asked for, and those sorted by', async () => {
    await store().write(puts('people-1', [person('p-1', 'Aino', { unit: 'fi' })]))
    const [row] = (await store().find('people-1', { sort: [{ column: 'fullName' }], columns: ['unit'] })).rows
    expect(row?.columns).toEqual({ fullName: 'Aino', unit: 'fi' })
    await expect(store().find('people-1', { columns: ['shoe'] })).rejects.toThrow(/"people-1".*"shoe"/)
  })

  it('scans every row that fits, sorted when asked, also while rows are written', async () => {
    const many = Array.from({ length: 1201 }, (_, at) =>
      person(`p-${at}`, `N ${at % 7}`, { unit: at % 2 ? 'fi' : 'se' }),
    )
    await store().write(puts('people-1', many))
    const where = { column: 'unit', eq: 'se' }
    const scanned: string[] = []
    for await (const rows of store().scan('people-1', { where, sort: [{ column: 'fullName' }] })) {
      scanned.push(...rows.map((row) => row.key))
      await store().write(
        puts('offers-1', [{ key: `k-${scanned.length}`, position: storedPosition(1), doc: null, columns: {} }]),
      )
    }
    expect(scanned).toEqual(findNaively(many, samplePeople, { where, sort: [{ column: 'fullName' }] }))
    expect(await store().count('offers-1')).toBeGreaterThan(0)
    const byKey: string[] = []
    for await (const rows of store().scan('people-1', { sort: [] })) byKey.push(...keysOf({ rows }))
    expect(byKey).toEqual(findNaively(many, samplePeople, {}))
    const [first = '', middle = '', last = ''] = [byKey[0], byKey[600], byKey.at(-1)]
    for (const [after, wanted] of [
      [first, byKey.slice(1)] as const,
      [middle, byKey.slice(601)] as const,
      [last, []] as const,
    ]) {
      const behind: string[] = []
      for await (const rows of store().scan('people-1', { sort: [], after })) behind.push(...keysOf({ rows }))
      expect(behind).toEqual(wanted)
    }
    const some: string[] = []
    for await (const rows of store().scan('people-1', { where, sort: [], after: middle }))
      some.push(...keysOf({ rows }))
    const fits = new Set(scanned)
    expect(some).toEqual(byKey.slice(601).filter((key) => fits.has(key)))
  })

  it('sorts names as Finns do, whatever their case', async () => {
    await store().write(puts('people-1', named('Öljy', 'ålesund', 'Zorn', 'Äijö', 'aho', 'Aho')))
    const page = await store().find('people-1', { sort: [{ column: 'fullName' }] })
    const names = page.rows.map((row) => row.columns.fullName)
    expect(names).toEqual(['aho', 'Aho', 'Zorn', 'ålesund', 'Äijö', 'Öljy'])
  })

  it('takes lists of many values', async () => {
    await store().write(puts('people-1', named('Aino', 'Bo')))
    const many = Array.from({ length: 10_000 }, (_, at) => `u-${at}`)
    const where = {
      or: [
        { column: 'unit', in: many },
        { column: 'unit', in: [...many.slice(1), 'fi'] },
      ],
    }
    expect(await store().count('people-1', where)).toBe(2)
  })

  it('takes hostile values as values', async () => {
    const evil = `x' OR 1=1; DROP TABLE "people-1"; --`
    await store().write(puts('people-1', [person('p', evil)]))
    expect(keysOf(await store().find('people-1', { where: { column: 'fullName', eq: evil } }))).toEqual(['p'])
    expect(keysOf(await store().find('people-1', { where: { column: 'unit', prefix: evil } }))).toEqual([])
  })
}

/** Lists by the alphabets of their readers. */
export function alphabetTests(store: Opened): void {
  it.each([
    ['fi', 'Aasen', 'Zoll', 'Åbo', 'Ägir', 'Öst', 'Østby'],
    ['sv', 'Aasen', 'Zoll', 'Åbo', 'Ägir', 'Öst', 'Østby'],
    ['nb', 'Zoll', 'Ägir', 'Øst', 'Östby', 'Åbo', 'Aasen'],
    ['de', 'Aasen', 'Åbo', 'Ägir', 'Öst', 'Østby', 'Zoll'],
  ])('sorts names by the alphabet of a reader in %s, page after page and both ways', async (locale, ...names) => {
    await store().write(
      puts('people-1', [
        ...named(...[...names].reverse()),
        { ...person('p-x', 'x'), columns: { subjects: [], keys: [] } },
      ]),
    )
    for (const descending of [false, true]) {
      const query: Find = { sort: [{ column: 'fullName', descending }], locale, limit: 2 }
      const seen: unknown[] = []
      let cursor: string | undefined
      do {
        const page = await store().find('people-1', { ...query, cursor })
        seen.push(...page.rows.map(({ columns }) => columns.fullName))
        cursor = page.next
      } while (cursor !== undefined)
      expect(seen).toEqual([...(descending ? [...names].reverse() : names), null])
    }
    const where = { column: 'unit', eq: 'fi' }
    const page = await store().find('people-1', { where, sort: [{ column: 'fullName' }], locale })
    expect(page.rows.map(({ columns }) => columns.fullName)).toEqual(names)
    const cursor = (await store().find('people-1', { sort: [{ column: 'fullName' }], locale, limit: 1 })).next
    const asked = store().find('people-1', { sort: [{ column: 'fullName' }], locale: 'et', limit: 1, cursor })
    await expect(asked).rejects.toThrow(BadCursor)
  })
}

/** What lists are not answered. */
export function refusalTests(store: Opened): void {
  it('refuses damaged cursors and those of another query', async () => {
    await store().write(puts('people-1', named('a', 'b', 'c')))
    const query: Find = { sort: [{ column: 'fullName' }], limit: 2 }
    const { next = '' } = await store().find('people-1', query)
    expect(keysOf(await store().find('people-1', { ...query, limit: 1, cursor: next }))).toEqual(['p-2'])
    const each = { ...query, of: { column: 'unit', values: ['fi', 'se'] } }
    const [{ next: ofFinns = '' } = {}] = await store().findEach('people-1', each)
    await expect(store().findEach('people-1', { ...each, cursor: ofFinns })).rejects.toThrow(BadCursor)
    const others: Find[] = [{ cursor: next }]
    for (const eq of ['fi', 'none']) others.push({ ...query, where: { column: 'unit', eq }, cursor: next })
    others.push({ ...query, where: { column: 'subjects', has: 'none' }, cursor: next })
    const damaged = ['', 'x', `${next}A`, next.slice(0, -2), `A${next.slice(1)}`, `${next}==`]
    for (const cursor of damaged) others.push({ ...query, cursor })
    for (const other of others) await expect(store().find('people-1', other)).rejects.toThrow(BadCursor)
  })

  it('refuses unknown tables and columns and odd limits, naming them', async () => {
    const where = { column: 'shoe', eq: 1 }
    await expect(store().find('people-1', { where })).rejects.toThrow(/"people-1".*"shoe"/)
    await expect(store().find('people-1', { sort: [{ column: 'shoe' }] })).rejects.toThrow(/"people-1".*"shoe"/)
    await expect(store().find('shoes-1', {})).rejects.toThrow(/"shoes-1"/)
    for (const skip of [-1, 1.5]) await expect(store().find('people-1', { skip })).rejects.toThrow(/behind/)
    for (const limit of [0, 501, 1.5]) await expect(store().find('people-1', { limit })).rejects.toThrow(/500/)
  })

  it('refuses what a column cannot be asked, naming it', async () => {
    const refused: [Where, RegExp][] = [
      [{ column: 'amountMinor', eq: 'x' }, /"amountMinor".*integer/],
      [{ column: 'amountMinor', prefix: '1' }, /"amountMinor"/],
      [{ column: 'stage', from: null }, /"stage".*null/],
      [{ column: 'customers', eq: 'c' }, /"customers".*lists/],
      [{ column: 'stage', has: 'won' }, /"stage".*list/],
      [{ column: 'stage', words: 'won' }, /"stage".*words/],
      [{ column: 'stage', in: Array(10_001).fill('won') }, /"stage".*10000/],
    ]
    for (const [where, message] of refused) {
      await expect(store().find('offers-1', { where: { not: where } })).rejects.toThrow(message)
      await expect(store().count('offers-1', where)).rejects.toThrow(message)
    }
    await expect(store().find('offers-1', { sort: [{ column: 'customers' }] })).rejects.toThrow(/"customers"/)
  })
}

export function sumTests(store: Opened): void {
  it('refuses what cannot be computed, naming it', async () => {
    const of = (values: Aggregate['values'], group: string[] = []) => store().aggregate('offers-1', { group, values })
    await expect(of({})).rejects.toThrow(/"offers-1".*nothing/)
    await expect(of({ stage: { count: true } }, ['stage'])).rejects.toThrow(/"stage" twice/)
    await expect(of({ total: { sum: 'stage' } })).rejects.toThrow(/"stage".*number/)
    await expect(of({ first: { min: 'title' } })).rejects.toThrow(/"title".*text/)
    await expect(of({ all: { count: true } }, ['customers'])).rejects.toThrow(/"customers".*lists/)
    await expect(of({ none: {} })).rejects.toThrow(/"none"/)
  })

  let written = 0
  const row = (unit: string | null, month: string, amountMinor: number): Write => ({
    table: 'figures-1',
    put: {
      key: `f-${++written}`,
      position: storedPosition(1),
      doc: null,
      columns: { unit, month, amountMinor, weight: 0.5 },
    },
  })

  it('sums, counts and takes extremes by group', async () => {
    await store().write([
      row('fi', '2026-01', 5),
      row('fi', '2026-02', 7),
      row('se', '2026-01', 1),
      row(null, '2026-03', 4),
    ])
    const values = {
      total: { sum: 'amountMinor' },
      rows: { count: true as const },
      first: { min: 'month' },
      most: { max: 'amountMinor' },
      months: { distinct: 'month' },
    }
    const where = { column: 'month', below: '2026-03' }
    const groups = await store().aggregate('figures-1', { where, group: ['unit'], values })
    expect(groups).toHaveLength(2)
    expect(groups).toContainEqual({ unit: 'fi', total: 12, rows: 2, first: '2026-01', most: 7, months: 2 })
    expect(groups).toContainEqual({ unit: 'se', total: 1, rows: 1, first: '2026-01', most: 1, months: 1 })
    const byUnit = await store().aggregate('figures-1', { group: ['unit'], values: { total: { sum: 'amountMinor' } } })
    expect(byUnit).toContainEqual({ unit: null, total: 4 })
    const nothing = {
      where: { column: 'unit', eq: 'none' },
      group: [],
      values: { total: { sum: 'amountMinor' }, last: { max: 'month' } },
    }
    expect(await store().aggregate('figures-1', nothing)).toEqual([{ total: 0, last: null }])
  })
}

/** What sums are where values are absent. */
export function absenceTests(store: Opened): void {
  it('takes no notice of absent values, but in groups of their own', async () => {
    const offer = (key: string, columns: Row['columns']): Write => ({
      table: 'offers-1',
      put: { key, position: storedPosition(1), doc: null, columns },
    })
    const [early, late] = ['0000-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z']
    await store().write([
      offer('a', { stage: 'won', changedAt: late, amountMinor: 5, owner: 'm-1', open: true }),
      offer('b', { stage: 'won', amountMinor: 3, owner: 'm-1' }),
      offer('c', { stage: 'won', changedAt: early, share: 0.25, open: false }),
      offer('d', { stage: 'lost' }),
      offer('e', { changedAt: early, owner: 'm-2' }),
    ])
    const values = {
      first: { min: 'changedAt' },
      last: { max: 'changedAt' },
      least: { min: 'amountMinor' },
      total: { sum: 'amountMinor' },
      shares: { sum: 'share' },
      owners: { distinct: 'owner' },
      states: { distinct: 'open' },
      rows: { count: true as const },
    }
    const groups = await store().aggregate('offers-1', { group: ['stage'], values })
    const won = { first: early, last: late, least: 3, total: 8, shares: 0.25, owners: 1, states: 2, rows: 3 }
    const none = { first: null, last: null, least: null, total: 0, shares: 0, owners: 0, states: 0, rows: 1 }
    expect(groups).toHaveLength(3)
    expect(groups).toContainEqual({ stage: 'won', ...won })
    expect(groups).toContainEqual({ stage: 'lost', ...none })
    expect(groups).toContainEqual({ stage: null, ...none, first: early, last: early, owners: 1 })
    const byMoment = await store().aggregate('offers-1', { group: ['changedAt'], values: { rows: { count: true } } })
    expect(byMoment).toContainEqual({ changedAt: early, rows: 2 })
  })
}
