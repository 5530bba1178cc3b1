/** The embedded engines: log, read models, keys and copies of them in SQLite files. */
export * from './copies.js'
export * from './event-log/sqlite-event-log.js'
export * from './generations/generations.js'
export * from './key-vault/sqlite-key-vault.js'
export * from './read-store/sqlite-read-store.js'
