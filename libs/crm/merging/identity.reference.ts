/**
 * Which customers were found to be one organisation, and which contacts one person. Depends on what is known, never
 * on the moment asked about.
 */
import {
  defineReference,
  type Fact,
  history,
  type Partition,
  type Position,
  type References,
  type StoredEvent,
} from '#kernel'
import { contactMergeEvents, mergeEvents } from './merge.events.js'

type Kind = Partition['kind']

export interface Merged {
  /** Merged record → what it was merged into. */
  into: ReadonlyMap<string, string>
  /** Survivor → all that were merged into it, however indirectly; itself first. */
  groups: ReadonlyMap<string, Partition['ids']>
  /** Merges that would have closed a circle and are void. */
  void: readonly { record: string; into: string }[]
}

export type Identity = Readonly<Record<Kind, Merged>>

/** Follows merges to the record that stands for all of them. */
function survivorOf(id: string, into: ReadonlyMap<string, string>): string {
  let at = id
  for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next
  return at
}

function groupsOf(into: ReadonlyMap<string, string>): Merged['groups'] {
  const groups = new Map<string, [string, ...string[]]>()
  for (const merged of into.keys()) {
    const survivor = survivorOf(merged, into)
    const group = groups.get(survivor) ?? [survivor]
    group.push(merged)
    groups.set(survivor, group)
  }
  return groups
}

const nothing: Merged = { into: new Map(), groups: new Map(), void: [] }

function merged(known: Merged, { entity, data }: Fact<string, { into: string }>): Merged {
  // A later merge of the same record takes the place of the earlier one, which then closes no circle.
  const into = new Map(known.into)
  into.delete(entity)
  if (survivorOf(data.into, into) === entity)
    return { ...known, void: [...known.void, { record: entity, into: data.into }] }
  into.set(entity, data.into)
  return { ...known, into, groups: groupsOf(into) }
}

export const identity = defineReference<Identity>()({
  name: 'identity',
  of: [mergeEvents, contactMergeEvents],
  timeless: true,
  initial: { customer: nothing, contact: nothing },
  on: {
    'merge.made': (state, fact) => ({ ...state, customer: merged(state.customer, fact) }),
    'contactmerge.made': (state, fact) => ({ ...state, contact: merged(state.contact, fact) }),
  },
})

const setIn = ({ into, groups }: Merged, id: string): Partition['ids'] =>
  groups.size === 0 ? [id] : (groups.get(survivorOf(id, into)) ?? [id])

/** All records that count as one with this one, the survivor first. */
export const setOf = (kind: Kind, id: string, references: References): Partition['ids'] =>
  setIn(references.get(identity)[kind], id)

/** All customers that count as one with this one, the survivor first. */
export const groupOf = (id: string, references: References): Partition['ids'] => setOf('customer', id, references)

/** All contacts that count as one person with this one, the survivor first. */
export const personOf = (id: string, references: References): Partition['ids'] => setOf('contact', id, references)

/** Whether two records count as one customer. */
export const isOneCustomer = (a: string, b: string, references: References): boolean =>
  groupOf(a, references)[0] === groupOf(b, references)[0]

/** Whether two records count as one person. */
export const isOnePerson = (a: string, b: string, references: References): boolean =>
  personOf(a, references)[0] === personOf(b, references)[0]

/** All that counted as one with a record, by some of the events of merges. */
export function setKnownBy(kind: Kind, id: string, events: readonly StoredEvent[]): Partition['ids'] {
  const known = history(events).reduce((state, fact) => identity.fold(state, fact), identity.initial)
  return setIn(known[kind], id)
}

/** Events known at a position, and until just before it. */
export const knownAt = (events: readonly StoredEvent[], position: Position): StoredEvent[] =>
  events.filter((event) => event.position <= position)
export const knownBefore = (events: readonly StoredEvent[], position: Position): StoredEvent[] =>
  events.filter((event) => event.position < position)
