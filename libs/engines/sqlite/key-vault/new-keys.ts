/**
 * Makes keys, and lets callers that come together share one durable commit: an import that meets a
 * thousand new people waits for the disk once.
 */
import { randomBytes } from 'node:crypto'
import { type KeyOwner, type SealingKey, SubjectErased } from '#kernel'
import type { StoredKey } from './key-file.js'

interface Waiting {
  key: StoredKey
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
      this.waiting.push({ key: newKey(subject), resolve, reject })
    })
  }

  /** Turns away those who wait for a key of a subject that has just been erased. */
  refuse(subjects: KeyOwner[]): void {
    const isRefused = ({ key }: Waiting) => subjects.includes(key.subject)
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
    try {
      this.store(batch.map(({ key }) => key))
    } catch (error) {
      for (const { reject } of batch) reject(error)
      return
    }
    for (const { key, resolve } of batch) resolve({ id: key.id, bytes: key.bytes })
  }
}

/** 72 random bits are enough for an id: a repeat is refused by the file's unique index. */
function newKey(subject: KeyOwner): StoredKey {
  return { id: randomBytes(9).toString('base64url'), bytes: randomBytes(32), subject }
}
