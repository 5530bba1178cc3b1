/**
 * Where facts belong once they are restated: in which journals, which of those no longer, and what
 * else said of the same record moves with them.
 */
import {
  BECAUSE,
  type Decider,
  type Filed,
  type Filing,
  history,
  type JsonObject,
  type StoredEvent,
  type Version,
  versionsOf,
} from '#kernel'

/** A fact of a stream and what it is to say. */
export interface Restating {
  decider: Decider
  version: Version
  data: JsonObject
  /** Of the whole stream, opened. */
  events: readonly StoredEvent[]
}

/** Where the restated fact belongs: where it would have been filed, had that been said when only what precedes it was known. */
export function restatedFiling({ decider, version: { first, last }, data, events }: Restating): Filed {
  const facts = history([...events, asRestated(last, first.id, data)])
  const upToIt = facts.slice(0, facts.findIndex((fact) => fact.id === first.id) + 1)
  const state = upToIt.reduce<unknown>((s, fact) => decider.evolve(s, fact), decider.initial)
  const { [BECAUSE]: _, ...payload } = data
  return decider.filedIn(state, first.stream.slice(first.stream.indexOf('-') + 1), { type: first.type, data: payload })
}

const asRestated = (last: StoredEvent, eventId: string, data: JsonObject): StoredEvent => ({
  ...last,
  id: `${eventId} restated`,
  data,
  metadata: { ...last.metadata, corrects: { eventId, mode: 'restate' } },
  position: Number.MAX_SAFE_INTEGER,
})

/** Later facts of the stream that would be filed elsewhere after the restatement, each saying what it said. */
export function followersOf({ decider, version: { first, last }, data, events }: Restating): Restating[] {
  const known = versionsOf(events)
  const restated = [...events, asRestated(last, first.id, data)]
  const facts = history(restated)
  const later = facts.slice(facts.findIndex(({ id }) => id === first.id) + 1)
  return later.flatMap((fact) => {
    const version = known.get(fact.id)
    if (!version) return []
    const following = { decider, version, data: fact.data, events: restated }
    const isMoved = !isSameFiling(restatedFiling({ ...following, events }), restatedFiling(following))
    return isMoved ? [following] : []
  })
}

export const isSameFiling = (a: Filed, b: Filed): boolean =>
  a.unit === b.unit && String(a.customers) === String(b.customers) && String(a.contacts) === String(b.contacts)

/** All known versions of a fact, in recorded order. */
export const versionsIn = (events: readonly StoredEvent[], first: StoredEvent): StoredEvent[] =>
  events.filter((event) => event.id === first.id || event.metadata.corrects?.eventId === first.id)

/** The journals of all earlier versions that the new one no longer names. */
export function formerlyOf({ first }: Version, events: readonly StoredEvent[], filed: Filed): Filing {
  const versions = versionsIn(events, first)
  const earlier = (pick: (m: Filing) => string[]) => [
    ...new Set(
      versions.flatMap(({ metadata }) => [...pick(metadata), ...(metadata.formerly ? pick(metadata.formerly) : [])]),
    ),
  ]
  return {
    customers: earlier((m) => m.customers).filter((id) => !filed.customers.includes(id)),
    contacts: earlier((m) => m.contacts).filter((id) => !filed.contacts.includes(id)),
  }
}
