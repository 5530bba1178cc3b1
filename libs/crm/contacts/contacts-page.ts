/** The contacts by name: all, those of a customer, or those whose name holds the words asked for. */
import {
  type Asking,
  Day,
  definePage,
  Flag,
  type Guarded,
  Id,
  Ids,
  Instant,
  Integer,
  Label,
  ListOf,
  Optional,
  Personal,
  type Where,
} from '#kernel'
import { requireReader } from '../access/access.js'
import { type ContactDocument, contactsView } from './contacts.view.js'
import { heldAt, seesContact } from './people.queries.js'

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

export class ContactsAnswer {
  @ListOf(ContactRow, { max: 200 }) contacts!: ContactRow[]
  /** Asks for the next page. */
  @Optional() @Label({ max: 2000 }) next?: string
}

async function read(ask: Asking<ContactsQuery>): Promise<ContactsAnswer> {
  requireReader(ask)
  const { text = '', customer, limit, cursor } = ask.query
  const where = customer === undefined ? undefined : workedAt(customer, ask)
  const page = await ask.docs.search(contactsView, { text, where, sort: [{ column: 'name' }], limit, cursor })
  const seen: ContactDocument[] = []
  for (const contact of page.documents) if (await seesContact(contact, ask)) seen.push(contact)
  return { contacts: ask.open(seen.map((contact) => rowOf(contact, ask))), next: page.next }
}

/** Posts are kept under the id named then: any of those the customer has. */
const workedAt = (customer: string, { journals }: Asking<ContactsQuery>): Where => ({
  or: journals.partitionOf(customer).ids.map((id) => ({ column: 'customers', has: id })),
})

function rowOf(contact: ContactDocument, { now, journals }: Asking<ContactsQuery>): ContactRow {
  const { id, name, posts, touches, lastTouch, erased } = contact
  const current = posts.filter((post) => heldAt(post, now))
  const last = current.at(-1) ?? posts.at(-1)
  const customers = [...new Set(current.map((post) => journals.partitionOf(post.customer).ids[0]))]
  return { id, name, customers, title: last?.title, since: last?.since, touches, lastTouch, erased }
}

export const contactsPage = definePage({
  name: 'contacts',
  about: 'Which contacts there are, by name.',
  route: '/contacts',
  query: ContactsQuery,
  answer: ContactsAnswer,
  read,
})
