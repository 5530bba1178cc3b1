/**
 * The posts of a person, whichever of their records states them: where several say of one time that somebody works at a
 * customer, that is one post, and what is said of it since is said of each.
 */
import type { Fact } from '#kernel'
import type { BuyingRole, PostNamed, PostStarted } from '../contact.events.js'

export interface Post extends PostStarted {
  /** The contact whose record states it. */
  record: string
  roles: BuyingRole[]
  /** Last day; absent while the post is held. */
  until?: string
}

/** The record that states the post which a fact is about. */
export const recordOf = ({ entity, data: { record } }: Fact<string, PostNamed>): string => record ?? entity

/** Those posts, changed where it is the last one of the record and customer that a fact is about. */
export function changedPosts<P extends Post>(
  posts: readonly P[],
  fact: Fact<string, PostNamed>,
  change: (post: P) => P,
): P[] {
  const record = recordOf(fact)
  const last = posts.findLastIndex((post) => post.record === record && post.customer === fact.data.customer)
  return posts.map((post, place) => (place === last ? change(post) : post))
}

/** Who counts as one, among contacts and among customers. */
export interface Sameness {
  isPerson(record: string, other: string): boolean
  isCustomer(customer: string, other: string): boolean
  /** Whether the record is the one that stands for the person. */
  isOwn(record: string): boolean
}

/** What several records say of one post: the first word comes first, also over when it ended. */
export function together<P extends Post>(first: P, other: P): P {
  const { title = other.title, site = other.site, roles, since, until } = first
  return {
    ...first,
    title,
    site,
    roles: roles.length > 0 ? roles : other.roles,
    since: [since, other.since].sort()[0] as string,
    until: until === undefined || other.until === undefined ? undefined : [until, other.until].sort()[1],
  }
}

const overlap = (one: Post, other: Post): boolean =>
  (one.until === undefined || one.until >= other.since) && (other.until === undefined || other.until >= one.since)

/** The posts, those that are one as one, each where the first of them stood. */
export function joinedPosts<P extends Post>(posts: readonly P[], { isPerson, isCustomer, isOwn }: Sameness): P[] {
  if (new Set(posts.map(({ record }) => record)).size < 2) return [...posts]
  const isSame = (one: P, other: P) =>
    one.record !== other.record &&
    isPerson(one.record, other.record) &&
    isCustomer(one.customer, other.customer) &&
    overlap(one, other)
  const joined: { at: number; post: P }[] = []
  const placed = posts.map((post, at) => ({ at, post }))
  for (const one of placed.toSorted((a, b) => Number(isOwn(b.post.record)) - Number(isOwn(a.post.record)))) {
    const known = joined.find(({ post }) => isSame(post, one.post))
    if (known) Object.assign(known, { at: Math.min(known.at, one.at), post: together(known.post, one.post) })
    else joined.push(one)
  }
  return joined.sort((a, b) => a.at - b.at).map(({ post }) => post)
}
