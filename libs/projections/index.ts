/** From the log to the read models: the projector, the rebuild, and what they are held against. */
export * from './parking.js'
export * from './projector.js'
export * from './rebuild.js'
export * from './verify.js'
