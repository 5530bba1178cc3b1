/** The contacts by name: all, those of a customer, or those whose name holds the words asked for. */
import {
  Day,
  defineQuery,
  Flag,
  type Found,
  type Guarded,
  Id,
  Ids,
  Instant,
  Integer,
  instantOf,
  Label,
  ListAnswer,
  ListOf,
  Optional,
  Personal,
  type QueryContext,
  type Search,
  type Where,
} from '#kernel'
import { requireReader } from '../access/access.js'
import { type ContactDocument, contactsView } from './contacts.view.js'
import { heldOn, seenPosts, seesContact, seesPeopleOf } from './people.queries.js'

export class ContactsQuery {
  /** Words of a name; the last may be unfinished. */
  @Optional() @Label() text?: string
  @Optional() @Id('customer') customer?: string
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  @Optional() @Label({ max: 2000 }) cursor?: string
}

export class ContactRow {
  @Id('contact') id!: string
  @Optional() @Personal({ subject: 'contact' }) @Label() name?: Guarded<string>
  /** Customers where they have a post now. */
  @Ids('customer') customers!: string[]
  /** Of the post begun last. */
  @Optional() @Personal({ subject: 'contact' }) @Label() title?: Guarded<string>
  @Optional() @Day() since?: string
  @Integer({ min: 0, max: 1_000_000 }) touches!: number
  @Optional() @Instant() lastTouch?: string
  @Flag() erased!: boolean
}

export class ContactsAnswer extends ListAnswer {
  @ListOf(ContactRow, { max: 200 }) rows!: ContactRow[]
}

async function read(ask: QueryContext<ContactsQuery>): Promise<ContactsAnswer> {
  requireReader(ask)
  const { text = '', customer, limit, cursor } = ask.query
  const where = customer === undefined ? undefined : workedAt(customer, ask)
  if (customer !== undefined && !(await seesPeopleOf(customer, ask))) return { rows: [], total: 0 }
  const { documents, next } = await seenPage({ text, where, sort: [{ column: 'name' }], limit, cursor }, ask)
  const rows = await Promise.all(documents.map((contact) => rowOf(contact, ask)))
  return { rows: ask.open(rows), next, total: await totalOf({ text, where, sort: [{ column: 'name' }] }, ask) }
}

/** Of more, what is read to count them is too much for an answer. */
const mostCounted = 1000

/** How many contacts the reader sees; what people are called is in no index that counts. */
async function totalOf(search: Search, ask: QueryContext<ContactsQuery>): Promise<number | undefined> {
  let total = 0
  let cursor: string | undefined
  do {
    const page: Found<ContactDocument> = await seenPage({ ...search, limit: batch, cursor }, ask)
    total += page.documents.length
    cursor = page.next
  } while (cursor !== undefined && total < mostCounted)
  return cursor === undefined ? total : undefined
}

/** Posts are kept under the id named then: any of those the customer has. */
const workedAt = (customer: string, { journals }: QueryContext<ContactsQuery>): Where => ({
  or: journals.partitionOf(customer).ids.map((id) => ({ column: 'customers', has: id })),
})

const usualLimit = 50
/** Read at once while looking for contacts that the reader sees. */
const batch = 200

/** A full page of the contacts that the reader sees. Its cursor, which can be read, stands at the last of them. */
async function seenPage(search: Search, ask: QueryContext<ContactsQuery>): Promise<Found<ContactDocument>> {
  if (ask.reading.units.has('*')) return ask.documents.search(contactsView, search)
  const { limit = usualLimit } = search
  const seen: ContactDocument[] = []
  let next: string | undefined
  let from: string | undefined = search.cursor
  do {
    const page: Found<ContactDocument> = await ask.documents.search(contactsView, {
      ...search,
      limit: batch,
      cursor: from,
    })
    for (const [place, contact] of page.documents.entries()) {
      if (!(await seesContact(contact, ask))) continue
      if (seen.length === limit) return { documents: seen, next }
      seen.push(contact)
      if (seen.length === limit)
        next = (await ask.documents.search(contactsView, { ...search, limit: place + 1, cursor: from })).next
    }
    from = page.next
  } while (from !== undefined)
  return { documents: seen }
}

async function rowOf(contact: ContactDocument, ask: QueryContext<ContactsQuery>): Promise<ContactRow> {
  const { id, name, touches, lastTouch, erased } = contact
  const posts = await seenPosts(contact, ask)
  const current = posts.filter((post) => heldOn(post, ask.todayIn()))
  const last = current.at(-1) ?? posts.at(-1)
  const customers = [...new Set(current.map((post) => ask.journals.partitionOf(post.customer).ids[0]))]
  return {
    id,
    name,
    customers,
    title: last?.title,
    since: last?.since,
    touches,
    lastTouch: instantOf(lastTouch),
    erased,
  }
}

export const contactsQuery = defineQuery({
  name: 'contacts',
  about: 'Which contacts there are, by name.',
  route: '/contacts',
  query: ContactsQuery,
  answer: ContactsAnswer,
  read,
})
