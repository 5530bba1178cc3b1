/** However a source has told of its records: undone newest first, its imports leave nothing; asked again, there is nothing more to do. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { contactsView } from '#crm/contacts/contacts.view.js'
import { customersView } from '#crm/customers/customers.view.js'
import { opportunities } from '#crm/opportunities/opportunities.view.js'
import { organization } from '#crm/organization/organization.reference.js'
import { verified } from '../harness/verified.js'
import { ImportingGroup, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { members: { name: m.csv }, customers: { name: c.csv }, deals: { name: d.csv }, people: { name: p.csv } }
rows:
  - file: members
    records:
      - { target: member, key: login, at: before, fields: { name: login, function: { constant: sales }, language: { constant: fi }, unit: { constant: fi }, role: role } }
  - file: customers
    records:
      - { target: customer, key: "no", at: before, fields: { name: name, employees: size, businessId: id, parent: parent } }
      - { target: site, when: { column: site, empty: false }, key: "no", at: before, fields: { customer: "no", name: site } }
  - file: deals
    records:
      - target: opportunity
        key: id
        at: before
        fields: { customer: customer, unit: { constant: fi }, owner: owner, name: id, profile: { constant: product-sale }, stage: stage, value: value }
      - { target: opportunity-won, when: { column: state, is: won }, key: id, at: closed, fields: { value: value } }
      - { target: opportunity-lost, when: { column: state, is: lost }, key: id, at: closed, fields: {} }
  - file: people
    records:
      - { target: contact, key: person, at: before, fields: { name: name } }
      - { target: post, key: person, at: before, fields: { contact: person, customer: customer, level: { constant: operational }, since: { constant: 2024-01-01 } } }
vanished: { member: ended, customer: retracted, site: retracted, opportunity: retracted, post: ended, contact: listed }
vanishedAtMost: 100
`

const one = <T>(...of: T[]) => fc.constantFrom(...of)
const rows = (keys: readonly string[], cells: fc.Arbitrary<string>[]) =>
  fc
    .tuple(
      ...keys.map((key) =>
        fc.option(
          fc.tuple(...cells).map((of) => [key, ...of].join(',')),
          { freq: 4 },
        ),
      ),
    )
    .map((found) => found.filter((row) => row !== null))
const tables = fc.record({
  members: rows(['aino', 'bengt'], [one('member', 'manager')]),
  customers: rows(
    ['1', '2', '3'],
    [
      one('Merituuli', 'Aallokko'),
      one('', '5', '7'),
      one('', '1234567-1', '7654321-9'),
      one('', '1', '2'),
      one('', 'Dock'),
    ],
  ),
  deals: rows(
    ['D1', 'D2', 'D3'],
    [
      one('1', '2', '3'),
      one('', 'aino', 'bengt'),
      one('engaging', 'offered'),
      one('', '10', '20'),
      one('open', 'won', 'lost'),
      one('2025-02-01', '2025-03-01'),
    ],
  ),
  people: rows(['P1', 'P2'], [one('Ilona', 'Olli'), one('1', '2')]),
})
type Tables = typeof tables extends fc.Arbitrary<infer T> ? T : never
const headers = {
  members: 'login,role',
  customers: 'no,name,size,id,parent,site',
  deals: 'id,customer,owner,stage,value,state,closed',
  people: 'person,name,customer',
}
const sent = (of: Tables) => ({
  mapping,
  files: Object.fromEntries(
    Object.entries(headers).map(([name, header]) => [
      name,
      textFile(`${name}.csv`, [header, ...of[name as keyof Tables], ''].join('\n')),
    ]),
  ),
})

async function standing(importing: ImportingGroup): Promise<unknown[]> {
  const views = [customersView, opportunities, contactsView] as const
  const documents = await Promise.all(views.map((view) => importing.documents(view as typeof customersView)))
  const { members } = importing.group.core.references().get(organization)
  return [...documents.flat(), ...members.keys()]
}

/** Whether a deal that was won or lost is told otherwise later: open, lost, won or not at all. */
function closesOtherwise(feeds: readonly Tables[]): boolean {
  const stateIn = ({ deals }: Tables, id: string) =>
    deals.find((row) => row.startsWith(`${id},`))?.split(',')[5] ?? 'gone'
  return ['D1', 'D2', 'D3'].some((id) => {
    const states = feeds.map((feed) => stateIn(feed, id))
    const closed = states.findIndex((state) => state === 'won' || state === 'lost')
    return closed >= 0 && states.slice(closed).some((state) => state !== states[closed])
  })
}

async function expectNothingLeft(feeds: readonly Tables[]): Promise<void> {
  const importing = await ImportingGroup.open('EUR')
  try {
    await importing.unit('fi')
    const ids: string[] = []
    for (const feed of feeds) ids.push((await importing.import(sent(feed))).import)
    for (const id of ids.toReversed()) {
      const { kept } = await importing.undo(id)
      const why = kept === 0 ? [] : (await importing.ask<{ kept: object[] }>('import-undo', { id })).kept
      expect(why).toEqual([])
    }
    expect(await standing(importing)).toEqual([])
    for (const id of ids) expect(await importing.undo(id)).toMatchObject({ retracted: 0, restored: 0, kept: 0 })
    await importing.group.projector.catchUp()
    expect((await verified(importing.group)).differences).toEqual([])
  } finally {
    await importing.close()
  }
}

/** A deal that was won vanishes with who led it, and comes back lost, at another stage and without a value. */
const comesBackLost: Tables[] = [
  {
    members: ['aino,manager', 'bengt,manager'],
    customers: ['1,Aallokko,7,,2,', '2,Aallokko,7,7654321-9,1,Dock'],
    deals: ['D2,2,aino,offered,20,won,2025-03-01', 'D3,1,bengt,engaging,10,won,2025-02-01'],
    people: ['P1,Olli,1', 'P2,Ilona,2'],
  },
  {
    members: [],
    customers: ['1,Merituuli,7,,2,', '2,Aallokko,5,,2,', '3,Merituuli,5,1234567-1,1,Dock'],
    deals: ['D3,2,,offered,20,won,2025-03-01'],
    people: ['P2,Ilona,2'],
  },
  {
    members: [],
    customers: ['1,Aallokko,5,7654321-9,,Dock', '2,Merituuli,,7654321-9,1,Dock'],
    deals: ['D2,2,,engaging,,lost,2025-03-01', 'D3,3,bengt,engaging,,lost,2025-02-01'],
    people: ['P1,Ilona,1', 'P2,Olli,1'],
  },
]

describe('imports of one source', () => {
  it('undone newest first leave nothing', async () => {
    const expectUndone = async (feeds: Tables[]) => {
      fc.pre(!closesOtherwise(feeds))
      await expectNothingLeft(feeds)
    }
    // A counterexample is long to shrink: it is a whole group each time.
    await fc.assert(fc.asyncProperty(fc.array(tables, { minLength: 2, maxLength: 4 }), expectUndone), {
      numRuns: 8,
      endOnFailure: true,
    })
  }, 240_000)

  // A known fault: undone, the last import keeps the opening, as if somebody had built on it since.
  it.failing('leave nothing of a deal that was won, vanished and comes back lost', async () => {
    await expectNothingLeft(comesBackLost)
  }, 60_000)
})
