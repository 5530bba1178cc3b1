/** The people of a customer with their names, now or at any moment; and whether a reader may see them. */
import type { Asking, Guarded } from '#kernel'
import { customersView } from '../customers/customers.view.js'
import { type Acquaintance, contactsView } from './contacts.view.js'
import { type PostHeld, people } from './people.view.js'

type Ask = Pick<Asking, 'docs' | 'now' | 'reading' | 'journals' | 'open'>

/** One post with whose it is; the name is opened as far as the reader may see it. */
export interface Person extends PostHeld {
  name?: Guarded<string>
  mail?: Guarded<string>
  phone?: Guarded<string>
  /** Whether the post is held at the moment asked about. */
  current: boolean
  touches: number
  lastTouch?: string
  /** By member. */
  knownBy: Record<string, Acquaintance>
}

/** Whether a post is held on the day of an instant. */
export const heldAt = ({ since, until }: { since: string; until?: string }, instant: string): boolean => {
  const day = instant.slice(0, 10)
  return since <= day && (until === undefined || until >= day)
}

/**
 * All posts ever held at a customer, current ones first, the strategic before the operational.
 * Empty where the customer's history is not the reader's to see.
 */
export async function peopleOf(customer: string, ask: Ask): Promise<Person[]> {
  const [survivor] = ask.journals.partitionOf(customer).ids
  if (!(await seesPeopleOf(survivor, ask))) return []
  const posts = (await ask.docs.get(people, survivor))?.posts ?? []
  const persons = await Promise.all(posts.map((post) => personIn(post, ask)))
  return ask.open(persons).sort(byWeight)
}

async function personIn(post: PostHeld, ask: Ask): Promise<Person> {
  const contact = await ask.docs.get(contactsView, post.contact)
  const { name, mail, phone, touches = 0, lastTouch, knownBy = {} } = contact ?? {}
  return { ...post, name, mail, phone, touches, lastTouch, knownBy, current: heldAt(post, ask.now) }
}

const byWeight = (a: Person, b: Person): number =>
  Number(b.current) - Number(a.current) || Number(b.level === 'strategic') - Number(a.level === 'strategic')

/** Whether the reader may see who works at a customer: it is one of theirs, or nobody's yet. */
export async function seesPeopleOf(
  customer: string,
  ask: Pick<Ask, 'docs' | 'reading' | 'journals'>,
): Promise<boolean> {
  const { units } = ask.reading
  if (units.size === 0) return false
  if (units.has('*')) return true
  const [survivor] = ask.journals.partitionOf(customer).ids
  const known = await ask.docs.get(customersView, survivor)
  const own = known?.units ?? []
  return own.length === 0 || own.some((unit) => units.has(unit))
}

/** Whether the reader may see a contact: through any customer they work or worked at; through none, anyone may. */
export async function seesContact(
  { customers }: { customers: readonly string[] },
  ask: Pick<Ask, 'docs' | 'reading' | 'journals'>,
): Promise<boolean> {
  if (ask.reading.units.size === 0) return false
  if (customers.length === 0) return true
  const seen = await Promise.all(customers.map((customer) => seesPeopleOf(customer, ask)))
  return seen.includes(true)
}
