/** Sealing, opening with keys that are held for one answer, and ids and fingerprints under a key. */
export * from './derived-ids.js'
export * from './event-sealer.js'
export * from './held-keys.js'
export * from './keyed-hash.js'
export * from './letting-go.js'
export * from './met-keys.js'
export * from './opening.js'
export * from './sealing.js'
