/**
 * The thread that writes the read models: it derives a generation anew when told to, follows the log
 * from then on, and reports how far it has come.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { openSqliteReadStore } from '#engines/sqlite'
import { Projector, Rebuild, type RebuildOptions } from '#projections'
import { crossing, serve, ThreadCaller } from './calls.js'
import { openForReading, type ThreadFiles } from './opening.js'
import { sharesOnThreads } from './shares.js'

export interface ProjectorThreadStart extends ThreadFiles {
  storeFile: string
  /** Derive everything anew first. */
  rebuild: boolean
}

if (!parentPort) throw new Error('the projector runs as a thread of the program')
const start = workerData as ProjectorThreadStart
const main = new ThreadCaller(parentPort)
const { business, log, vault, openerOf } = openForReading(start)
const { identity, locale } = start
const store = openSqliteReadStore({ file: start.storeFile, locale, identity, log })
const stopping = new AbortController()

if (start.rebuild) {
  const inShares = sharesOnThreads(start, store)
  const onProgress: RebuildOptions['onProgress'] = (progress) => main.tell('rebuilding', progress)
  await new Rebuild({ log, store, ...business, openerOf, inShares, onProgress }).run()
}
const projector = new Projector({
  log,
  store,
  ...business,
  openerOf,
  onProgress: (position, partitions) => main.tell('progressed', position, partitions),
})
const from = await projector.open()
main.tell('opened', from)

const ended = projector.run(stopping.signal).then(
  () => undefined,
  (error: unknown) => main.tell('failed', crossing(error)),
)

serve(parentPort, {
  notify: () => log.notify(),
  keysDestroyed: (keyIds: string[]) => vault.forgetKeys(keyIds),
  parked: () => projector.parking.list(),
  retry: (partition: string) => projector.retry(partition),
  // A thread that was deriving while keys were destroyed has not heard of it.
  forget: (subjects: string[]) => {
    vault.forgetKeys(subjects.filter((id) => !id.includes(':')))
    return projector.forget(subjects)
  },
  stop: async () => {
    stopping.abort()
    log.notify()
    await ended
    await store.close()
    await log.close()
    await vault.close()
    // The answer to this call goes out first.
    setImmediate(() => parentPort?.close())
  },
})
