/**
 * The master keys of the configuration, by which keys are wrapped before a server keeps them. The first is the current
 * one; others open what they wrapped until that is wrapped anew. Each is known by an id made of itself, so that a
 * wrong one is told from a missing one, and nobody has to name them.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { EnginesRefused } from '#kernel'

/** A key as it is kept: never in the clear. */
export interface WrappedKey {
  /** Id of the master key. */
  by: string
  /** base64url of nonce, ciphertext and tag. */
  wrapped: string
}

const algorithm = 'aes-256-gcm'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16
const idLength = 8
const [ofFile, inEnvironment] = ['KEYS_MASTER_KEY_FILE', 'KEYS_MASTER_KEY']
const allowed = 'master keys of 32 bytes each in base64, the current one first; "openssl rand -base64 32" makes one'

/**
 * The master keys of the environment as they are written there: in a file, one a line, or in the value itself, apart by
 * blanks; in a file, lines that begin with # are for people.
 * @throws EnginesRefused with one line, which holds nothing of them, when there is none, one is none, or both are set
 */
export function readMasterKeys(environment: Record<string, string | undefined>, from: string): string[] {
  const [file, value] = [ofFile, inEnvironment].map((name) => environment[name]?.trim() || undefined)
  if (file && value) refuse(`${ofFile} and ${inEnvironment} are both set; one of them says which master keys there are`)
  if (!file && !value) refuse(`KEYS_URL needs ${ofFile} or ${inEnvironment}: ${allowed}`)
  const text = file ? contentOf(resolve(from, file)) : (value ?? '')
  const written = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((each) => each !== '')
  if (written.length === 0 || !written.every(isMasterKey))
    refuse(`${file ? ofFile : inEnvironment} cannot be used; allowed: ${allowed}`)
  return written
}

/** @throws EnginesRefused when they are set where nothing is wrapped: it was meant otherwise */
export function refuseMasterKeys(environment: Record<string, string | undefined>): void {
  const set = [ofFile, inEnvironment].find((name) => environment[name]?.trim())
  if (set) refuse(`${set} is set, but no KEYS_URL: keys in a file of the data folder are not wrapped`)
}

export class MasterKeys {
  private readonly byId: ReadonlyMap<string, Buffer>
  /** Id of the one that wraps. */
  readonly current: string

  /** @param written as `readMasterKeys` gives them */
  constructor(written: readonly string[]) {
    const keys = written.map((each) => Buffer.from(each, 'base64'))
    this.byId = new Map(keys.map((key) => [idOf(key), key]))
    const [first = refuse(`${ofFile} names no master key`)] = this.byId.keys()
    this.current = first
  }

  get ids(): string[] {
    return [...this.byId.keys()]
  }

  /** @param about what it is and whose: wrapped, it is of no use for anything else */
  wrap(bytes: Buffer, about: string): WrappedKey {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv(algorithm, this.keyOf(this.current), nonce, { authTagLength: tagBytes })
    cipher.setAAD(Buffer.from(about))
    const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    return { by: this.current, wrapped: sealed.toString('base64url') }
  }

  /** @throws Error where the master key is missing, or the wrapped key is not what it is said to be: no erasure is that */
  unwrap({ by, wrapped }: WrappedKey, about: string): Buffer {
    const sealed = Buffer.from(wrapped, 'base64url')
    const decipher = createDecipheriv(algorithm, this.keyOf(by), sealed.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAAD(Buffer.from(about))
    decipher.setAuthTag(sealed.subarray(-tagBytes))
    try {
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
    } catch (error) {
      throw new Error('a key of KEYS_URL is not as it was wrapped: restore the newest copy of its database', {
        cause: error,
      })
    }
  }

  private keyOf(id: string): Buffer {
    const key = this.byId.get(id)
    if (!key) throw new Error(`keys of KEYS_URL are wrapped by the master key ${id}, which is none of those configured`)
    return key
  }
}

function isMasterKey(written: string): boolean {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(written) && Buffer.from(written, 'base64').length === keyBytes
}

function idOf(key: Buffer): string {
  return createHash('sha256').update('kumppani master key').update(key).digest('base64url').slice(0, idLength)
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return refuse(`${ofFile} names ${file}, which cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
}

function refuse(message: string): never {
  throw new EnginesRefused('badSetting', message)
}
