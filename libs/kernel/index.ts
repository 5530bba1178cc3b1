/** The vocabulary of Kumppani in one import. */
export * from './events/stored-event.js'
export * from './ports/event-log.js'
export * from './ports/key-vault.js'
export * from './ports/read-store.js'
