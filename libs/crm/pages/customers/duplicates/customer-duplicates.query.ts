/** Which customers may be one organisation, and why? For whoever looks after the register. */
import {
  Choices,
  defineQuery,
  everyDocument,
  Integer,
  Label,
  ListAnswer,
  ListOf,
  Nested,
  Optional,
  type QueryContext,
  type Trait,
} from '#kernel'
import { type CustomerDocument, customersView } from '../../../customers/customers.view.js'
import { Names } from '../../shown/names.js'
import { CustomerRow, customerRow } from '../customer-row.js'
import {
  type Alike,
  companyName,
  identifierDigits,
  pageOf,
  phoneTrait,
  requireDuplicateReader,
  suspectedPairs,
  traitOf,
} from './likeness.js'

const reasons = ['said', 'identifier', 'name', 'phone', 'city', 'website'] as const

export class DuplicatesQuery {
  /** 20 unless told. */
  @Optional() @Integer({ min: 1, max: 100 }) limit?: number
  /** As answered by the page before. */
  @Optional() @Label({ max: 200 }) cursor?: string
}

export class CustomerPair {
  @Nested(CustomerRow) one!: CustomerRow
  @Nested(CustomerRow) other!: CustomerRow
  @Choices(reasons) reasons!: (typeof reasons)[number][]
}

export class CustomerDuplicatesAnswer extends ListAnswer {
  /** Those with most reasons first. */
  @ListOf(CustomerPair, { max: 100 }) rows!: CustomerPair[]
}

type Ask = QueryContext<DuplicatesQuery>

async function allCustomers({ documents: docs }: Ask): Promise<Map<string, CustomerDocument>> {
  const all = new Map<string, CustomerDocument>()
  for await (const customer of everyDocument(docs, customersView, { sort: [{ column: 'id' }] }))
    all.set(customer.id, customer)
  return all
}

function traitsOf(customer: CustomerDocument, survivorOf: (id: string) => string): Trait[] {
  const { id, name, city, website, identifiers, suspected } = customer
  const said = suspected.map((other) => ({ trait: 'said', value: [id, survivorOf(other)].sort().join(' ') }))
  const digits = identifiers.flatMap(({ value }) => identifierDigits(value) ?? [])
  return [
    ...said,
    ...[...new Set(digits)].map((value) => ({ trait: 'identifier', value })),
    ...traitOf('name', name, companyName),
    ...traitOf('city', city, companyName),
    ...traitOf('website', website, (text) => text.toLowerCase().replace(/^https?:\/\/|^www\.|\/.*$/g, '')),
  ]
}

export const customerDuplicatesQuery = defineQuery({
  name: 'customer-duplicates',
  about: 'Which customers may be one organisation, and why?',
  route: '/duplicates/customers',
  query: DuplicatesQuery,
  answer: CustomerDuplicatesAnswer,
  async read(ask: Ask): Promise<CustomerDuplicatesAnswer> {
    requireDuplicateReader(ask)
    const names = new Names(ask)
    const customers = await allCustomers(ask)
    const survivorOf = (id: string) => ask.journals.partitionOf(id).ids[0]
    const numbers = await ask.documents.alike(customersView, ({ phone }) => phoneTrait(phone))
    const traits = new Map(
      [...customers].map(([id, customer]) => [id, [...traitsOf(customer, survivorOf), ...(numbers.get(id) ?? [])]]),
    )
    for (const [id, { suspected }] of customers)
      for (const other of suspected.map(survivorOf))
        traits.get(other)?.push({ trait: 'said', value: [id, other].sort().join(' ') })
    const others = new Map([...customers].map(([id, customer]) => [id, new Set(customer.others.map(survivorOf))]))
    const pairs = suspectedPairs(traits, (a, b) => Boolean(others.get(a)?.has(b) || others.get(b)?.has(a)))
    const page = pageOf(pairs, ask.query)
    const shown = (id: string) => customerRow(customers.get(id) as CustomerDocument, { ask, names })
    const row = async ({ ids: [one, other], reasons }: Alike): Promise<CustomerPair> => ({
      one: await shown(one),
      other: await shown(other),
      reasons: reasons as CustomerPair['reasons'],
    })
    return ask.open({ rows: await Promise.all(page.shown.map(row)), next: page.next, total: pairs.length })
  },
})
