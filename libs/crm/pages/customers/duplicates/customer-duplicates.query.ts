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
  type SharedTrait,
} from '#kernel'
import { type CustomerDocument, customersView } from '../../../customers/customers.view.js'
import { companyName, website } from '../../../merging/likeness.queries.js'
import { Names } from '../../shown/names.js'
import { customerLikeness } from '../../shown/pages.words.js'
import { CustomerRow, customerRow } from '../customer-row.js'
import { type Alike, pageOf, requireDuplicateReader, suspectedPairs } from './likeness.js'

export class DuplicatesQuery {
  /** 20 unless told. */
  @Optional() @Integer({ min: 1, max: 100 }) limit?: number
  /** As answered by the page before. */
  @Optional() @Label({ max: 200 }) cursor?: string
  /** How many rows are passed over before the page, from the beginning or from the cursor. */
  @Optional() @Integer({ min: 0, max: 10_000_000 }) skip?: number
}

export class CustomerPair {
  @Nested(CustomerRow) one!: CustomerRow
  @Nested(CustomerRow) other!: CustomerRow
  @Choices(customerLikeness) reasons!: (typeof customerLikeness)[number][]
}

export class CustomerDuplicatesAnswer extends ListAnswer {
  /** Those with most reasons first. */
  @ListOf(CustomerPair, { max: 100 }) rows!: CustomerPair[]
}

type Ask = QueryContext<DuplicatesQuery>

const survivorOf = (ask: Ask) => (id: string) => ask.journals.partitionOf(id).ids[0]

/** Pairs of which somebody said that they may be one. */
async function saidToBeOne(ask: Ask): Promise<SharedTrait[]> {
  const said: SharedTrait[] = []
  const suspecting = { where: { column: 'suspectedCount', from: 1 }, sort: [{ column: 'suspectedCount' }] }
  for await (const { id, suspected } of everyDocument(ask.documents, customersView, suspecting))
    for (const other of suspected.flatMap((one) => survivorOf(ask)(one) ?? []))
      said.push({ trait: 'said', keys: [id, other] })
  return said
}

const further = (one: CustomerDocument, other: CustomerDocument) => [
  ...(isSame(companyName, one.city, other.city) ? ['city'] : []),
  ...(isSame(website, one.website, other.website) ? ['website'] : []),
]

const isSame = (form: (text: string) => string, one = '', other = ''): boolean =>
  form(one) !== '' && form(one) === form(other)

export const customerDuplicatesQuery = defineQuery({
  name: 'customer-duplicates',
  about: 'Which customers may be one organisation, and why?',
  route: '/duplicates/customers',
  query: DuplicatesQuery,
  answer: CustomerDuplicatesAnswer,
  scans: true,
  async read(ask: Ask): Promise<CustomerDuplicatesAnswer> {
    requireDuplicateReader(ask)
    const names = new Names(ask)
    const { pairs, standing } = await suspectedPairs(ask, {
      view: customersView,
      by: ['identifier', 'name', 'phone'],
      said: await saidToBeOne(ask),
      further,
      standing: survivorOf(ask),
    })
    const page = pageOf(pairs, ask.query)
    const shown = (id: string) => customerRow(standing.get(id) as CustomerDocument, { ask, names })
    const row = async ({ ids: [one, other], reasons: told }: Alike): Promise<CustomerPair> => ({
      one: await shown(one),
      other: await shown(other),
      reasons: customerLikeness.filter((reason) => told.includes(reason)),
    })
    return ask.open({ rows: await Promise.all(page.shown.map(row)), next: page.next, total: pairs.length })
  },
})
