/**
 * The keys of one answer or one batch: they are fetched as what is sealed under them is met, and
 * looked up when it is opened. Whoever owns them drops them with the answer.
 */
import {
  KeyNotFetched,
  type KeyOwner,
  type Keys,
  type KeyVault,
  keyIdOf,
  keysLastMs,
  SEALED,
  type SealedGroup,
} from '#kernel'
import { openSealed } from './opening.js'
import { isSealed } from './sealing.js'

interface Fetched {
  keys: Keys
  atMs: number
}

export class HeldKeys implements Keys {
  private readonly held = new Map<string, Fetched>()

  /** @param clock milliseconds that never fall */
  constructor(
    private readonly vault: Pick<KeyVault, 'fetch'>,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Fetches the keys of everything sealed in a value that are not held, or not any more. */
  meet(value: unknown): Promise<void> {
    return this.fetch(keyIdsIn(value))
  }

  /** Fetches those of the keys that are not held, or not any more. */
  async fetch(keyIds: Iterable<string>): Promise<void> {
    const missing = [...keyIds].filter((id) => !this.isHeld(id))
    if (missing.length === 0) return
    // From before the vault is asked: what it answers may be as old as that.
    const atMs = this.clock()
    const keys = await this.vault.fetch(missing)
    for (const id of missing) this.held.set(id, { keys, atMs })
  }

  bytesOf(keyId: string): Buffer | null {
    return this.keysOf(keyId).bytesOf(keyId)
  }

  subjectOf(keyId: string): KeyOwner | null {
    return this.keysOf(keyId).subjectOf(keyId)
  }

  private keysOf(keyId: string): Keys {
    const fetched = this.held.get(keyId)
    if (fetched === undefined || this.isOld(fetched)) throw new KeyNotFetched(keyId)
    return fetched.keys
  }

  private isHeld(keyId: string): boolean {
    const fetched = this.held.get(keyId)
    return fetched !== undefined && !this.isOld(fetched)
  }

  private isOld({ atMs }: Fetched): boolean {
    return this.clock() - atMs >= keysLastMs
  }
}

/** A function that opens what was handed over, and nothing else: a batch of whoever writes plaintext. */
export function openerOf(vault: Pick<KeyVault, 'fetch'>) {
  const usingAll = { fetch: (ids: Iterable<string>) => vault.fetch(ids, { usesAll: true }) }
  return async (values: unknown): Promise<<T>(value: T) => T> => {
    const keys = new HeldKeys(usingAll)
    await keys.meet(values)
    return (value) => openSealed(value, keys)
  }
}

/** The value opened, with keys of its own. */
export async function opened<T>(value: T, vault: Pick<KeyVault, 'fetch'>): Promise<T> {
  const keys = new HeldKeys(vault)
  await keys.meet(value)
  return openSealed(value, keys)
}

/** A history is kept from question to question, and its facts never change: each is looked through once. */
const longList = 100
const idsOfItems = new WeakMap<object, readonly string[]>()

/** Ids of all keys that something in a value is sealed under: with markers, or as it is stored. */
export function keyIdsIn(value: unknown, ids = new Set<string>()): Set<string> {
  if (value === null || typeof value !== 'object') return ids
  if (isSealed(value)) return ids.add(keyIdOf(value['~']))
  if (Array.isArray(value) && value.length > longList) for (const each of value) addIdsOf(each, ids)
  else if (Array.isArray(value) || value instanceof Set) for (const each of value) keyIdsIn(each, ids)
  else if (value instanceof Map) for (const [, each] of value) keyIdsIn(each, ids)
  else keyIdsInFields(value as Readonly<Record<string, unknown>>, ids)
  return ids
}

function addIdsOf(item: unknown, ids: Set<string>): void {
  if (item === null || typeof item !== 'object') return
  let found = idsOfItems.get(item)
  if (found === undefined) {
    found = [...keyIdsIn(item)]
    idsOfItems.set(item, found)
  }
  for (const id of found) ids.add(id)
}

function keyIdsInFields(fields: Readonly<Record<string, unknown>>, ids: Set<string>): void {
  for (const name in fields) {
    if (name === SEALED) for (const { token } of fields[name] as SealedGroup[]) ids.add(keyIdOf(token))
    else keyIdsIn(fields[name], ids)
  }
}
