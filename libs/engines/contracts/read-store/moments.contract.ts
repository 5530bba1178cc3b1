/** The part of the contract of read stores that keeps moments: all that is read in one stands still, and the next one goes on. */
import { describe, expect, it } from '@jest/globals'
import { type StoreReads, storedPosition } from '#kernel'
import { keysOf, named, type Opened, person, puts, samplePeople } from './read-store-samples.js'

/** What every kind of question says of the people. */
async function saidOf(reads: StoreReads): Promise<unknown[]> {
  const scanned: string[] = []
  for await (const rows of reads.scan('people-1', { sort: [] })) scanned.push(...rows.map(({ key }) => key))
  return [
    await reads.checkpoint('projection'),
    await reads.get('people-1', 'p-0'),
    await reads.getMany([{ table: 'people-1', keys: ['p-0', 'p-1'] }]),
    keysOf(await reads.find('people-1', { sort: [{ column: 'fullName' }] })),
    await reads.count('people-1'),
    await reads.aggregate('people-1', { group: ['unit'], values: { people: { count: true } } }),
    scanned,
    await reads.contributions.heads(),
  ]
}

const cause = storedPosition(1)
const days = { firstDay: '2026-01-01', lastDay: '2026-01-01' }
const part = { metric: 'won', count: 1, firstCause: cause, lastCause: cause, ...days }
const bytes = { columns: Buffer.from('columns'), origins: null }

export function momentTests(store: Opened): void {
  const writeFirst = () =>
    store().write(puts('people-1', named('Aino')), { name: 'projection', position: storedPosition(1) })
  const writeSecond = () =>
    store().write(
      [
        ...puts('people-1', [person('p-0', 'Bo', { position: storedPosition(2) }), person('p-1', 'Aino')]),
        { append: { ...part, ...bytes } },
      ],
      {
        name: 'projection',
        position: storedPosition(2),
      },
    )

  it('show what was written before they begin, and nothing that is written meanwhile', async () => {
    await writeFirst()
    const before = await saidOf(store())
    await store().moment(async (reads) => {
      expect(await reads.checkpoint('projection')).toBe(1)
      await writeSecond()
      expect(await saidOf(reads)).toEqual(before)
    })
    const after = await store().moment(saidOf)
    expect(after).toEqual(await saidOf(store()))
    expect(after.slice(0, 1)).toEqual([2])
  })

  it('stand still however the questions of one turn are put', async () => {
    await writeFirst()
    const together = (reads: StoreReads) =>
      Promise.all([reads.checkpoint('projection'), reads.get('people-1', 'p-0'), reads.count('people-1')])
    const before = await together(store())
    await store().moment(async (reads) => {
      await reads.checkpoint('projection')
      const [, ...found] = await Promise.all([writeSecond(), together(reads), together(reads)])
      expect(found).toEqual([before, before])
    })
  })

  it('may be begun while others go on, and each is of its own', async () => {
    await writeFirst()
    const found = await Promise.all([
      store().moment((reads) => reads.count('people-1')),
      store().moment((reads) => reads.checkpoint('projection')),
      store().moment(async (reads) => keysOf(await reads.find('people-1', {}))),
    ])
    expect(found).toEqual([1, 1, ['p-0']])
  })

  it.each([{ apart: false }, { apart: true }])('do not wait for one that takes long (%j)', async (lasting) => {
    await writeFirst()
    const before = await saidOf(store())
    const long = store().moment(async (reads) => {
      expect(await reads.checkpoint('projection')).toBe(1)
      await writeSecond()
      expect(await store().moment((other) => other.checkpoint('projection'))).toBe(2)
      return [await saidOf(reads), reads] as const
    }, lasting)
    const [said, lent] = await long
    expect(said).toEqual(before)
    await expect(lent.count('people-1')).rejects.toThrow()
  })

  it('end as their work ends, and what they lent is refused from then on', async () => {
    await writeFirst()
    const failing = store().moment(async () => {
      throw new Error('the work failed')
    })
    await expect(failing).rejects.toThrow('the work failed')
    const lent = await store().moment(async (reads) => ({ reads }))
    await expect(lent.reads.get('people-1', 'p-0')).rejects.toThrow(/moment.*ended/)
    await expect(lent.reads.contributions.heads()).rejects.toThrow(/moment.*ended/)
    await expect(lent.reads.filings.history(['customer:a'])).rejects.toThrow(/moment.*ended/)
    expect(await store().moment((reads) => reads.count('people-1'))).toBe(1)
  })

  describe('begun later', () => laterTests(store))
  describe('of large rows', () => largeTests(store))
}

function largeTests(store: Opened): void {
  it('give large rows in their places among whatever is asked for at once', async () => {
    const rows = ['Aino', 'Bo', 'Cia', 'Dan'].map((name, at) => person(`p-${at}`, name))
    await store().write(
      puts(
        'people-1',
        rows.map((row, at) => (at % 2 ? row : { ...row, doc: { long: 'å'.repeat(60_000) } })),
      ),
    )
    const sort = [{ column: 'fullName', descending: true }]
    const asked = (reads: StoreReads) =>
      Promise.all([
        reads.find('people-1', { sort, limit: 3 }),
        reads.find('people-1', { where: { column: 'unit', eq: 'fi' } }),
        reads.getMany([{ table: 'people-1', keys: ['p-0'] }]),
      ])
    const found = await store().moment(asked)
    expect(found).toEqual(await asked(store()))
    expect(keysOf(found[0])).toEqual(['p-3', 'p-2', 'p-1'])
  })
}

function laterTests(store: Opened): void {
  it('know tables that were made, or made otherwise, since', async () => {
    expect(await store().moment((reads) => reads.count('people-1'))).toBe(0)
    await store().drop(['people-1'])
    await expect(store().moment((reads) => reads.count('people-1'))).rejects.toThrow(/people-1/)
    await store().declare([{ ...samplePeople, columns: { ...samplePeople.columns, age: 'integer' } }])
    const row = { key: 'p', position: storedPosition(1), doc: null, columns: { age: 4 } }
    await store().write([{ table: 'people-1', put: row }])
    const where = { column: 'age', eq: 4 }
    expect(await store().moment((reads) => reads.count('people-1', where))).toBe(1)
  })
}
