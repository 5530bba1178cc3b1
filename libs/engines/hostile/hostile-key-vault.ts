/**
 * A key vault for tests that keeps every promise of the port in the least convenient way: it answers late, as one
 * over a network does, what was fetched stays as it was then, and whatever was not fetched is refused.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type DestroyedListener,
  KeyNotFetched,
  type KeyOwner,
  type Keys,
  KeyUnknown,
  type KeyVault,
  type SealingKey,
} from '#kernel'

interface Snapshot {
  bytes: Buffer | null
  subject: KeyOwner | null
}

function snapshotOf(id: string, keys: Keys): Snapshot | Error {
  try {
    return { bytes: keys.bytesOf(id), subject: keys.subjectOf(id) }
  } catch (error) {
    if (error instanceof KeyUnknown) return error
    throw error
  }
}

export class HostileKeyVault implements KeyVault {
  private calls = 0

  /** @param kept where the keys really are */
  constructor(private readonly kept: KeyVault) {}

  async fetch(keyIds: Iterable<string>): Promise<Keys> {
    const ids = [...keyIds]
    await this.late()
    const keys = await this.kept.fetch(ids)
    const fetched = new Map(ids.map((id) => [id, snapshotOf(id, keys)]))
    await this.late()
    const of = (id: string): Snapshot => {
      const found = fetched.get(id) ?? new KeyNotFetched(id)
      if (found instanceof Error) throw found
      return found
    }
    return { bytesOf: (id) => of(id).bytes, subjectOf: (id) => of(id).subject }
  }

  async keyFor(subject: KeyOwner): Promise<SealingKey> {
    await this.late()
    return this.kept.keyFor(subject)
  }

  async keysFor(subjects: Iterable<KeyOwner>): Promise<ReadonlyMap<KeyOwner, SealingKey>> {
    const asked = [...subjects]
    await this.late()
    return this.kept.keysFor(asked)
  }

  async renew(subject: KeyOwner): Promise<SealingKey> {
    await this.late()
    return this.kept.renew(subject)
  }

  async destroy(subject: KeyOwner): Promise<void> {
    await this.late()
    await this.kept.destroy(subject)
  }

  async destroyKey(keyId: string): Promise<void> {
    await this.late()
    await this.kept.destroyKey(keyId)
  }

  async erasedOf(subjects: Iterable<KeyOwner>): Promise<ReadonlySet<KeyOwner>> {
    const asked = [...subjects]
    await this.late()
    return this.kept.erasedOf(asked)
  }

  async erasedSubjects(): Promise<readonly KeyOwner[]> {
    await this.late()
    return this.kept.erasedSubjects()
  }

  hashKey(): Buffer {
    return this.kept.hashKey()
  }

  onDestroyed(listener: DestroyedListener): () => void {
    return this.kept.onDestroyed(listener)
  }

  close(): Promise<void> {
    return this.kept.close()
  }

  /** By one to three turns, so that answers overtake each other. */
  private async late(): Promise<void> {
    for (let turns = (this.calls++ % 3) + 1; turns > 0; turns--) await nextTurn()
  }
}
