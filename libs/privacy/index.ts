/** Sealing, opening, and ids and fingerprints under a key. */
export * from './derived-ids.js'
export * from './event-sealer.js'
export * from './opening.js'
export * from './sealing.js'
