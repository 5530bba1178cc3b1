/**
 * The port to the key vault: where the keys of data subjects live, apart from the log. Destroying
 * a key erases every copy of what it sealed, in the past as in the present.
 */
import type { Leases } from './leases.js'

/** Whom a key belongs to: `contact:<id>`, `customer:<id>`, `touchpoint:<id>`, `member:<id>`, `import:<id>`. */
export type KeyOwner = `${'contact' | 'customer' | 'touchpoint' | 'member' | 'import' | 'process'}:${string}`

export interface SealingKey {
  /** Opaque and short; stands in every token. */
  id: string
  /** 32 bytes for AES-256-GCM. */
  bytes: Buffer
}

/** Keys that were fetched for one answer or one batch, and looked up while it is made. */
export interface Keys {
  /**
   * The key's bytes; null once destroyed.
   * @throws KeyNotFetched when it was not fetched, or too long ago: that says nothing of whether it was destroyed
   * @throws KeyUnknown where there never was such a key
   */
  bytesOf(keyId: string): Buffer | null
  /** Whom a key that still stands belongs to; null and errors likewise. */
  subjectOf(keyId: string): KeyOwner | null
}

export interface KeyVault {
  /**
   * The current key of a subject, made if there is none. A new key is durable when this resolves.
   * @throws SubjectErased when the subject was erased: nothing may be sealed for it again
   */
  keyFor(subject: KeyOwner): Promise<SealingKey>
  /** The same of many, with one flush for all that are made; those of erased subjects are left out. */
  keysFor(subjects: Iterable<KeyOwner>): Promise<ReadonlyMap<KeyOwner, SealingKey>>
  /**
   * Keys by their ids, as they are now, for one answer or one batch. After `keysLastMs` they are fetched anew before use.
   * @param usage `usesAll` where hardly one of them will not be used: they may be looked up together
   */
  fetch(keyIds: Iterable<string>, usage?: { usesAll?: boolean }): Promise<Keys>
  /** Replaces a subject's key for what is sealed from now on; the old one stays readable until destroyed. */
  renew(subject: KeyOwner): Promise<SealingKey>
  /** Destroys all keys of a subject, durably, and writes that down where no restore overwrites it. Idempotent. */
  destroy(subject: KeyOwner): Promise<void>
  /** Destroys one key by its id, likewise. */
  destroyKey(keyId: string): Promise<void>
  /** Those of the subjects that were erased. */
  erasedOf(subjects: Iterable<KeyOwner>): Promise<ReadonlySet<KeyOwner>>
  /** All subjects ever erased, also those that only the list of erasures knows after a restore. */
  erasedSubjects(): Promise<readonly KeyOwner[]>
  /** 32 bytes that never change, for ids, claims and fingerprints by keyed hash. */
  hashKey(): Buffer
  /**
   * Tells other threads and caches which keys are gone, and waits for those that answer with a promise before the
   * destruction is done; returns a function that ends it.
   */
  onDestroyed(listener: DestroyedListener): () => void
  /** Where other processes open the same keys by themselves; absent where whoever destroys keys tells everybody. */
  readonly shared?: SharedKeys
  /** Writes a consistent copy of the keys to `file`; only for adapters that keep a file. */
  backup?(file: string): Promise<void>
  close(): Promise<void>
}

/** What is needed where nobody can tell all who hold keys: each follows the log, and says how far it has come. */
export interface SharedKeys {
  /** Beside the keys, so that whoever has these sees those. */
  readonly leases: Leases
  /** Keys that were destroyed elsewhere are held no longer. */
  forgetKeys(keyIds: string[]): void
}

export type DestroyedListener = (keyIds: string[]) => void | Promise<void>

/** So long may keys be held without a look at the vault: an erasure is true everywhere once this has passed. */
export const keysLastMs = 30_000

/** A fault of the program, never an erasure: what is shown as erased must be. */
export class KeyNotFetched extends Error {
  constructor(keyId: string) {
    super(`the key ${keyId} was not fetched before it was needed`)
    this.name = 'KeyNotFetched'
  }
}

/** The keys are not those that were sealed with: what cannot be opened for that was not erased. */
export class KeyUnknown extends Error {
  constructor(keyId: string) {
    super(`there never was a key ${keyId} among these: put back the newest copy of the keys that belong to this log`)
    this.name = 'KeyUnknown'
  }
}

export class SubjectErased extends Error {
  constructor() {
    super('this person was erased; nothing may be recorded about them under the old id')
    this.name = 'SubjectErased'
  }
}
