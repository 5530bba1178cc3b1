/** The contacts by name: all, those of a customer, or those whose name holds the words asked for. */
import {
  Choice,
  Day,
  defineQuery,
  Flag,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  ListAnswer,
  ListOf,
  ListQuery,
  type ListShape,
  Optional,
  Personal,
  type Precision,
  precisions,
  type QueryContext,
  shownTimes,
  totalOf,
  type Where,
} from '#kernel'
import { requireReader, requireReason } from '../access/access.js'
import { findOf } from '../pages/shown/lists/asked-list.js'
import { NamedCustomer, Names } from '../pages/shown/names.js'
import { requireSubjects } from '../pages/shown/records/named-subjects.js'
import type { ContactDocument } from './contacts.view.js'
import { heldOn, seenPosts, seesPeopleOf } from './people.queries.js'
import { countSeenContacts, seenContacts } from './seen-contacts.queries.js'

export class ContactsQuery extends ListQuery {
  /** Beginnings of words of a name. */
  @Optional() @Label({ max: 200 }) search?: string
  /** Whose people: who works or has worked there. */
  @Optional() @Id('customer') customer?: string
}

export class ContactRow {
  @Id('contact') id!: string
  @Optional() @Personal({ subject: 'contact' }) @Label() name?: Guarded<string>
  /** Customers where they have a post now. */
  @ListOf(NamedCustomer, { max: 100 }) customers!: NamedCustomer[]
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

const shape: ListShape<QueryContext> = {
  fields: {
    name: { type: 'text' },
    erased: { type: 'flag' },
  },
  sorts: { name: 'name' },
  usual: 'name',
}

async function read(ask: QueryContext<ContactsQuery>): Promise<ContactsAnswer> {
  requireReader(ask)
  requireReason(ask)
  const { search: text = '', customer } = ask.query
  await requireSubjects({ customer }, ask)
  if (customer !== undefined && !(await seesPeopleOf(customer, ask))) return { rows: [], total: 0 }
  const find = { ...findOf(ask, shape, customer === undefined ? undefined : workedAt(customer, ask)), text }
  const found = await seenContacts(find, ask)
  const names = new Names(ask)
  const rows = await Promise.all(found.documents.map((contact) => rowOf(contact, { ask, names })))
  const total = await totalOf(found, find, () => countSeenContacts(find, ask))
  return { rows: ask.open(rows), next: found.next, total }
}

/** Posts are kept under the id named then: any of those the customer has. */
const workedAt = (customer: string, { journals }: QueryContext<object>): Where => ({
  or: journals.partitionOf(customer).ids.map((id) => ({ column: 'customers', has: id })),
})

async function rowOf(
  contact: ContactDocument,
  { ask, names }: { ask: QueryContext<object>; names: Names },
): Promise<ContactRow> {
  const { id, name, touches, lastTouch, times, erased } = contact
  const posts = await seenPosts(contact, ask)
  const current = posts.filter((post) => heldOn(post, ask.todayIn()))
  const last = current.at(-1) ?? posts.at(-1)
  const customers = new Set(current.map((post) => ask.journals.partitionOf(post.customer).ids[0]))
  return {
    id,
    name,
    customers: await Promise.all([...customers].map((id) => names.customer(id))),
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
  lists: [shape],
  read,
})
