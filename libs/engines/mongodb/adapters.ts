/** All adapters to MongoDB. Whoever opens one loads this file when it does: the driver takes memory in every thread. */
export { MongoAccessEntries } from './access-entries/mongo-access-entries.js'
export { MongoGenerations } from './generations/mongo-generations.js'
export { MongoImportFiles } from './import-files/mongo-import-files.js'
export { MongoKeyVault } from './key-vault/mongo-key-vault.js'
export { MongoLeases } from './leases/mongo-leases.js'
export { MongoConnection } from './mongo-connection.js'
export { type MongoReadStoreOptions, openMongoReadStore } from './read-store/mongo-read-store.js'
export { MongoSessions } from './sessions/mongo-sessions.js'
