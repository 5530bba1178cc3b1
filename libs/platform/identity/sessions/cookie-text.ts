/**
 * The text of a session's cookie, and what is made of it: the name under which the session is kept, and the key that
 * seals what is kept. Neither leads back to the text or to the other, so that whoever reads what is kept learns nothing.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { IssuersWord } from './vouching.js'

const algorithm = 'aes-256-gcm'
const [textBytes, nameBytes, keyBytes, nonceBytes, tagBytes] = [32, 24, 32, 12, 16]

/** Of letters, digits, `-` and `_`. */
export const newCookieText = (): string => randomBytes(textBytes).toString('base64url')

export class CookieText {
  readonly name: string
  private readonly key: Buffer

  constructor(text: string) {
    const made = (of: string, bytes: number) =>
      Buffer.from(hkdfSync('sha256', text, '', `kumppani session ${of}`, bytes))
    this.name = made('name', nameBytes).toString('base64url')
    this.key = made('key', keyBytes)
  }

  /** @param issuer whose word it is: as another's it does not open */
  seal(word: IssuersWord, issuer: string): string {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv(algorithm, this.key, nonce, { authTagLength: tagBytes })
    cipher.setAAD(Buffer.from(issuer))
    const sealed = [nonce, cipher.update(JSON.stringify(word), 'utf8'), cipher.final(), cipher.getAuthTag()]
    return Buffer.concat(sealed).toString('base64url')
  }

  /** Undefined where it was sealed otherwise. */
  open(sealed: string, issuer: string): IssuersWord | undefined {
    const bytes = Buffer.from(sealed, 'base64url')
    if (bytes.length < nonceBytes + tagBytes) return undefined
    const decipher = createDecipheriv(algorithm, this.key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(issuer))
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    try {
      const opened = [decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]
      return JSON.parse(Buffer.concat(opened).toString()) as IssuersWord
    } catch {
      return undefined
    }
  }
}
