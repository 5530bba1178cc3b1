/** Which events' writing is withheld since an erasure. By what is known alone: it holds for every moment asked about. */
import { defineReference, type References, type StoredEvent } from '#kernel'
import { type KeysDestroyed, privacyEvents, type WritingReleased, type WritingWithheld } from './privacy.events.js'

export const withheld = defineReference<ReadonlySet<string>>()({
  name: 'withheld',
  of: [privacyEvents],
  timeless: true,
  initial: new Set(),
  on: {
    // Whoever has taken it has let go of the keys: answers wait for that as for all references.
    'privacy.keys-destroyed': (events) => events,
    'privacy.withheld': (events, { data }) => events.union(new Set(data.events)),
    'privacy.released': (events, { data }) => events.difference(new Set(data.events)),
  },
})

/** Ids of events whose writing nobody but a steward reads. */
export const withheldEvents = (references: References): ReadonlySet<string> => references.get(withheld)

/** Owners and ids of the keys that an event says were destroyed. */
export function destroyedBy({ type, data }: StoredEvent): readonly string[] {
  if (type !== 'privacy.keys-destroyed') return []
  const { owners, keys } = data as unknown as KeysDestroyed
  return [...owners, ...keys]
}

/** Ids of the events that an event begins, or ceases, to withhold. */
export function withholdsNow(event: StoredEvent): readonly string[] {
  if (event.type !== 'privacy.withheld' && event.type !== 'privacy.released') return []
  return (event.data as unknown as WritingWithheld | WritingReleased).events
}
