/** What a source may tell of its records, time after time: every target that changes, moves, ends, vanishes or comes back. */
import fc from 'fast-check'
import { type Sending, textFile } from './importing-group.js'

const rows = `rows:
  - file: members
    records:
      - { target: member, key: login, at: before, fields: { name: name, function: { constant: sales }, language: { constant: fi }, unit: { constant: fi }, role: role } }
  - file: products
    records:
      - { target: product, key: code, at: before, fields: { code: code, name: name, line: { constant: cold }, kind: { constant: product } } }
  - file: rates
    records:
      - { target: rate, key: day, at: before, fields: { day: day, currency: { constant: SEK }, toGroup: rate } }
  - file: customers
    records:
      - { target: customer, key: "no", at: before, fields: { name: name, employees: size, businessId: id, parent: parent } }
      - { target: site, when: { column: site, empty: false }, key: "no", at: before, fields: { customer: "no", name: site } }
      - { target: relationship-stage, when: { column: depth, empty: false }, key: "no", at: met, fields: { customer: "no", unit: { constant: fi }, to: depth } }
  - file: people
    records:
      - { target: contact, key: person, at: before, fields: { name: name } }
      - { target: post, key: person, at: before, fields: { contact: person, customer: customer, level: level, since: { constant: 2024-01-01 } } }
  - file: deals
    records:
      - target: opportunity
        key: id
        at: opened
        fields:
          customer: customer
          unit: { constant: fi }
          owner: owner
          product: product
          contacts: { each: [contact] }
          name: id
          profile: { constant: product-sale }
          stage: stage
          value: { amount: value, currency: currency }
      - { target: opportunity-won, when: { column: state, is: won }, key: id, at: closed, fields: { value: { amount: value, currency: currency } } }
      - { target: opportunity-lost, when: { column: state, is: lost }, key: id, at: closed, fields: {} }
  - file: turns
    records:
      - { target: opportunity-stage, key: step, at: day, fields: { opportunity: deal, to: stage } }
  - file: meetings
    records:
      - { target: meeting, key: id, at: day, fields: { customers: { each: [customer] }, contacts: { each: [contact] }, opportunity: deal, unit: { constant: fi }, note: note } }
`
const headers = {
  members: 'login,name,role',
  products: 'code,name',
  rates: 'day,rate',
  customers: 'no,name,size,id,parent,site,depth,met',
  people: 'person,name,customer,level',
  deals: 'id,customer,owner,product,contact,stage,value,currency,state,opened,closed',
  turns: 'step,deal,stage,day',
  meetings: 'id,customer,contact,deal,note,day',
}
type Table = keyof typeof headers
const names = Object.keys(headers) as Table[]

/** Rows of each table, and by target what becomes of records that have vanished from them. */
export interface Feed extends Record<Table, string[]> {
  vanished: Record<string, string>
}

const one = <T>(...of: T[]) => fc.constantFrom(...of)

/** Each of the keys in four of five feeds, with any of the cells. */
const table = (keys: readonly string[], ...cells: fc.Arbitrary<string>[]): fc.Arbitrary<string[]> =>
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

const [customer, deal, contact] = [one('1', '2', '3'), one('D1', 'D2', 'D3'), one('', 'P1', 'P2')]
const [owner, currency] = [one('', 'aino', 'bengt'), one('EUR', 'SEK')]

export const feeds: fc.Arbitrary<Feed> = fc.record({
  members: table(['aino', 'bengt'], one('Aino', 'Bengt'), one('member', 'manager', '')),
  products: table(['kr-1', 'kr-2'], one('Cabinet', 'Chest')),
  rates: table(['2025-01-01', '2025-02-01'], one('0.09', '0.1')),
  customers: table(
    ['1', '2', '3'],
    one('Merituuli', 'Aallokko'),
    one('', '5', '7'),
    one('', '1234567-1', '7654321-9'),
    one('', '1', '2'),
    one('', 'Dock', 'Pier'),
    one('', 'exploratory', 'basic'),
    one('2024-05-01', '2024-06-01'),
  ),
  people: table(['P1', 'P2'], one('Ilona', 'Olli'), one('1', '2'), one('operational', 'strategic')),
  deals: table(
    ['D1', 'D2', 'D3'],
    ...[customer, owner, one('', 'kr-1', 'kr-2'), contact, one('engaging', 'offered'), one('', '10', '20'), currency],
    ...[one('open', 'won', 'lost'), one('2024-12-01', '2025-01-10'), one('2025-02-01', '2025-03-01')],
  ),
  turns: table(['H1', 'H2'], deal, one('needs-agreed', 'negotiating'), one('2025-01-15', '2025-01-20')),
  meetings: table(
    ['M1', 'M2'],
    ...[customer, contact, fc.oneof(one(''), deal), one('They build.', 'They wait.')],
    one('2025-01-15', '2025-01-20'),
  ),
  vanished: fc.record({
    member: one('ended', 'listed'),
    product: one('ended', 'retracted'),
    rate: one('listed', 'retracted'),
    customer: one('retracted', 'listed'),
    site: one('ended', 'retracted'),
    'relationship-stage': one('retracted', 'listed'),
    contact: one('retracted', 'listed'),
    post: one('ended', 'retracted'),
    opportunity: one('ended', 'retracted', 'listed'),
    meeting: one('retracted', 'listed'),
  }),
})

export const sent = (feed: Feed): Sending => ({
  mapping: `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { ${names.map((name) => `${name}: { name: ${name}.csv }`).join(', ')} }
${rows}vanished: { ${Object.entries(feed.vanished)
    .map((each) => each.join(': '))
    .join(', ')} }
vanishedAtMost: 100
`,
  files: Object.fromEntries(
    names.map((name) => [name, textFile(`${name}.csv`, [headers[name], ...feed[name], ''].join('\n'))]),
  ),
})
