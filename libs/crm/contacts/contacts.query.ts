/** The contacts by name: all, those of a customer, or those whose name holds the words asked for. */
import {
  Choice,
  Day,
  defineQuery,
  Flag,
  type Guarded,
  Id,
  Ids,
  Instant,
  Integer,
  Label,
  ListAnswer,
  ListOf,
  Optional,
  Personal,
  type Precision,
  precisions,
  type QueryContext,
  shownTimes,
  totalOf,
  type Where,
} from '#kernel'
import { requireReader } from '../access/access.js'
import { alphabetOf } from '../organization/reader.queries.js'
import type { ContactDocument } from './contacts.view.js'
import { heldOn, seenPosts, seesPeopleOf } from './people.queries.js'
import { countSeenContacts, seenContacts } from './seen-contacts.queries.js'

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
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) lastTouchOn?: string
  @Optional() @Choice(precisions) lastTouchPrecision?: Precision
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
  const found = await seenContacts(
    { text, where, sort: [{ column: 'name' }], locale: alphabetOf(ask), limit, cursor },
    ask,
  )
  const rows = await Promise.all(found.documents.map((contact) => rowOf(contact, ask)))
  const count = () => countSeenContacts({ text, where, sort: [{ column: 'name' }] }, ask)
  return { rows: ask.open(rows), next: found.next, total: await totalOf(found, { cursor }, count) }
}

/** Posts are kept under the id named then: any of those the customer has. */
const workedAt = (customer: string, { journals }: QueryContext<ContactsQuery>): Where => ({
  or: journals.partitionOf(customer).ids.map((id) => ({ column: 'customers', has: id })),
})

async function rowOf(contact: ContactDocument, ask: QueryContext<ContactsQuery>): Promise<ContactRow> {
  const { id, name, touches, lastTouch, times, erased } = contact
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
    ...shownTimes({ lastTouch }, times, 'lastTouch'),
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
