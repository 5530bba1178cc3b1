/**
 * The key vault of an installation on one machine: a SQLite file of its own, apart from log and
 * read models, and the list of erasures beside it. One process writes; its other threads open the vault
 * read-only and are told which keys are gone.
 */
import { createHmac } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type DestroyedListener,
  KeyNotFetched,
  type KeyOwner,
  type Keys,
  type KeyVault,
  type SealingKey,
  SubjectErased,
} from '#kernel'
import { copyKeyFile } from './copy.js'
import { appendErasure, readErasures } from './erasures-log.js'
import { KeyFile, type StoredKey } from './key-file.js'
import { NewKeys } from './new-keys.js'
import { Recent } from './recent.js'

export interface SqliteVaultOptions {
  /** The keys, e.g. `data/keys.db`. Made if it is missing, unless read-only. */
  file: string
  /** The list of erasures, e.g. `data/erasures.log`. */
  erasuresFile: string
  /** For threads that only seal under existing keys and open. */
  readOnly?: boolean
}

/** Keys held in memory, by id and by subject: at most twice this many each, about 200 bytes apiece. */
const keysPerGeneration = 25_000
/** After an erasure other threads' reads end in well under a millisecond; a foreign process may take longer. */
const emptyingAttempts = 100
const emptyingPauseMs = 50
const emptyingAtStartMs = 1000

/**
 * Opens the vault. Whatever the list of erasures names is destroyed before this returns (in a
 * read-only vault: hidden), so a restored backup is as erased as what it replaced.
 * @throws Error in one line when the file or the list cannot be used
 */
export function openSqliteVault(options: SqliteVaultOptions): SqliteKeyVault {
  return new SqliteKeyVault(options)
}

export class SqliteKeyVault implements KeyVault {
  private readonly keys: KeyFile
  private readonly newKeys: NewKeys
  private readonly secret: Buffer
  private readonly recentById = new Recent<string, Buffer>(keysPerGeneration)
  private readonly recentBySubject = new Recent<KeyOwner, SealingKey>(keysPerGeneration)
  private readonly recentSubjects = new Recent<string, KeyOwner>(keysPerGeneration)
  private readonly gone = new Set<string>()
  private readonly erased = new Set<KeyOwner>()
  private readonly listeners = new Set<DestroyedListener>()
  private copying: Promise<void> = Promise.resolve()

  constructor(private readonly options: SqliteVaultOptions) {
    const erasures = readErasures(options.erasuresFile)
    for (const { subject, keys } of erasures) {
      if (subject !== undefined) this.erased.add(subject)
      for (const id of keys) this.gone.add(id)
    }
    this.keys = KeyFile.open(options.file, options.readOnly === true)
    if (!options.readOnly) this.destroyAgain()
    for (const subject of this.keys.erased()) this.erased.add(subject)
    this.secret = this.keys.hashKey()
    this.newKeys = new NewKeys((made) => this.store(made))
  }

  /** Which group's keys these are, said so that nobody learns anything of the keys: all files of the group carry it. */
  get identity(): string {
    return createHmac('sha256', this.secret).update('identity').digest('base64url').slice(0, 22)
  }

  /** Whether any key was ever made. */
  get holdsKeys(): boolean {
    return this.keys.holdsKeys
  }

  /** What is destroyed after that is gone from these keys at once: they are looked up when they are needed. */
  async fetch(keyIds: Iterable<string>, { usesAll = false } = {}): Promise<Keys> {
    const fetched = new Set(keyIds)
    if (usesAll) this.lookUp([...fetched].slice(0, keysPerGeneration))
    const require = (keyId: string): string => {
      if (fetched.has(keyId)) return keyId
      throw new KeyNotFetched(keyId)
    }
    return {
      bytesOf: (keyId) => this.bytesOf(require(keyId)),
      subjectOf: (keyId) => this.subjectOf(require(keyId)),
    }
  }

  async keyFor(subject: KeyOwner): Promise<SealingKey> {
    const known = this.standing(subject)
    if (known !== undefined) return known
    this.refuseErased(subject)
    return this.make(subject)
  }

  async keysFor(subjects: Iterable<KeyOwner>): Promise<ReadonlyMap<KeyOwner, SealingKey>> {
    const keys = new Map<KeyOwner, SealingKey>()
    const sought: KeyOwner[] = []
    for (const subject of new Set(subjects)) {
      const known = this.recentOf(subject)
      if (known !== undefined) keys.set(subject, known)
      else if (!this.isErased(subject)) sought.push(subject)
    }
    const making: Promise<unknown>[] = []
    for (const [at, stored] of this.keys.newestOfAll(sought).entries()) {
      const subject = sought[at] as KeyOwner
      if (this.stands(stored)) keys.set(subject, this.remember(stored))
      else making.push(this.make(subject).then((key) => keys.set(subject, key), unlessErased))
    }
    await Promise.all(making)
    return keys
  }

  async renew(subject: KeyOwner): Promise<SealingKey> {
    this.refuseErased(subject)
    this.refuseReadOnly()
    return this.newKeys.another(subject)
  }

  bytesOf(keyId: string): Buffer | null {
    const recent = this.recentById.get(keyId)
    if (recent !== undefined) return recent
    if (this.gone.has(keyId)) return null
    const stored = this.keys.byId(keyId)
    if (stored === null || this.erased.has(stored.subject)) return null
    this.recentById.set(keyId, stored.bytes)
    return stored.bytes
  }

  /** Has the bytes of keys at hand, as if each had been asked for. */
  private lookUp(keyIds: readonly string[]): void {
    const sought = keyIds.filter((id) => this.recentById.get(id) === undefined && !this.gone.has(id))
    for (const { id, subject, bytes } of sought.length > 0 ? this.keys.byIds(sought) : [])
      if (!this.erased.has(subject)) this.recentById.set(id, bytes)
  }

  subjectOf(keyId: string): KeyOwner | null {
    const known = this.recentSubjects.get(keyId)
    if (known !== undefined) return this.gone.has(keyId) ? null : known
    const stored = this.gone.has(keyId) ? null : this.keys.byId(keyId)
    if (stored === null || this.erased.has(stored.subject)) return null
    this.recentSubjects.set(keyId, stored.subject)
    return stored.subject
  }

  async destroy(subject: KeyOwner): Promise<void> {
    this.refuseReadOnly()
    const keys = this.keys.liveIdsOf(subject)
    if (!this.isErased(subject) || keys.length > 0) this.writeDown({ subject, keys })
    this.erased.add(subject)
    await this.destroyStored(keys, [subject])
  }

  async destroyKey(keyId: string): Promise<void> {
    this.refuseReadOnly()
    if (!this.gone.has(keyId)) this.writeDown({ keys: [keyId] })
    await this.destroyStored([keyId], [])
  }

  isErased(subject: KeyOwner): boolean {
    // Who writes knows every erasure; others hear of one that was made elsewhere from the file.
    return this.erased.has(subject) || (this.options.readOnly === true && this.keys.isErased(subject))
  }

  async erasedOf(subjects: Iterable<KeyOwner>): Promise<ReadonlySet<KeyOwner>> {
    return new Set([...subjects].filter((subject) => this.isErased(subject)))
  }

  async erasedSubjects(): Promise<readonly KeyOwner[]> {
    return [...this.erased]
  }

  hashKey(): Buffer {
    return this.secret
  }

  onDestroyed(listener: DestroyedListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** For a thread's read-only vault: drops keys that the writing vault has destroyed (see `onDestroyed`). */
  forgetKeys(keyIds: string[]): void {
    for (const id of keyIds) {
      this.gone.add(id)
      this.recentById.delete(id)
    }
  }

  /** Writes a consistent copy to `file` without stopping readers or writers; whole and on disk when this resolves. */
  async backup(file: string): Promise<void> {
    const copy = this.copying.then(() => copyKeyFile(this.options.file, file))
    this.copying = copy.catch(() => undefined)
    await copy
  }

  async close(): Promise<void> {
    this.newKeys.flush()
    await this.copying
    this.recentById.clear()
    this.recentBySubject.clear()
    this.keys.close()
  }

  /** The key that a subject has, unless it was erased. */
  private standing(subject: KeyOwner): SealingKey | undefined {
    const recent = this.recentOf(subject)
    if (recent !== undefined || this.isErased(subject)) return recent
    const stored = this.keys.newestOf(subject)
    return this.stands(stored) ? this.remember(stored) : undefined
  }

  private recentOf(subject: KeyOwner): SealingKey | undefined {
    const recent = this.recentBySubject.get(subject)
    return recent !== undefined && !this.gone.has(recent.id) ? recent : undefined
  }

  private stands(stored: StoredKey | null): stored is StoredKey {
    return stored !== null && !this.gone.has(stored.id)
  }

  private make(subject: KeyOwner): Promise<SealingKey> {
    this.refuseReadOnly()
    return this.newKeys.shared(subject)
  }

  private store(made: StoredKey[]): void {
    this.keys.add(made)
    for (const key of made) this.remember(key)
  }

  private remember({ id, bytes, subject }: StoredKey): SealingKey {
    const key = { id, bytes }
    this.recentById.set(id, bytes)
    this.recentBySubject.set(subject, key)
    return key
  }

  private destroyAgain(): void {
    const destroyed = this.keys.destroy([...this.gone], [...this.erased])
    const isEmpty = this.keys.emptyWriteAheadLog(emptyingAtStartMs)
    if (destroyed > 0 && !isEmpty) throw new Error(this.stillInTheLog())
  }

  private writeDown(erasure: { subject?: KeyOwner; keys: string[] }): void {
    appendErasure(this.options.erasuresFile, { ...erasure, at: new Date().toISOString() })
  }

  private async destroyStored(keyIds: string[], subjects: KeyOwner[]): Promise<void> {
    // Hidden at once: the erasure is written down, so it holds even if the file cannot be changed now.
    this.forgetKeys(keyIds)
    this.newKeys.refuse(subjects)
    for (const subject of subjects) this.recentBySubject.delete(subject)
    this.keys.destroy(keyIds, subjects)
    await Promise.all([...this.listeners].map((listener) => listener(keyIds)))
    await this.emptyWriteAheadLog()
  }

  private async emptyWriteAheadLog(): Promise<void> {
    await this.copying
    for (let attempt = 0; attempt < emptyingAttempts; attempt++) {
      if (this.keys.emptyWriteAheadLog(0)) return
      await delay(emptyingPauseMs)
    }
    throw new Error(this.stillInTheLog())
  }

  private stillInTheLog(): string {
    return `keys were destroyed, but ${this.options.file}-wal still holds them: end what else is reading the file and restart`
  }

  private refuseErased(subject: KeyOwner): void {
    if (this.isErased(subject)) throw new SubjectErased()
  }

  private refuseReadOnly(): void {
    if (this.options.readOnly) {
      throw new Error(`key vault ${this.options.file} is open read-only here; make and destroy keys in the main thread`)
    }
  }
}

/** Somebody who is erased while their key is made is left out like others who were erased. */
function unlessErased(error: unknown): void {
  if (!(error instanceof SubjectErased)) throw error
}
