/** Says in the log which keys were destroyed, once they are: whoever keeps plaintext, or holds keys, follows that. */
import type { KeyOwner, Position, StoredEvent, Viewer } from '#kernel'
import type { Erasing } from './erasing.js'

interface DestroyedKeys {
  by: Viewer
  /** All of whose keys are gone. */
  owners: readonly KeyOwner[]
  keys: readonly string[]
}

/** Most keys that one fact names. */
const keysPerCommand = 200

/**
 * @param stream of the record that they sealed; what was said of it before is not said again
 * @returns the position of what was said last
 */
export async function sayDestroyed(stream: string, { by, owners, keys }: DestroyedKeys, e: Erasing): Promise<Position> {
  const distinct = [...new Set(keys)].sort()
  for (let from = 0; from === 0 || from < distinct.length; from += keysPerCommand) {
    const body = { owners: [...owners], keys: distinct.slice(from, from + keysPerCommand) }
    const commandId = e.core.commandId('keys-destroyed', stream, by.member, JSON.stringify(body))
    await e.core.dispatch({ category: 'privacy', command: 'destroy', id: stream, body }, { viewer: by, commandId })
  }
  return (await saidOf(stream, e)).at(-1)?.position ?? 0
}

/** Whether it was said that all keys of an owner are gone. */
export async function isSaidDestroyed(stream: string, owner: KeyOwner, e: Erasing): Promise<boolean> {
  return (await saidOf(stream, e)).some((event) => e.withholding.destroyedBy(event).includes(owner))
}

async function saidOf(stream: string, { log, withholding }: Erasing): Promise<StoredEvent[]> {
  const decided = await log.readStream(`privacy-${stream}`)
  return decided.filter((event) => withholding.destroyedBy(event).length > 0)
}
