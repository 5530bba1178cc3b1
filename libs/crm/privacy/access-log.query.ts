/** Who opened whose personal values, when and why: for auditors. */
import {
  type Accessed,
  type AccessKind,
  accessKinds,
  Choice,
  Code,
  CodeOf,
  Day,
  defineQuery,
  type Guarded,
  holds,
  Id,
  Instant,
  Integer,
  Label,
  ListAnswer,
  ListOf,
  Nested,
  Optional,
  Partitions,
  type QueryContext,
  readCursor,
  refuse,
  Text,
  writeCursor,
} from '#kernel'
import { customerNames } from '../customers/customers.queries.js'
import { groupOf, personOf } from '../merging/identity.reference.js'
import { NamedContact, NamedCustomer, NamedMember, Names } from '../pages/shown/names.js'
import { requireThere } from '../pages/shown/records/named-subjects.js'

export class AccessLogQuery {
  @Optional() @Id('customer') customer?: string
  @Optional() @Id('contact') contact?: string
  /** Who looked. */
  @Optional() @Code() member?: string
  /** First and last day; the last thirty days when both are left out. */
  @Optional() @Day() from?: string
  @Optional() @Day() until?: string
  @Optional() @Integer({ min: 1, max: 500 }) limit?: number
  /** As answered by the page before. */
  @Optional() @Label({ max: 2000 }) cursor?: string
}

export class AccessRow {
  @Id('access') id!: string
  @Instant() at!: string
  @Choice(accessKinds) kind!: AccessKind
  @Nested(NamedMember) viewer!: NamedMember
  /** Name of the query, or of the operation. */
  @CodeOf('page') page!: string
  /** Whose values were opened, and who was asked for; the first fifty by name, as far as the reader may see it. */
  @ListOf(NamedCustomer, { max: 2000 }) customers!: NamedCustomer[]
  @ListOf(NamedContact, { max: 2000 }) contacts!: NamedContact[]
  /** Other records among them: `touchpoint:<id>`, `import:<id>`. */
  @Partitions({ max: 2000 }) others!: string[]
  @Optional() @Text({ max: 2000 }) reason?: Guarded<string>
  /** Position the answer stood for. */
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) position!: number
}

export class AccessLogAnswer extends ListAnswer {
  /** The newest first. */
  @ListOf(AccessRow, { max: 500 }) rows!: AccessRow[]
}

type Ask = QueryContext<AccessLogQuery>

const usualLimit = 100
const mostNames = 50

async function read(ask: Ask): Promise<AccessLogAnswer> {
  if (!holds(ask.viewer, ['auditor']) && !ask.viewer.member.startsWith('system:')) refuse('not-allowed')
  const { customer, contact, member } = ask.query
  // Whoever ever was may be asked about, also where all that was said of them is taken back.
  await requireThere(
    { customer, contact, member },
    async (kind, id) => (await ask.journals.stream(`${kind}-${id}`)).length > 0,
  )
  const { entries, next } = await accessesOf(ask)
  const names = new Names(ask)
  const customers = await customerNames(
    entries.flatMap((entry) => idsIn(entry, 'customer').slice(0, mostNames)),
    ask,
  )
  const row = async (entry: Accessed): Promise<AccessRow> => {
    const { id, at, kind, page, reason, position, partitions } = entry
    const [ofCustomers, people] = [idsIn(entry, 'customer'), idsIn(entry, 'contact')]
    const named = await names.contacts(people.slice(0, mostNames))
    return {
      ...{ id, at, kind, page, reason, position },
      viewer: names.member(entry.viewer),
      customers: ofCustomers.map((customer) => ({ id: customer, name: customers.get(customer)?.name })),
      contacts: people.map((person, place) => named[place] ?? { id: person }),
      others: partitions.filter((each) => !/^(customer|contact):/.test(each)),
    }
  }
  const rows = ask.open(await Promise.all(entries.map(row)))
  const isWhole = ask.query.cursor === undefined && next === undefined
  return { rows, next, ...(isWhole && { total: rows.length }) }
}

/** Of whoever is asked about under any of their records, the newest first. */
async function accessesOf({ query, accesses, references }: Ask): Promise<{ entries: Accessed[]; next?: string }> {
  const { cursor, limit = usualLimit, ...asked } = query
  const question = JSON.stringify(asked)
  const [upTo, ...shown] = cursor === undefined ? [] : readCursor(question, cursor).map(String)
  const customers = query.customer === undefined ? [undefined] : groupOf(query.customer, references)
  const contacts = query.contact === undefined ? [undefined] : personOf(query.contact, references)
  const records = customers.flatMap((customer) => contacts.map((contact) => ({ customer, contact })))
  const found = await Promise.all(
    records.map((record) => accesses({ ...asked, ...record, upTo, limit: limit + shown.length + 1 })),
  )
  const left = new Map(found.flat().map((entry) => [entry.id, entry]))
  for (const id of shown) left.delete(id)
  const inOrder = [...left.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const entries = inOrder.slice(0, limit)
  const last = inOrder.length > limit ? entries.at(-1) : undefined
  if (!last) return { entries }
  // Several may be of one instant: those that were shown are told by their ids.
  const ofLast = entries.filter(({ at }) => at === last.at).map(({ id }) => id)
  return { entries, next: writeCursor(question, [last.at, ...(upTo === last.at ? shown : []), ...ofLast]) }
}

function idsIn({ partitions }: Accessed, kind: 'customer' | 'contact'): string[] {
  const beginning = `${kind}:`
  return partitions.filter((each) => each.startsWith(beginning)).map((each) => each.slice(beginning.length))
}

export const accessLogQuery = defineQuery({
  name: 'access-log',
  about: 'Who opened whose personal values, when and why.',
  route: '/access-log',
  query: AccessLogQuery,
  answer: AccessLogAnswer,
  read,
})
