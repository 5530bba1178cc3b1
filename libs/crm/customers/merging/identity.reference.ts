/** Which customers were found to be one organisation. Depends on what is known, never on the moment asked about. */
import { defineReference, history, type Position, type References, type StoredEvent } from '#kernel'
import { mergeEvents } from './merge.events.js'

export interface Identity {
  /** Merged customer → what it was merged into. */
  into: ReadonlyMap<string, string>
  /** Survivor → all that were merged into it, however indirectly; itself first. */
  groups: ReadonlyMap<string, readonly [string, ...string[]]>
  /** Merges that would have closed a circle and are void. */
  void: readonly { customer: string; into: string }[]
}

/** Follows merges to the customer that stands for all of them. */
function survivorOf(id: string, into: ReadonlyMap<string, string>): string {
  let at = id
  for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next
  return at
}

function groupsOf(into: ReadonlyMap<string, string>): Identity['groups'] {
  const groups = new Map<string, [string, ...string[]]>()
  for (const merged of into.keys()) {
    const survivor = survivorOf(merged, into)
    const group = groups.get(survivor) ?? [survivor]
    group.push(merged)
    groups.set(survivor, group)
  }
  return groups
}

export const identity = defineReference<Identity>()({
  name: 'identity',
  of: [mergeEvents],
  timeless: true,
  initial: { into: new Map(), groups: new Map(), void: [] },
  on: {
    'merge.made': (state, { entity, data }) => {
      // A later merge of the same customer takes the place of the earlier one, which then closes no circle.
      const into = new Map(state.into)
      into.delete(entity)
      if (survivorOf(data.into, into) === entity) {
        return { ...state, void: [...state.void, { customer: entity, into: data.into }] }
      }
      into.set(entity, data.into)
      return { ...state, into, groups: groupsOf(into) }
    },
  },
})

/** All customers that count as one with this one, the survivor first. */
export function groupOf(id: string, references: References): readonly [string, ...string[]] {
  const { into, groups } = references.get(identity)
  if (groups.size === 0) return [id]
  return groups.get(survivorOf(id, into)) ?? [id]
}

/** Whether two records count as one customer. */
export const isOneCustomer = (a: string, b: string, references: References): boolean =>
  groupOf(a, references)[0] === groupOf(b, references)[0]

/** All customers that counted as one with this one, by the events of merges known at a position. */
export function groupKnownAt(
  id: string,
  events: readonly StoredEvent[],
  knownAt: Position,
): readonly [string, ...string[]] {
  return groupIn(
    id,
    events.filter(({ position }) => position <= knownAt),
  )
}

/** Those that stood for one customer until just before a position. */
export function groupKnownBefore(
  id: string,
  events: readonly StoredEvent[],
  before: Position,
): readonly [string, ...string[]] {
  return groupIn(
    id,
    events.filter(({ position }) => position < before),
  )
}

function groupIn(id: string, events: readonly StoredEvent[]): readonly [string, ...string[]] {
  const { into, groups } = history(events).reduce((state, fact) => identity.fold(state, fact), identity.initial)
  return groups.get(survivorOf(id, into)) ?? [id]
}
