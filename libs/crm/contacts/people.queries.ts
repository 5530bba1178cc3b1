/** The people of a customer with their names, now or at any moment; and whether a reader may see them. */
import type { Guarded, QueryContext, StatedTimes } from '#kernel'
import { isOwnToday } from '../customers/customers.queries.js'
import { type Acquaintance, type ContactDocument, contactsView } from './contacts.view.js'
import { people } from './posts/people.view.js'
import { joinedPosts, type Post, type Sameness } from './posts/posts.js'

type Ask = Pick<QueryContext, 'documents' | 'todayIn' | 'reading' | 'journals' | 'open'>

/** The contact that stands for a record, as merges were known at the moment asked about. */
export const standingContact = (record: string, { journals }: Pick<Ask, 'journals'>): string =>
  journals.partitionOf(record, 'contact').ids[0]

/** The contacts that stand for records, each once. */
export const standingContacts = (records: readonly string[], ask: Pick<Ask, 'journals'>): string[] => [
  ...new Set(records.map((record) => standingContact(record, ask))),
]

/** What is known of the contact that stands for a record. */
export const contactOf = (
  record: string,
  { documents, ...ask }: Pick<Ask, 'journals' | 'documents'>,
): Promise<ContactDocument | undefined> => documents.get(contactsView, standingContact(record, ask))

/** Who counts as one at the moment asked about. */
function samenessIn(ask: Pick<Ask, 'journals'>): Sameness {
  const customerOf = (id: string) => ask.journals.partitionOf(id).ids[0]
  return {
    isPerson: (record, other) => standingContact(record, ask) === standingContact(other, ask),
    isCustomer: (customer, other) => customerOf(customer) === customerOf(other),
    isOwn: (record) => standingContact(record, ask) === record,
  }
}

/** One post with whose it is; the name is opened as far as the reader may see it. */
export interface Person extends Post {
  /** The contact that stands for the record which states it. */
  contact: string
  name?: Guarded<string>
  mail?: Guarded<string>
  phone?: Guarded<string>
  /** Whether the post is held at the moment asked about. */
  current: boolean
  touches: number
  lastTouch?: string
  /** How exactly that is known. */
  times: StatedTimes
  /** By member, from all the units that the reader reads. */
  knownBy: Record<string, Acquaintance>
}

/** How each of us knows the contact, whatever unit they touched it for. */
export function knownByMember(known: readonly Acquaintance[]): Record<string, Acquaintance> {
  const byMember: Record<string, Acquaintance> = {}
  for (const one of known) {
    const other = byMember[one.member]
    const last = other && other.lastTouch > one.lastTouch ? other : one
    byMember[one.member] = { ...last, touches: one.touches + (other?.touches ?? 0) }
  }
  return byMember
}

/** Whether a post is held on a day. */
export const heldOn = ({ since, until }: { since: string; until?: string }, day: string): boolean =>
  since <= day && (until === undefined || until >= day)

/**
 * All posts ever held at a customer, current ones first, the strategic before the operational.
 * Empty where the customer's history is not the reader's to see.
 */
export async function peopleOf(customer: string, ask: Ask): Promise<Person[]> {
  const [survivor] = ask.journals.partitionOf(customer).ids
  if (!(await seesPeopleOf(survivor, ask))) return []
  const posts = (await ask.documents.get(people, survivor))?.posts ?? []
  const persons = await Promise.all(joinedPosts(posts, samenessIn(ask)).map((post) => personIn(post, ask)))
  return ask.open(persons).sort(byWeight)
}

async function personIn(post: Post, ask: Ask): Promise<Person> {
  const contact = await contactOf(post.record, ask)
  const { name, mail, phone, touches = 0, lastTouch, times = {}, knownBy = [] } = contact ?? {}
  return {
    ...post,
    contact: standingContact(post.record, ask),
    name,
    mail,
    phone,
    touches,
    lastTouch,
    times,
    knownBy: knownByMember(knownBy),
    current: heldOn(post, ask.todayIn()),
  }
}

const byWeight = (a: Person, b: Person): number =>
  Number(b.current) - Number(a.current) || Number(b.level === 'strategic') - Number(a.level === 'strategic')

/** Whether the reader may see who works at a customer: it is one of theirs today, or nobody's yet. */
export const seesPeopleOf = async (customer: string, ask: Pick<Ask, 'reading' | 'journals'>): Promise<boolean> =>
  ask.reading.units.size > 0 && isOwnToday(customer, ask)

/** The posts at customers whose people the reader may see, those that are one as one. */
export async function seenPosts(
  { posts }: Pick<ContactDocument, 'posts'>,
  ask: Pick<Ask, 'reading' | 'journals'>,
): Promise<Post[]> {
  const seen = await Promise.all(posts.map(({ customer }) => seesPeopleOf(customer, ask)))
  return joinedPosts(
    posts.filter((_, place) => seen[place]),
    samenessIn(ask),
  )
}

/**
 * Whether the reader may see a contact: through any customer where it is known today that they work or
 * worked; through none, anyone may.
 */
export async function seesContact(
  { customers }: Pick<ContactDocument, 'customers'>,
  ask: Pick<Ask, 'reading' | 'journals'>,
): Promise<boolean> {
  if (ask.reading.units.size === 0) return false
  if (customers.length === 0) return true
  const seen = await Promise.all(customers.map((customer) => seesPeopleOf(customer, ask)))
  return seen.includes(true)
}
