/**
 * Makes keys, and lets callers that come together share one durable commit: an import that meets a
 * thousand new people waits for the disk once.
 */
import { randomFillSync } from 'node:crypto'
import { type KeyOwner, type SealingKey, SubjectErased } from '#kernel'
import type { StoredKey } from './key-file.js'

interface Waiting {
  subject: KeyOwner
  resolve: (key: SealingKey) => void
  reject: (error: unknown) => void
}

export class NewKeys {
  private waiting: Waiting[] = []
  private readonly sharedBySubject = new Map<KeyOwner, Promise<SealingKey>>()

  /** @param store makes keys durable, all or none, before it returns */
  constructor(private readonly store: (keys: StoredKey[]) => void) {}

  /** One key for all who ask for this subject before the commit. Durable when it resolves. */
  shared(subject: KeyOwner): Promise<SealingKey> {
    const underway = this.sharedBySubject.get(subject)
    if (underway !== undefined) return underway
    const key = this.another(subject)
    this.sharedBySubject.set(subject, key)
    return key
  }

  /** A key of the caller's own, in the same commit as the others. */
  another(subject: KeyOwner): Promise<SealingKey> {
    if (this.waiting.length === 0) setImmediate(() => this.flush())
    return new Promise((resolve, reject) => {
      this.waiting.push({ subject, resolve, reject })
    })
  }

  /** Turns away those who wait for a key of a subject that has just been erased. */
  refuse(subjects: KeyOwner[]): void {
    const isRefused = ({ subject }: Waiting) => subjects.includes(subject)
    for (const each of this.waiting.filter(isRefused)) each.reject(new SubjectErased())
    this.waiting = this.waiting.filter((each) => !isRefused(each))
    for (const subject of subjects) this.sharedBySubject.delete(subject)
  }

  /** Commits what waits, now. Whoever waits learns of a failure. */
  flush(): void {
    const batch = this.waiting
    if (batch.length === 0) return
    this.waiting = []
    this.sharedBySubject.clear()
    const keys = newKeys(batch.map(({ subject }) => subject))
    try {
      this.store(keys)
    } catch (error) {
      for (const { reject } of batch) reject(error)
      return
    }
    for (const [index, { resolve }] of batch.entries()) {
      const { id, bytes } = keys[index] as StoredKey
      resolve({ id, bytes })
    }
  }
}

const idBytes = 9
const keyBytes = 32

/** Keys that are numbered by the last bytes of their ids. */
const mostNumbered = 65_536

/**
 * Keys from one draw: a draw costs about as much as sealing a short text. Their ids begin alike and are numbered, so
 * that those made together stand together in the file's index; 56 random bits are enough for the rest: a repeat is
 * refused by that index.
 */
function newKeys(subjects: readonly KeyOwner[]): StoredKey[] {
  const drawn = randomFillSync(Buffer.allocUnsafeSlow(idBytes + keyBytes * subjects.length))
  return subjects.map((subject, index) => {
    const at = idBytes + index * keyBytes
    if (index > 0 && index % mostNumbered === 0) randomFillSync(drawn, 0, idBytes)
    drawn.writeUInt16BE(index % mostNumbered, idBytes - 2)
    const id = drawn.toString('base64url', 0, idBytes)
    return { id, bytes: Buffer.from(drawn.subarray(at, at + keyBytes)), subject }
  })
}
