/**
 * Begins a replica set of one member and makes the users of Kumppani's processes, each with no more than it needs. Run
 * by mongosh as root, any number of times. Who signs in how is read from the URLs that the processes are given.
 */
const { readFileSync } = require('node:fs')

const set = process.env.REPLICA_SET
const kind = process.env.HOLDS
const database = process.env.DATABASE
const processes = ['recorder', 'projector', 'insights', 'relay']

try {
  rs.status()
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error
  rs.initiate({ _id: set, members: [{ _id: 0, host: process.env.MEMBER }] })
}
while (!db.hello().isWritablePrimary) sleep(200)

const on = (db, collection, actions) => ({ resource: { db, collection }, actions })
const anywhere = (actions) => on('', '', actions)
// Whoever answers hears from the server what was written.
const reading = ['find', 'changeStream', 'listCollections', 'listIndexes', 'collStats', 'dbStats']
const leases = (db) => on(db, 'leases', ['find', 'insert', 'update', 'createCollection'])

// By their cookies alone can sessions be used or read. The server removes those that have ended.
const sessions = (db) => on(db, 'sessions', ['find', 'insert', 'update', 'remove', 'createIndex', 'createCollection'])

const imports = ['imports.files', 'imports.chunks'].map((name) =>
  on(database, name, ['find', 'insert', 'update', 'remove', 'createIndex', 'createCollection']),
)

const privileges = {
  // Generations are databases of their own, named after the one of the URL, so their names are not known before.
  'read-models': {
    recorder: [anywhere(reading), leases(database), sessions(database), access(), ...imports],
    projector: [
      anywhere([...reading, 'insert', 'update', 'remove', 'createCollection', 'createIndex', 'dropIndex']),
      anywhere(['dropCollection', 'dropDatabase']),
      { resource: { cluster: true }, actions: ['listDatabases'] },
    ],
    insights: [anywhere(reading), leases(database), sessions(database), access()],
    relay: [anywhere(reading), leases(database)],
  },
  // Who follows destroys again what an older copy brought back, and says how far it has let go.
  keys: Object.fromEntries(
    processes.map((name) => [
      name,
      [
        on(database, '', [...reading, 'insert', 'update', 'createIndex', 'createCollection']),
        on(
          `${database}-erasures`,
          '',
          name === 'recorder' ? [...reading, 'insert', 'update', 'createCollection'] : reading,
        ),
      ],
    ]),
  ),
}

/** The access log: nobody changes or removes what stands in it. Its indexes are made by whoever opens it first. */
function access() {
  return on(database, 'access', ['find', 'insert', 'createIndex', 'createCollection'])
}

const admin = db.getSiblingDB('admin')
for (const name of processes) {
  const role = `kumppani-${kind}-${name}`
  const of = { privileges: privileges[kind][name], roles: [] }
  if (admin.getRole(role)) admin.updateRole(role, of)
  else admin.createRole({ role, ...of })
  const url = new URL(readFileSync(`/run/secrets/${name}-${kind}-url`, 'utf8').trim())
  const user = decodeURIComponent(url.username)
  const held = { pwd: decodeURIComponent(url.password), roles: [role] }
  if (admin.getUser(user)) admin.updateUser(user, held)
  else admin.createUser({ user, ...held })
}
print(`${kind}: begun`)
