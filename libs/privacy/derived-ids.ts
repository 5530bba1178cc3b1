/** Ids and fingerprints by keyed hash, as dispatch wants them. */
import { randomUUID } from 'node:crypto'
import type { JsonObject, KeyedHash } from '#kernel'
import { fingerprintOf, keyedHash, shortIdFrom, uuidFrom } from './keyed-hash.js'

/** @param key 32 bytes that never change */
export function derivedIds(key: Buffer): KeyedHash {
  return {
    uuid: (...parts) => uuidFrom(keyedHash(key, ...parts)),
    shortId: (...parts) => shortIdFrom(keyedHash(key, ...parts)),
    fingerprint: (body: JsonObject) => fingerprintOf(key, body),
    freshId: () => randomUUID(),
  }
}
