/**
 * The key vault in MongoDB: any number of processes make and destroy keys there. None of them keeps keys beyond what
 * it fetched for an answer or a batch, and that no longer than `keysLastMs`; what the log says was destroyed is let
 * go of at once. Whatever it asks may be asked again: of a key made twice the later one counts, and nobody uses the other.
 */
import { createHmac } from 'node:crypto'
import {
  type DestroyedListener,
  type FollowedKeys,
  KeyNotFetched,
  type KeyOwner,
  type Keys,
  KeyUnknown,
  keysLastMs,
  type SealingKey,
  type SharedKeys,
  SubjectErased,
} from '#kernel'
import { MongoLeases } from '../leases/mongo-leases.js'
import { MongoConnection } from '../mongo-connection.js'
import { HashKey, wrappedByAnother } from './hash-key.js'
import { KeptErasures } from './kept-erasures.js'
import { isStanding, KeptKeys, type KeptSubject } from './kept-keys.js'
import { MasterKeys } from './master-keys.js'
import { rewrapKeys } from './rewrapping.js'

export interface MongoVaultOptions {
  /** `mongodb://…/<database>`; what was erased stands in `<database>-erasures` beside it. */
  url: string
  /** As `readMasterKeys` gives them. */
  masterKeys: readonly string[]
  /** Whether keys are begun where there are none: not beside a log that was sealed under others. */
  mayBegin?: boolean
  /** Milliseconds that never fall. */
  clock?: () => number
}

/** Racing makers of one key: the second look finds it. */
const mostLooks = 20

export class MongoKeyVault implements FollowedKeys {
  private readonly listeners = new Set<DestroyedListener>()
  /** Destroyed while this vault is open: what was fetched before is let go of. */
  private readonly gone = new Set<string>()
  readonly shared: SharedKeys

  private constructor(
    private readonly o: {
      connection: MongoConnection
      masterKeys: MasterKeys
      kept: KeptKeys
      erasures: KeptErasures
      hash: HashKey
      secret: Buffer
      clock: () => number
    },
    /** Whether they are the keys of a group that was begun before they were opened. */
    readonly holdsKeys: boolean,
  ) {
    this.shared = { leases: new MongoLeases(o.connection), forgetKeys: (keyIds) => this.forgetKeys(keyIds) }
  }

  /**
   * Whatever the list of erasures names is destroyed before this resolves.
   * @throws EnginesRefused, ReadStoreRefused in one line: no server, no keys, or a master key is missing
   */
  static async open({ url, masterKeys: written, mayBegin = false, clock = steadyMs }: MongoVaultOptions) {
    const masterKeys = new MasterKeys(written)
    const connection = await MongoConnection.open(url, { setting: 'KEYS_URL' })
    try {
      const kept = new KeptKeys(connection, masterKeys)
      const [hash, erasures] = [new HashKey(connection, masterKeys), new KeptErasures(connection)]
      const { bytes: secret, isBegun } = await connection.asking(async () => {
        const opened = await hash.open({ mayBegin })
        await kept.makeIndexes()
        await requireMasterKeys(kept, masterKeys)
        await erasures.destroyAgain(kept, kept)
        return opened
      })
      return new MongoKeyVault({ connection, masterKeys, kept, erasures, hash, secret, clock }, isBegun)
    } catch (error) {
      await connection.close()
      throw error
    }
  }

  /** As of keys in a file: see there. */
  get identity(): string {
    return createHmac('sha256', this.o.secret).update('identity').digest('base64url').slice(0, 22)
  }

  /** As of the hash key: see there. */
  markBegun(log: string): Promise<void> {
    return this.o.connection.asking(() => this.o.hash.markBegun(log))
  }

  async keyFor(subject: KeyOwner): Promise<SealingKey> {
    const key = (await this.keysFor([subject])).get(subject)
    if (!key) throw new SubjectErased()
    return key
  }

  async keysFor(subjects: Iterable<KeyOwner>): Promise<ReadonlyMap<KeyOwner, SealingKey>> {
    const { kept } = this.o
    const keys = new Map<KeyOwner, SealingKey>()
    let sought = [...new Set(subjects)]
    for (let looks = 0; sought.length > 0; looks++) {
      if (looks === mostLooks) throw new Error('keys that were made are not found in the database of KEYS_URL')
      const found = await this.o.connection.asking(() => kept.find(sought))
      const missing = new Map<KeyOwner, KeptSubject | undefined>()
      for (const subject of sought) {
        const key = this.standing(found.get(subject))
        if (key) keys.set(subject, key)
        else if (!found.get(subject)?.erased) missing.set(subject, found.get(subject))
      }
      const made = await this.o.connection.asking(() => kept.add(missing))
      for (const [subject, key] of made) keys.set(subject, key)
      sought = [...missing.keys()].filter((subject) => !made.has(subject))
    }
    return keys
  }

  async fetch(keyIds: Iterable<string>): Promise<Keys> {
    const { kept, clock } = this.o
    const sought = new Set(keyIds)
    // From before the server is asked: what it answers may be as old as that.
    const atMs = clock()
    const found = await this.o.connection.asking(() => kept.byIds([...sought]))
    const unwrapped = new Map<string, Buffer>()
    const keyOf = (keyId: string) => {
      if (!sought.has(keyId) || clock() - atMs >= keysLastMs) throw new KeyNotFetched(keyId)
      const key = found.get(keyId)
      if (!key) throw new KeyUnknown(keyId)
      return isStanding(key) && !this.gone.has(keyId) ? key : null
    }
    return {
      bytesOf: (keyId) => {
        const key = keyOf(keyId)
        const bytes = key && (unwrapped.get(keyId) ?? kept.unwrap(key, key.subject))
        if (bytes) unwrapped.set(keyId, bytes)
        return bytes
      },
      subjectOf: (keyId) => keyOf(keyId)?.subject ?? null,
    }
  }

  async renew(subject: KeyOwner): Promise<SealingKey> {
    const key = await this.o.connection.asking(() => this.o.kept.renew(subject))
    if (!key) throw new SubjectErased()
    return key
  }

  async destroy(subject: KeyOwner): Promise<void> {
    await this.o.connection.asking(() => this.o.erasures.write({ subject }))
    await this.letGo(await this.o.connection.asking(() => this.o.kept.erase(subject)))
  }

  async destroyKey(keyId: string): Promise<void> {
    await this.o.connection.asking(() => this.o.erasures.write({ key: keyId }))
    await this.o.connection.asking(() => this.o.kept.destroy([keyId]))
    await this.letGo([keyId])
  }

  async erasedOf(subjects: Iterable<KeyOwner>): Promise<ReadonlySet<KeyOwner>> {
    const found = await this.o.connection.asking(() => this.o.kept.find([...new Set(subjects)]))
    return new Set([...found.values()].filter(({ erased }) => erased).map(({ _id }) => _id))
  }

  erasedSubjects(): Promise<readonly KeyOwner[]> {
    return this.o.connection.asking(() => this.o.erasures.subjects())
  }

  hashKey(): Buffer {
    return this.o.secret
  }

  onDestroyed(listener: DestroyedListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  forgetKeys(keyIds: string[]): void {
    for (const id of keyIds) this.gone.add(id)
  }

  /**
   * Wraps by the current master key whatever another has wrapped, while everything goes on; broken off, it is gone on
   * with by the next.
   * @returns how many keys that were
   */
  async rewrap(): Promise<number> {
    const { kept, masterKeys, hash } = this.o
    return this.o.connection.asking(async () => (await rewrapKeys(kept, masterKeys)) + Number(await hash.rewrap()))
  }

  close(): Promise<void> {
    return this.o.connection.close()
  }

  private standing(subject: KeptSubject | undefined): SealingKey | undefined {
    const last = subject?.keys.at(-1)
    if (!subject || subject.erased || !isStanding(last) || this.gone.has(last.id)) return undefined
    const bytes = this.o.kept.unwrap(last, subject._id)
    return bytes ? { id: last.id, bytes } : undefined
  }

  private async letGo(keyIds: string[]): Promise<void> {
    this.forgetKeys(keyIds)
    await Promise.all([...this.listeners].map((listener) => listener(keyIds)))
  }
}

const steadyMs = (): number => performance.now()

/** @throws EnginesRefused where a key could not be opened: that would be found when somebody asks for it */
async function requireMasterKeys({ subjects }: KeptKeys, masterKeys: MasterKeys): Promise<void> {
  const missing = (await subjects.distinct('keys.by')).filter((by) => by !== undefined && !masterKeys.ids.includes(by))
  if (missing.length > 0) throw wrappedByAnother(missing as string[], masterKeys)
}
