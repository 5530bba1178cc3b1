/**
 * Ids, claims and fingerprints that only the holder of the vault's hash key can compute: whoever
 * reads the log cannot test it for a name or an address by hashing guesses.
 */
import { createHmac } from 'node:crypto'
import type { JsonObject } from '#kernel'
import { canonicalJson } from '#kernel/events/canonical.js'
import { secretKey } from './tokens/secret-key.js'

const crockford = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * HMAC-SHA-256 over the parts, each preceded by its length in bytes, so that `('ab', 'c')` and
 * `('a', 'bc')` differ.
 * @returns 32 bytes
 */
export function keyedHash(key: Buffer, ...parts: string[]): Buffer {
  const hmac = createHmac('sha256', secretKey(key))
  const length = Buffer.allocUnsafe(4)
  for (const part of parts) {
    length.writeUInt32BE(Buffer.byteLength(part))
    hmac.update(length)
    hmac.update(part)
  }
  return hmac.digest()
}

/** A UUID of RFC 9562 version 8 from the first 16 bytes: 122 bits of the hash. */
export function uuidFrom(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** 16 characters of Crockford's base 32 in lower case from the first 10 bytes: 80 bits of the hash. */
export function shortIdFrom(hash: Buffer): string {
  let text = ''
  for (const start of [0, 5]) {
    let bits = hash.readUIntBE(start, 5)
    let half = ''
    for (let digit = 0; digit < 8; digit++) {
      half = crockford.charAt(bits % 32) + half
      bits = Math.floor(bits / 32)
    }
    text += half
  }
  return text
}

/** What a command's body is recognised by when its id comes again: 22 base64url characters, 132 bits. */
export function fingerprintOf(key: Buffer, body: JsonObject): string {
  return keyedHash(key, 'fingerprint', canonicalJson(body)).toString('base64url').slice(0, 22)
}
