/**
 * A token: fields of one event about one subject, sealed together under that subject's key, in a
 * string that says which key and event it belongs to: `<keyId>.<eventId>.<type>.<sealed bytes>`.
 * Sealed bytes are base64url of iv (12) | ciphertext | tag (16), AES-256-GCM; what stands before
 * them is authenticated, so a token whose words were changed does not open.
 */
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto'
import { canonicalJson, type Json, type JsonObject, keyIdOf, type SealingKey } from '#kernel'
import { secretKey } from './secret-key.js'

/** The event whose fields are sealed. */
export interface SealedIn {
  eventId: string
  type: string
}

interface TokenParts extends SealedIn {
  keyId: string
  sealed: string
}

const algorithm = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16
const tagOptions = { authTagLength: tagLength }

// Random bytes are drawn for many tokens at once: a draw costs about as much as sealing a short text.
const ivPool = Buffer.allocUnsafe(ivLength * 256)
let ivOffset = ivPool.length

/** Seals fields, named by their paths, into a token. Synchronous, for loops over many events. */
export function sealFields(fields: JsonObject, key: SealingKey, { eventId, type }: SealedIn): string {
  if (eventId.includes('.') || eventId.includes('|')) throw new Error(`event id ${eventId} contains "." or "|"`)
  const plain = canonicalJson(fields)
  const sealed = Buffer.allocUnsafe(ivLength + Buffer.byteLength(plain) + tagLength)
  const iv = takeIv(sealed)
  const cipher = createCipheriv(algorithm, secretKey(key.bytes), iv, tagOptions)
  cipher.setAAD(Buffer.from(authenticated(key.id, eventId, type)))
  cipher.update(plain, 'utf8').copy(sealed, ivLength)
  cipher.final()
  cipher.getAuthTag().copy(sealed, sealed.length - tagLength)
  return `${key.id}.${eventId}.${type}.${sealed.toString('base64url')}`
}

/**
 * Opens a token with its key.
 * @returns the sealed fields by path
 * @throws Error naming the event, and nothing of the content, when the token or its key is not the one sealed with
 */
export function openFields(token: string, keyBytes: Buffer): Record<string, Json> {
  const { keyId, eventId, type, sealed } = partsOf(token)
  const bytes = Buffer.from(sealed, 'base64url')
  const tagStart = bytes.length - tagLength
  if (tagStart < ivLength) throw new Error(`a sealed text of event ${eventId} is cut off; restore it from a backup`)
  const decipher = createDecipheriv(algorithm, secretKey(keyBytes), bytes.subarray(0, ivLength), tagOptions)
  decipher.setAAD(Buffer.from(authenticated(keyId, eventId, type)))
  decipher.setAuthTag(bytes.subarray(tagStart))
  const plain = decipher.update(bytes.subarray(ivLength, tagStart))
  try {
    decipher.final()
  } catch {
    throw new Error(`a sealed text of event ${eventId} was altered since it was written; restore it from a backup`)
  }
  return JSON.parse(plain.toString('utf8'))
}

function partsOf(token: string): TokenParts {
  const keyId = keyIdOf(token)
  const eventEnd = token.indexOf('.', keyId.length + 1)
  // Event types contain dots themselves, so the last one ends the type.
  const typeEnd = token.lastIndexOf('.')
  if (eventEnd === -1 || typeEnd === eventEnd)
    throw new Error(`a sealed text under key ${keyId} does not name its event`)
  const eventId = token.slice(keyId.length + 1, eventEnd)
  return { keyId, eventId, type: token.slice(eventEnd + 1, typeEnd), sealed: token.slice(typeEnd + 1) }
}

function authenticated(keyId: string, eventId: string, type: string): string {
  return `${eventId}|${keyId}|${type}`
}

function takeIv(target: Buffer): Buffer {
  if (ivOffset === ivPool.length) {
    randomFillSync(ivPool)
    ivOffset = 0
  }
  ivPool.copy(target, 0, ivOffset, ivOffset + ivLength)
  ivOffset += ivLength
  return target.subarray(0, ivLength)
}
