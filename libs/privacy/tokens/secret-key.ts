/**
 * The form in which `node:crypto` takes keys fastest. Given plain bytes it prepares them anew in
 * every call, which costs three times as much as sealing a short text.
 */
import { createSecretKey, type KeyObject } from 'node:crypto'

const prepared = new WeakMap<Buffer, KeyObject>()

/** The prepared key, kept for as long as somebody holds these bytes, which must not change. */
export function secretKey(bytes: Buffer): KeyObject {
  const known = prepared.get(bytes)
  if (known !== undefined) return known
  const key = createSecretKey(bytes)
  prepared.set(bytes, key)
  return key
}
