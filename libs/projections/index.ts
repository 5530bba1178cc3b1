/** From the log to the read models: the projector, the rebuild in shares, parking, and what they are held against. */
export * from './clear/clear-follower.js'
export * from './fold/share-fold.js'
export * from './folding-rules.js'
export * from './parking.js'
export * from './projector.js'
export * from './rebuild.js'
export * from './rebuild-share.js'
export * from './verify.js'
