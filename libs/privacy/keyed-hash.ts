/**
 * Ids, claims and fingerprints that only the holder of the vault's hash key can compute: whoever
 * reads the log cannot test it for a name or an address by hashing guesses.
 */
import { hash } from 'node:crypto'
import { canonicalJson, type JsonObject } from '#kernel'

const crockford = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * HMAC-SHA-256 over the parts, each preceded by its length in bytes, so that `('ab', 'c')` and
 * `('a', 'bc')` differ.
 * @returns 32 bytes
 */
export function keyedHash(key: Buffer, ...parts: string[]): Buffer {
  const { inner, outer } = padsOf(key)
  let most = blockBytes
  for (const part of parts) most += lengthBytes + bytesPerUnit * part.length
  const message = most <= scratch.length ? scratch : Buffer.allocUnsafe(most)
  let at = inner.copy(message)
  for (const part of parts) {
    const bytes = message.write(part, at + lengthBytes)
    message.writeUInt32BE(bytes, at)
    at += lengthBytes + bytes
  }
  // A digest as text costs a third of one as a buffer of its own.
  outer.write(hash('sha256', message.subarray(0, at), 'hex'), blockBytes, 'hex')
  return Buffer.from(hash('sha256', outer, 'hex'), 'hex')
}

/** Most messages fit; nothing of one is left to another, since each is hashed before the next is written. */
const scratch = Buffer.allocUnsafe(4096)
const lengthBytes = 4
/** Of UTF-8, for one of UTF-16. */
const bytesPerUnit = 3
const blockBytes = 64
const digestBytes = 32

interface Pads {
  inner: Buffer
  /** With room for the digest that is mixed with it. */
  outer: Buffer
}
const padsByKey = new WeakMap<Buffer, Pads>()

/** The key as RFC 2104 mixes it in. Two hashes in one call each cost a third of an Hmac object. */
function padsOf(key: Buffer): Pads {
  const known = padsByKey.get(key)
  if (known) return known
  const padded = Buffer.alloc(blockBytes)
  key.copy(padded)
  const outer = Buffer.alloc(blockBytes + digestBytes)
  for (const [at, byte] of padded.entries()) outer[at] = byte ^ 0x5c
  const pads = { inner: Buffer.from(padded.map((byte) => byte ^ 0x36)), outer }
  padsByKey.set(key, pads)
  return pads
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
