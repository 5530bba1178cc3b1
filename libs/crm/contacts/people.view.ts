/** Who works at the customer, in which posts, with what part in its buying? Names are the contacts' own. */
import { type Drawn, defineView, type Fact, type Guarded, unchanged, unset } from '#kernel'
import { type BuyingRole, contactEvents, type Level } from './contact.events.js'

export interface PostHeld {
  contact: string
  /** As named then; merged customers keep the id under which it was said. */
  customer: string
  title?: Guarded<string>
  site?: string
  level: Level
  roles: BuyingRole[]
  since: string
  /** Last day; absent while the post is held. */
  until?: string
}

export interface PeopleDocument {
  customer: string
  posts: PostHeld[]
}

type Doc = PeopleDocument
type AtCustomer = { customer: string }

/** Changes the last post of the contact at the customer named. */
function atPost(doc: Doc | undefined, fact: Fact<string, AtCustomer>, change: (post: PostHeld) => PostHeld) {
  if (!doc) return doc
  const { customer } = fact.data
  const last = doc.posts.findLastIndex((post) => post.contact === fact.entity && post.customer === customer)
  return { ...doc, posts: doc.posts.map((post, place) => (place === last ? change(post) : post)) }
}

/** A person may have held several posts here, which are told apart by their order. */
function drawnPosts({ posts }: Doc): Drawn[] {
  return posts.map(({ contact, level, since, until }, at) => {
    const before = posts.slice(0, at).filter((post) => post.contact === contact).length
    const thing = before === 0 ? contact : `${contact} ${before + 1}`
    return { line: 'post', thing, person: contact, says: { level, since, until } }
  })
}

export const people = defineView<Doc>()({
  name: 'people',
  version: 3,
  keyedBy: 'partition',
  of: [contactEvents],
  on: {
    'contact.post-started': (doc, { entity, customer, data }) => ({
      customer,
      posts: [...(doc?.posts ?? []), { ...data, contact: entity, roles: [] }],
    }),
    'contact.post-ended': (doc, fact) => atPost(doc, fact, (post) => ({ ...post, until: fact.data.until ?? fact.day })),
    'contact.post-changed': (doc, fact) => {
      const { cleared, ...changes } = fact.data
      return atPost(doc, fact, (post) => unset({ ...post, ...changes }, cleared))
    },
    'contact.buying-role-set': (doc, fact) => atPost(doc, fact, (post) => ({ ...post, roles: fact.data.roles })),
    'contact.registered': unchanged,
    'contact.changed': unchanged,
    'contact.consent-given': unchanged,
    'contact.consent-withdrawn': unchanged,
    'contact.duplicate-dismissed': unchanged,
    'contact.erased': unchanged,
  },
  draws: { follows: ['posts'], of: drawnPosts },
})
