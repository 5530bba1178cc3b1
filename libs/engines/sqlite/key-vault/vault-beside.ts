/**
 * The keys as those have them who record beside the one that writes: looked up in the file, made and destroyed by
 * the one that writes.
 */
import {
  type DestroyedListener,
  type KeyOwner,
  type Keys,
  type KeyVault,
  type SealingKey,
  SubjectErased,
} from '#kernel'
import { Recent } from './recent.js'
import type { SqliteKeyVault } from './sqlite-key-vault.js'

/** Keys as they cross to another thread; those of erased subjects are left out. */
export interface HandedKeys {
  subjects: KeyOwner[]
  ids: string[]
  /** One after the other, `keyBytes` each. */
  bytes: Uint8Array
}

const keyBytes = 32

/** What the one that writes the keys does for others. */
export interface KeyWriting {
  keysFor(subjects: KeyOwner[]): Promise<HandedKeys>
  renew(subject: KeyOwner): Promise<HandedKeys>
  destroy(subject: KeyOwner): Promise<void>
  destroyKey(keyId: string): Promise<void>
  erasedSubjects(): Promise<readonly KeyOwner[]>
}

export function keyWritingOf(vault: KeyVault): KeyWriting {
  return {
    keysFor: async (subjects) => handed(await vault.keysFor(subjects)),
    renew: async (subject) => handed(new Map([[subject, await vault.renew(subject)]])),
    destroy: (subject) => vault.destroy(subject),
    destroyKey: (keyId) => vault.destroyKey(keyId),
    erasedSubjects: () => vault.erasedSubjects(),
  }
}

function handed(keys: ReadonlyMap<KeyOwner, SealingKey>): HandedKeys {
  const all = [...keys.values()]
  return { subjects: [...keys.keys()], ids: all.map(({ id }) => id), bytes: Buffer.concat(all.map((one) => one.bytes)) }
}

/** Keys that were sealed with lately, by whose they are: at most twice as many. */
const keysPerGeneration = 10_000

export class VaultBeside implements KeyVault {
  private readonly sealedWith = new Recent<KeyOwner, SealingKey>(keysPerGeneration)
  private readonly listeners = new Set<DestroyedListener>()
  /** Ends with those who were told of the last destruction. */
  private told: Promise<unknown> = Promise.resolve()

  /** @param read the same keys, read-only */
  constructor(
    private readonly read: SqliteKeyVault,
    private readonly writer: KeyWriting,
  ) {}

  async keyFor(subject: KeyOwner): Promise<SealingKey> {
    const key = (await this.keysFor([subject])).get(subject)
    if (!key) throw new SubjectErased()
    return key
  }

  async keysFor(subjects: Iterable<KeyOwner>): Promise<ReadonlyMap<KeyOwner, SealingKey>> {
    const keys = new Map<KeyOwner, SealingKey>()
    const missing: KeyOwner[] = []
    for (const subject of new Set(subjects)) {
      const known = this.sealedWith.get(subject)
      if (known) keys.set(subject, known)
      else missing.push(subject)
    }
    if (missing.length > 0) this.take(await this.writer.keysFor(missing), keys)
    return keys
  }

  async renew(subject: KeyOwner): Promise<SealingKey> {
    const keys = new Map<KeyOwner, SealingKey>()
    this.take(await this.writer.renew(subject), keys)
    return keys.get(subject) as SealingKey
  }

  private take({ subjects, ids, bytes }: HandedKeys, keys: Map<KeyOwner, SealingKey>): void {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (const [at, subject] of subjects.entries()) {
      const key = { id: ids[at] as string, bytes: all.subarray(at * keyBytes, (at + 1) * keyBytes) }
      keys.set(subject, key)
      this.sealedWith.set(subject, key)
    }
  }

  /** Keys that were destroyed elsewhere are held no longer. */
  forgetKeys(keyIds: string[]): void {
    // Whose they were is not looked for: it happens seldom, and the others are asked for again.
    this.sealedWith.clear()
    this.read.forgetKeys(keyIds)
    this.told = Promise.all([...this.listeners].map((listener) => listener(keyIds)))
  }

  async destroy(subject: KeyOwner): Promise<void> {
    await this.writer.destroy(subject)
    await this.told
  }

  async destroyKey(keyId: string): Promise<void> {
    await this.writer.destroyKey(keyId)
    await this.told
  }

  fetch(keyIds: Iterable<string>): Promise<Keys> {
    return this.read.fetch(keyIds)
  }

  erasedOf(subjects: Iterable<KeyOwner>): Promise<ReadonlySet<KeyOwner>> {
    return this.read.erasedOf(subjects)
  }

  erasedSubjects(): Promise<readonly KeyOwner[]> {
    return this.writer.erasedSubjects()
  }

  hashKey(): Buffer {
    return this.read.hashKey()
  }

  onDestroyed(listener: DestroyedListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  async close(): Promise<void> {
    this.sealedWith.clear()
    await this.read.close()
  }
}
