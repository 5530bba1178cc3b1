/** Who works at the customer, in which posts, with what part in its buying? Names are the contacts' own. */
import { type Drawn, defineView, type Fact, unchanged, unset } from '#kernel'
import { contactEvents, type PostNamed } from '../contact.events.js'
import { changedPosts, type Post } from './posts.js'

export interface PeopleDocument {
  customer: string
  /** As they were stated; merged customers and contacts keep the id under which it was said. */
  posts: Post[]
}

type Doc = PeopleDocument

/** Changes the last post of the contact at the customer named. */
function atPost(doc: Doc | undefined, fact: Fact<string, PostNamed>, change: (post: Post) => Post) {
  return doc && { ...doc, posts: changedPosts(doc.posts, fact, change) }
}

/** A person may have held several posts here, which are told apart by their order. */
function drawnPosts({ posts }: Doc): Drawn[] {
  return posts.map(({ record, level, since, until }, at) => {
    const before = posts.slice(0, at).filter((post) => post.record === record).length
    const thing = before === 0 ? record : `${record} ${before + 1}`
    return { line: 'post', thing, person: record, says: { level, since, until } }
  })
}

export const people = defineView<Doc>()({
  name: 'people',
  version: 4,
  keyedBy: 'partition',
  of: [contactEvents],
  on: {
    'contact.post-started': (doc, { entity: record, customer, data }) => ({
      customer,
      posts: [...(doc?.posts ?? []), { ...data, record, roles: [] }],
    }),
    'contact.post-ended': (doc, fact) => atPost(doc, fact, (post) => ({ ...post, until: fact.data.until ?? fact.day })),
    'contact.post-changed': (doc, fact) => {
      const { cleared, record: _, ...changes } = fact.data
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
