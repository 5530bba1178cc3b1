/**
 * The port to the key vault: where the keys of data subjects live, apart from the log. Destroying
 * a key erases every copy of what it sealed, in the past as in the present.
 */

/** Whom a key belongs to: `contact:<id>`, `customer:<id>`, `touchpoint:<id>`, `member:<id>`, `import:<id>`. */
export type KeyOwner = `${'contact' | 'customer' | 'touchpoint' | 'member' | 'import' | 'process'}:${string}`

export interface SealingKey {
  /** Opaque and short; stands in every token. */
  id: string
  /** 32 bytes for AES-256-GCM. */
  bytes: Buffer
}

export interface KeyVault {
  /**
   * The current key of a subject, made if there is none. A new key is durable when this resolves.
   * @throws SubjectErased when the subject was erased: nothing may be sealed for it again
   */
  keyFor(subject: KeyOwner): Promise<SealingKey>
  /** The key's bytes, or null once destroyed (or never known). Synchronous: it is on the path of every read. */
  bytesOf(keyId: string): Buffer | null
  /** Whom a key that still stands belongs to; null once destroyed. Synchronous, likewise. */
  subjectOf(keyId: string): KeyOwner | null
  /** Replaces a subject's key for what is sealed from now on; the old one stays readable until destroyed. */
  renew(subject: KeyOwner): Promise<SealingKey>
  /** Destroys all keys of a subject, durably, and writes that down where no restore overwrites it. Idempotent. */
  destroy(subject: KeyOwner): Promise<void>
  /** Destroys one key by its id, likewise. */
  destroyKey(keyId: string): Promise<void>
  isErased(subject: KeyOwner): boolean
  /** All subjects ever erased, also those that only the list of erasures knows after a restore. */
  erasedSubjects(): readonly KeyOwner[]
  /** 32 bytes that never change, for ids, claims and fingerprints by keyed hash. */
  hashKey(): Buffer
  /** Tells other threads and caches which keys are gone; returns a function that ends it. */
  onDestroyed(listener: (keyIds: string[]) => void): () => void
  /** Writes a consistent copy of the keys to `file`; only for adapters that keep a file. */
  backup?(file: string): Promise<void>
  close(): Promise<void>
}

export class SubjectErased extends Error {
  constructor() {
    super('this person was erased; nothing may be recorded about them under the old id')
    this.name = 'SubjectErased'
  }
}
