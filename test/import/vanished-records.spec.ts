/** Records that a full export says nothing of any more: listed, ended or taken back, as the mapping says, and never by slip. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { customersView } from '#crm/customers/customers.view.js'
import { type OpportunityDocument, opportunities } from '#crm/opportunities/opportunities.view.js'
import { organization } from '#crm/organization/organization.reference.js'
import { previewImport } from '#imports'
import { verified } from '../harness/verified.js'
import { ImportingGroup, type Sending, textFile } from './importing-group.js'

const mapping = (vanished = '') => `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { members: { name: members.csv }, customers: { name: customers.csv }, deals: { name: deals.csv }, posts: { name: posts.csv } }
rows:
  - file: members
    records:
      - { target: member, key: login, at: before, fields: { name: login, function: { constant: sales }, language: { constant: fi }, unit: { constant: fi }, role: role } }
  - file: customers
    setAside: [{ rule: hidden, because: Not ours, when: { column: name, is: Hidden } }]
    records:
      - { target: customer, key: "no", at: before, fields: { name: name, businessId: id, employees: size } }
      - { target: site, when: { column: site, empty: false }, key: "no", at: before, fields: { customer: "no", name: site } }
  - file: deals
    records:
      - target: opportunity
        key: id
        at: before
        fields: { customer: customer, unit: { constant: fi }, name: id, profile: { constant: product-sale }, stage: { constant: engaging } }
  - file: posts
    records:
      - { target: contact, key: person, at: before, fields: { name: person } }
      - { target: post, key: person, at: before, fields: { contact: person, customer: customer, level: { constant: operational }, since: { constant: 2024-01-01 } } }
${vanished}`

interface Rows {
  members?: string[]
  customers?: string[]
  deals?: string[]
  posts?: string[]
}
const all: Required<Rows> = {
  members: ['aino,member', 'bengt,member', 'carla,member'],
  customers: ['1,Merituuli,1234567-1,5,Dock', '2,Aallokko,,7,', '3,Varvet,,9,'],
  deals: ['D1,1', 'D2,2', 'D3,3'],
  posts: ['Ilona,1', 'Olli,2', 'Pia,3'],
}
const headers = {
  members: 'login,role',
  customers: 'no,name,id,size,site',
  deals: 'id,customer',
  posts: 'person,customer',
}

const sent = (vanished: string, rows: Rows = {}): Sending => ({
  mapping: mapping(vanished),
  files: Object.fromEntries(
    Object.entries(headers).map(([name, header]) => [
      name,
      textFile(`${name}.csv`, [header, ...(rows[name as keyof Rows] ?? all[name as keyof Rows]), ''].join('\n')),
    ]),
  ),
})
const saying = (...lines: string[]) => ['vanished:', ...lines.map((line) => `  ${line}`), ''].join('\n')

interface Told {
  vanished: { target: string; name?: string; became: string; why?: string; customer?: { name: string } }[]
}

let importing: ImportingGroup
const bring = (vanished: string, rows?: Rows) => importing.import(sent(vanished, rows))
const told = async (id: string) => (await importing.ask<Told>('import', { id })).vanished
const outcomes = async (id: string) => (await told(id)).map(({ name, became, why }) => [name, became, why])
const customers = async () => (await importing.documents(customersView)).map(({ name }) => name).sort()
const deals = async (): Promise<Record<string, OpportunityDocument>> => {
  const found = await importing.group.core.ports.sealer.open(await importing.documents(opportunities))
  return Object.fromEntries(found.map((deal) => [String(deal.name), deal]))
}
const member = (id: string) => importing.group.core.references().get(organization).members.get(id)
const own = async (from: number) =>
  (await importing.group.log.readAll({ after: from as never, limit: 10_000 })).filter(
    ({ stream }) => !stream.startsWith('import-'),
  )

beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
  await importing.unit('fi')
  expect(await bring('')).toMatchObject({ refused: 0, inPart: 0, vanished: 0 })
})
afterEach(() => importing.close())

const two = { customers: all.customers.slice(0, 2), deals: all.deals.slice(0, 2), posts: all.posts.slice(0, 2) }

describe('records that have vanished from their files', () => {
  it('are nothing to an import whose mapping says nothing of them', async () => {
    expect(await bring('', two)).toMatchObject({ events: 0, vanished: 0 })
  })

  it('are listed by name, and stay', async () => {
    const done = await bring(saying('customer: listed', 'opportunity: listed'), two)
    expect(done).toMatchObject({ events: 0, vanished: 2 })
    expect(await told(done.import)).toMatchObject([
      { target: 'opportunity', name: 'D3', customer: { name: 'Varvet' }, became: 'listed' },
      { target: 'customer', name: 'Varvet', became: 'listed' },
    ])
    expect(await customers()).toEqual(['Aallokko', 'Merituuli', 'Varvet'])
  })

  it('end, and are as before once they come again', async () => {
    const ending = saying('member: ended', 'opportunity: ended', 'post: ended')
    const less = { members: all.members.slice(0, 2), deals: two.deals, posts: two.posts }
    const done = await bring(ending, less)
    expect(done).toMatchObject({ vanished: 3, events: 3, refused: 0 })
    expect([member('carla')?.left, (await deals()).D3?.status]).toEqual([true, 'lost'])
    const known = await importing.group.log.head()
    expect(await bring(ending, less)).toMatchObject({ vanished: 0, events: 0 })
    expect(await own(known)).toEqual([])
    expect(await bring(ending)).toMatchObject({ changed: 3, refused: 0, inPart: 0, vanished: 0 })
    expect([member('carla')?.left, (await deals()).D3?.status]).toEqual([false, 'open'])
    expect(member('carla')?.grants).toEqual([{ role: 'member', unit: 'fi' }])
    expect(await bring(ending)).toMatchObject({ events: 0 })
  })

  it('are taken back with all that the source has said of them, and come again', async () => {
    const taking = saying('customer: retracted', 'site: retracted', 'opportunity: retracted', 'post: retracted')
    const rest = { customers: all.customers.slice(1), deals: all.deals.slice(1), posts: all.posts.slice(1) }
    const done = await bring(`${taking}vanishedAtMost: 100\n`, rest)
    expect((await outcomes(done.import)).filter(([, became]) => became !== 'retracted')).toEqual([])
    expect(await customers()).toEqual(['Aallokko', 'Varvet'])
    expect(Object.keys(await deals()).sort()).toEqual(['D2', 'D3'])
    expect(await bring(taking)).toMatchObject({ refused: 0, inPart: 0, vanished: 0 })
    expect(await customers()).toEqual(['Aallokko', 'Merituuli', 'Varvet'])
    expect((await deals()).D1).toMatchObject({ status: 'open' })
    await importing.group.projector.catchUp()
    expect((await verified(importing.group)).differences).toEqual([])
  })

  it('stay where somebody else has built on them, with that as the reason', async () => {
    const { D3 } = await deals()
    await importing.group.send('opportunity', 'edit', { probability: { is: 40 } }, { id: D3?.id })
    const taking = saying('customer: retracted', 'opportunity: retracted')
    const done = await bring(taking, two)
    expect(await outcomes(done.import)).toEqual([
      ['D3', 'refused', 'used-since'],
      ['Varvet', 'refused', 'used-since'],
    ])
    expect(await customers()).toEqual(['Aallokko', 'Merituuli', 'Varvet'])
    expect(done.events).toBe(0)
  })

  it('stay where another file of the source still names them', async () => {
    const done = await bring(saying('customer: retracted'), { customers: two.customers })
    expect(await outcomes(done.import)).toEqual([['Varvet', 'refused', 'used-since']])
  })

  it('do not count where a row is refused or set aside that speaks of them', async () => {
    const rows = { customers: [...two.customers, '3,,,9,'] }
    expect(await bring(saying('customer: retracted'), rows)).toMatchObject({ refused: 1, vanished: 0 })
    const aside = { customers: [...two.customers, '3,Hidden,,9,'] }
    expect(await bring(saying('customer: retracted'), aside)).toMatchObject({ setAside: 1, vanished: 0 })
  })

  it('are only listed where a row does not say what it is of', async () => {
    const rows = { ...two, customers: [...two.customers, ',Somebody,,9,'] }
    const done = await bring(saying('customer: retracted'), rows)
    expect(await outcomes(done.import)).toEqual([['Varvet', 'listed', 'rows-unclear']])
  })

  it('are not looked for in files that were not sent, or only to be corrected', async () => {
    const some = sent(saying('opportunity: retracted'), { deals: two.deals })
    expect(await importing.import({ ...some, only: ['customers'] })).toMatchObject({ vanished: 0 })
    const corrected = { ...some.files, deals: textFile('deals.csv', 'id,customer,error\nD1,1,\n') }
    expect(await importing.import({ ...some, files: corrected })).toMatchObject({ vanished: 0 })
  })

  it('are known by what a person has said of them since: one who has left need not end', async () => {
    await importing.group.send('member', 'leave', {}, { id: 'carla' })
    const done = await bring(saying('member: ended'), { members: all.members.slice(0, 2) })
    expect(done).toMatchObject({ vanished: 0, events: 0 })
  })
})

describe('a file that is suddenly short', () => {
  const short = { customers: all.customers.slice(0, 1), deals: ['D1,1'], posts: ['Ilona,1'] }

  it.each(['retracted', 'ended'])(
    'is refused where what is missing would be %s, and nothing is written',
    async (then) => {
      const head = await importing.group.log.head()
      const start = importing.start(sent(saying(`opportunity: ${then}`), short))
      await expect(start).rejects.toMatchObject({
        code: 'too-many-vanished',
        details: { errors: [{ path: 'vanished.opportunity', sentence: expect.stringContaining('2 of the 3') }] },
      })
      expect(await importing.group.log.head()).toBe(head)
    },
  )

  it('is taken where the mapping says that so many may be gone', async () => {
    const done = await bring(`${saying('opportunity: ended')}vanishedAtMost: 70\n`, short)
    expect(done).toMatchObject({ vanished: 2 })
    await expect(bring(`${saying('opportunity: ended')}vanishedAtMost: 70\n`, { deals: [] })).rejects.toMatchObject({
      code: 'too-many-vanished',
    })
  })
})

describe('a look ahead', () => {
  const look = (sending: Sending) =>
    previewImport(
      { ...sending, mapping: { name: 'test.yaml', text: sending.mapping }, viewer: importing.viewer() },
      importing.ports,
    )

  it('promises what the run does with them', async () => {
    const then = sent(saying('customer: retracted', 'opportunity: retracted', 'post: ended'), two)
    const { would, vanished } = await look(then)
    const { import: id, total: _, state: __, ...counts } = await importing.import(then)
    expect(would).toEqual(counts)
    const said = (records: { target: string; became: string; why?: string }[]) =>
      records.map(({ target, became, why = '' }) => `${target} ${became} ${why}`).sort()
    expect(said(vanished.flatMap(({ records }) => records))).toEqual(said(await told(id)))
  })

  it('says of a short file how many of how many are missing', async () => {
    const { vanished } = await look(sent(saying('opportunity: ended'), { deals: ['D1,1'] }))
    expect(vanished).toMatchObject([
      { target: 'opportunity', known: 3, vanished: 2, becomes: 'ended', heldBack: 'too-many-vanished' },
    ])
  })
})

describe('an undo', () => {
  it('restores what had vanished', async () => {
    const saidSo = saying(
      'member: ended',
      'customer: retracted',
      'site: retracted',
      'opportunity: retracted',
      'post: retracted',
    )
    const rest = {
      members: all.members.slice(1),
      customers: all.customers.slice(1),
      deals: all.deals.slice(1),
      posts: all.posts.slice(1),
    }
    const done = await bring(`${saidSo}vanishedAtMost: 100\n`, rest)
    expect([member('aino')?.left, await customers()]).toEqual([true, ['Aallokko', 'Varvet']])
    expect(await importing.undo(done.import)).toMatchObject({ kept: 0, state: 'undone' })
    expect([member('aino')?.left, await customers()]).toEqual([false, ['Aallokko', 'Merituuli', 'Varvet']])
    expect((await deals()).D1).toMatchObject({ status: 'open' })
    const known = await importing.group.log.head()
    expect(await bring('')).toMatchObject({ refused: 0, inPart: 0, events: 0 })
    expect(await own(known)).toEqual([])
  })
})
