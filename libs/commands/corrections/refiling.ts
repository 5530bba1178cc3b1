/**
 * Where facts belong once they are restated: with which customers and contacts they are filed, with which
 * of those that name them only in earlier versions, and what else said of the same record moves with them.
 */
import {
  BEYOND,
  type Decider,
  type Fact,
  type Filed,
  type Filing,
  history,
  type JsonObject,
  type StoredEvent,
  type Version,
  versionsOf,
} from '#kernel'
import { begins } from '../later-facts.js'

/** A fact of a stream and what it is to say. */
export interface Restating {
  decider: Decider
  version: Version
  data: JsonObject
  /** Of the whole stream, opened. */
  events: readonly StoredEvent[]
}

/**
 * Where the restated fact belongs: where it would have been filed, had that been said when only what
 * precedes it was known, and how the record began.
 */
export function restatedFiling({ decider, version: { first, last }, data, events }: Restating): Filed {
  const filings = filingsIn(decider, history([...events, asRestated(last, first.id, data)]))
  return filings.get(first.id) as Filed
}

/** Where each fact of a record belongs; what is dated before its beginning, where it begins. @param facts in effective order */
function filingsIn(decider: Decider, facts: readonly Fact[]): Map<string, Filed> {
  const filings = new Map<string, Filed>()
  const beginning = facts.findIndex((fact) => begins(decider, fact))
  const file = (state: unknown, { id, entity, type, data }: Fact) =>
    filings.set(id, decider.filedIn(state, entity, { type, data }))
  let state = decider.initial
  for (const [index, fact] of facts.entries()) {
    state = decider.evolve(state, fact)
    if (index === beginning) for (const earlier of facts.slice(0, beginning)) file(state, earlier)
    if (index >= beginning) file(state, fact)
  }
  return filings
}

const asRestated = (last: StoredEvent, eventId: string, data: JsonObject): StoredEvent => ({
  ...last,
  id: `${eventId} restated`,
  data,
  metadata: { ...last.metadata, corrects: { eventId, mode: 'restate' } },
  position: BEYOND,
})

/** A fact that moves with another, saying what it said. */
interface Moving extends Restating {
  filed: Filed
}

/**
 * Other facts of the stream that belong elsewhere after the restatement: what is dated before the record's beginning too.
 * Those that would belong where they would have belonged before are where they were then.
 * @param before events of the stream, opened, as long as what is restated, or said again, stood
 */
export function followersOf(
  { decider, version: { first, last }, data, events }: Restating,
  before: readonly StoredEvent[],
): Moving[] {
  const [known, knownBefore] = [versionsOf(events), versionsOf(before)]
  const restated = [...events, asRestated(last, first.id, data)]
  const facts = history(restated)
  const belongs = filingsIn(decider, facts)
  const [belonged, belongedBefore] = [filingsIn(decider, history(events)), filingsIn(decider, history(before))]
  return facts.flatMap(({ id, data: said }) => {
    const [version, filing] = [known.get(id), belongs.get(id)]
    if (!version || !filing || id === first.id || isNowhere(filing)) return []
    const there = version.last.metadata
    const then = belongedBefore.get(id) && knownBefore.get(id)?.last.metadata
    const isAsThen = then !== undefined && isSameFiling(belongedBefore.get(id) as Filed, filing)
    const isMoved = belonged.has(id) && !isSameFiling(belonged.get(id) as Filed, filing)
    const filed = isAsThen ? then : isMoved ? filing : there
    return isSameFiling(filed, there) ? [] : [{ decider, version, data: said, events: restated, filed }]
  })
}

/** A record whose beginning was taken back is nowhere; what is said of it stays where it is. */
export const isNowhere = ({ customers, contacts }: Filed): boolean => customers.length + contacts.length === 0

export const isSameFiling = (a: Filed, b: Filed): boolean =>
  a.unit === b.unit && String(a.customers) === String(b.customers) && String(a.contacts) === String(b.contacts)

/** All known versions of a fact, in recorded order. */
export const versionsIn = (events: readonly StoredEvent[], first: StoredEvent): StoredEvent[] =>
  events.filter((event) => event.id === first.id || event.metadata.corrects?.eventId === first.id)

/** With whom all earlier versions are filed that the later one does not name. */
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
