/** Records of two sources whose readable ids would be the same are two, and each source speaks of its own. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { organization } from '#crm/organization/organization.reference.js'
import { ImportingGroup, textFile } from './importing-group.js'

const records: Readonly<Record<string, string>> = {
  subsidiary:
    '{ target: subsidiary, key: key, at: before, fields: { name: key, country: { constant: SE }, currency: { constant: SEK }, timeZone: { constant: Europe/Stockholm }, language: { constant: sv } } }',
  unit: '{ target: unit, key: key, at: before, fields: { name: name, subsidiary: { constant: fi } } }',
  product:
    '{ target: product, key: key, at: before, fields: { code: key, name: name, line: { constant: cold }, kind: { constant: product } } }',
  member:
    '{ target: member, key: key, at: before, fields: { name: name, function: { constant: sales }, language: { constant: fi }, unit: { constant: fi } } }',
  rate: '{ target: rate, key: key, at: before, fields: { day: { constant: "2025-01-01" }, currency: { constant: SEK }, toGroup: name } }',
}

let importing: ImportingGroup
beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
  await importing.unit('fi')
})
afterEach(() => importing.close())

const sent = (source: string, target: string, rows: readonly string[]) => ({
  mapping: `kumppani-mapping: 1
source: ${source}
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { things: { name: things.csv } }
rows: [{ file: things, records: [${records[target]}] }]
`,
  files: { things: textFile('things.csv', ['key,name', ...rows, ''].join('\n')) },
})

/** Streams of a kind in the order in which they were begun. */
const streams = async (target: string): Promise<string[]> => [
  ...new Set((await importing.events()).map(({ stream }) => stream).filter((name) => name.startsWith(`${target}-`))),
]

describe('a record that two sources call the same', () => {
  it.each(['subsidiary', 'unit', 'product', 'member'])(
    'is two of the kind %s, and the same two when they come again',
    async (target) => {
      const before = await streams(target)
      const rows = ['kr-400,One', 'kr-500,Two']
      expect(await importing.import(sent('first', target, rows))).toMatchObject({ recorded: 2, refused: 0 })
      const second = sent('second', target, rows)
      expect(await importing.import(second)).toMatchObject({ recorded: 2, refused: 0 })
      const begun = (await streams(target)).slice(before.length)
      expect(begun).toEqual([
        `${target}-kr-400`,
        `${target}-kr-500`,
        expect.stringMatching(new RegExp(`^${target}-kr-400-[a-z0-9]{6}$`)),
        expect.stringMatching(new RegExp(`^${target}-kr-500-[a-z0-9]{6}$`)),
      ])
      for (const source of ['second', 'first'])
        expect(await importing.import(sent(source, target, rows))).toMatchObject({ unchanged: 2, events: 0 })
      expect(await streams(target)).toHaveLength(before.length + 4)
    },
  )

  it('is called as it is there where a source only speaks of it', async () => {
    await importing.import(sent('first', 'unit', ['se,Sweden']))
    const member = records.member?.replace('constant: fi } } }', 'constant: se } } }') ?? ''
    const second = sent('second', 'member', ['aino,Aino'])
    const of = { ...second, mapping: second.mapping.replace(records.member ?? '', member) }
    expect(await importing.import(of)).toMatchObject({ recorded: 1, refused: 0 })
    expect(importing.group.core.references().get(organization).members.get('aino')).toMatchObject({ unit: 'se' })
  })

  it('has its plain id again once the first is undone', async () => {
    const { import: first } = await importing.import(sent('first', 'product', ['kr-400,One']))
    await importing.undo(first)
    await importing.import(sent('second', 'product', ['kr-400,One']))
    expect(await streams('product')).toEqual(['product-kr-400'])
  })
})

describe('rates of two sources whose names differ in case or punctuation', () => {
  it('are those of both', async () => {
    for (const source of ['old_bank', 'old-bank'])
      expect(await importing.import(sent(source, 'rate', ['a,0.09']))).toMatchObject({ recorded: 1, refused: 0 })
    expect(await streams('rates')).toHaveLength(2)
  })
})

describe('a record that was made by hand', () => {
  it('keeps its id, and the row that would make another is refused with the rule against it', async () => {
    const done = await importing.import(sent('first', 'unit', ['fi,Finland']))
    expect(done).toMatchObject({ recorded: 0, refused: 1 })
    const { reasons, refused } = await importing.ask<{ reasons: object[]; refused: object[] }>('import', {
      id: done.import,
    })
    expect(reasons).toMatchObject([{ list: 'refused', why: 'unit-exists', rows: 1, line: 2 }])
    expect(refused).toMatchObject([{ line: 2, why: 'unit-exists' }])
  })
})
