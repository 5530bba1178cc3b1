/**
 * What a process was to record and never will: whoever is in it cannot be found there by an erasure, as in
 * a record, so what several people's own keys do not cover is made unreadable when nobody will run it.
 */
import type { ProcessStream } from '#commands'
import type { EventLog, KeyVault, StepStated, StoredEvent } from '#kernel'
import { keyIdsIn } from '#privacy'

interface Forgetting {
  log: EventLog
  vault: KeyVault
}

/**
 * Destroys the keys that nothing but steps of a process uses, whose records were never begun.
 * @param naming only of steps that name this contact
 */
export async function forgetUnrecorded({ state }: ProcessStream, from: Forgetting, naming?: string): Promise<void> {
  for (const event of state.stated) {
    const { step, stream, persons } = event.data as unknown as StepStated
    const isMeant = naming === undefined || persons.includes(naming)
    if (!isMeant || state.done.has(step) || (await from.log.readStream(stream)).length > 0) continue
    for (const id of await sharedKeysOf(event, from)) await from.vault.destroyKey(id)
  }
}

/** Keys of a record's own, which it has because several people are in it. */
async function sharedKeysOf({ data }: StoredEvent, { vault }: Forgetting): Promise<string[]> {
  const ids = [...keyIdsIn(data)]
  const keys = await vault.fetch(ids)
  return ids.filter((id) => keys.subjectOf(id)?.startsWith('touchpoint:'))
}
