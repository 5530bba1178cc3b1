/**
 * Ids are injective: units, members, products and deals whose keys differ in no more than case or punctuation are
 * different things, and the same ones when they come again. `LAWS` says how many runs there are, `LAWS_SEED` of which seed.
 */
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { type OpportunityDocument, opportunities } from '#crm/opportunities/opportunities.view.js'
import { organization } from '#crm/organization/organization.reference.js'
import { inTime, mostMs } from '../laws/in-time.js'
import { ImportingGroup, textFile } from './importing-group.js'

jest.setTimeout(mostMs)

const head = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { keys: { name: keys.csv } }
rows:
  - file: keys
    records:
`
const ofDeals = `      - { target: customer, key: { constant: one }, at: before, once: true, fields: { name: { constant: One } } }
      - target: opportunity
        key: key
        at: before
        fields: { customer: { constant: one }, unit: { constant: fi }, name: key, profile: { constant: product-sale }, stage: { constant: engaging } }
`
type Named = (importing: ImportingGroup) => Promise<string[]>
const known =
  (of: 'units' | 'members' | 'products'): Named =>
  async ({ group }) =>
    [...group.core.references().get(organization)[of].entries()].flatMap(([id, one]) =>
      of === 'members' ? [id] : 'code' in one ? [one.code] : [String(one.name)],
    )
/** What people and titles are called is sealed: by their ids they are told apart. */
const kinds: Record<string, { records: string; named: Named; isNamed?: true }> = {
  unit: {
    records: '      - { target: unit, key: key, at: before, fields: { name: key, subsidiary: { constant: fi } } }\n',
    named: known('units'),
    isNamed: true,
  },
  product: {
    records:
      '      - { target: product, key: key, at: before, fields: { code: key, name: key, line: { constant: cold }, kind: { constant: product } } }\n',
    named: known('products'),
    isNamed: true,
  },
  member: {
    records:
      '      - { target: member, key: key, at: before, fields: { name: key, function: { constant: sales }, language: { constant: fi }, unit: { constant: fi } } }\n',
    named: known('members'),
  },
  opportunity: {
    records: ofDeals,
    named: async (importing) => (await importing.documents<OpportunityDocument>(opportunities)).map(({ id }) => id),
  },
}

/** One word, written in many ways: letters of either case, with whatever stands between. */
const word = fc.array(fc.constantFrom('k', 'r', 'a', '4', '0'), { minLength: 2, maxLength: 6 })
const keys = word.chain((letters) => {
  const letter = (plain: string) => fc.constantFrom(plain, plain.toUpperCase())
  const between = fc.constantFrom('', '-', '_', '.', '--')
  const written = fc
    .tuple(...letters.flatMap((plain, at) => (at === 0 ? [letter(plain)] : [between, letter(plain)])))
    .map((parts) => parts.join(''))
  return fc.uniqueArray(written, { minLength: 2, maxLength: 6 })
})

const seed = process.env.LAWS_SEED === undefined ? {} : { seed: Number(process.env.LAWS_SEED) }
const asked = { ...inTime, ...seed, numRuns: Number(process.env.LAWS ?? 40) }

let importing: ImportingGroup
afterEach(() => importing.close())

describe('keys of one source', () => {
  it.each(Object.keys(kinds))('are as many of the kind %s as there are keys, also in another order', async (kind) => {
    const { records, named, isNamed = false } = kinds[kind] as (typeof kinds)[string]
    importing = await ImportingGroup.open('EUR')
    await importing.unit('fi')
    let run = 0
    const areApart = async (some: readonly string[]) => {
      const mapping = head.replace('source: old', `source: s${run++}`) + records
      const sent = (of: readonly string[]) => ({
        mapping,
        files: { keys: textFile('keys.csv', `key\n${of.join('\n')}\n`) },
      })
      const before = await named(importing)
      const done = await importing.import(sent(some))
      expect(done).toMatchObject({ recorded: some.length, refused: 0, inPart: 0 })
      const now = await named(importing)
      expect(now).toHaveLength(before.length + some.length)
      if (isNamed) expect(some.filter((key) => !now.includes(key))).toEqual([])
      else expect(new Set(now).size).toBe(now.length)
      const again = await importing.import(sent([...some].reverse()))
      expect(again).toMatchObject({ recorded: 0, changed: 0, refused: 0, inPart: 0 })
      await importing.undo(done.import)
    }
    await fc.assert(fc.asyncProperty(keys, areApart), asked)
  })
})
