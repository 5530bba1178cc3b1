/** The thread that answers lists, search, figures and the past, so that recording never waits for them. */
import { parentPort, workerData } from 'node:worker_threads'
import { openSqliteReadStore } from '#engines/sqlite'
import { followReferences, loadReferences, ReferenceHolder, refuse, Waiting } from '#kernel'
import { QueryService, type Question, writtenOf } from '#queries'
import { serve, ThreadCaller } from './calls.js'
import { openForReading, type ThreadFiles } from './opening.js'

export interface QueryThreadStart extends ThreadFiles {
  storeFile: string
}

if (!parentPort) throw new Error('the query service runs as a thread of the program')
const start = workerData as QueryThreadStart
const main = new ThreadCaller(parentPort)
const { business, log, vault } = openForReading(start)
const store = openSqliteReadStore({ file: start.storeFile, readOnly: true, log })
const references = new ReferenceHolder(business.registry.references)
const projected = new Waiting()
const referred = new Waiting()
const stopping = new AbortController()

await loadReferences(references, { log, business })
const reached = (position: number) => referred.reach(position)
const followed = followReferences(references, { log, business, reached }, stopping.signal)
const queryService = new QueryService({
  business,
  log,
  store,
  vault,
  references,
  clock: () => new Date(),
  locale: start.locale,
  waitFor: async (position) => {
    const waited = await Promise.all([projected, referred].map((one) => one.wait(position, 10_000)))
    if (waited.includes(false)) refuse('not-yet-visible')
  },
  accessLog: {
    note: (opened) => main.call('noteAccess', opened),
    find: (filter) => main.call('findAccesses', filter),
  },
})

serve(parentPort, {
  ask: async (question: Question) => writtenOf(await queryService.ask(question)),
  progressed: (position: number) => projected.reach(position),
  notify: () => log.notify(),
  keysDestroyed: (keyIds: string[]) => vault.forgetKeys(keyIds),
  stop: async () => {
    stopping.abort()
    log.notify()
    await followed
    await store.close()
    await log.close()
    await vault.close()
    // The answer to this call goes out first.
    setImmediate(() => parentPort?.close())
  },
})
main.tell('opened')
