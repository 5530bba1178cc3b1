/** The thread that folds one share of a rebuild into a file of its own, and ends with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { business } from '#crm'
import { openClearStore, openForFollowing } from '#engines'
import { crossing, foldingShare, type ShareToFold, ThreadCaller } from '#operations/workers'
import type { ThreadStart } from './thread-start.js'

export interface ShareThreadStart extends ThreadStart, ShareToFold {
  /** Read models with their filings, and nothing else yet. */
  place: string
  /** Where the share is put; there is nothing there. */
  sharePlace: string
}

if (!parentPort) throw new Error('a share of a rebuild is folded as a thread of the program')
const { place, sharePlace, share, work, ...begun } = workerData as ShareThreadStart
const main = new ThreadCaller(parentPort)
try {
  const { log, vault, openReadStore } = await openForFollowing(begun.engines)
  const source = await openReadStore({ place, readOnly: true })
  const empty = { place: sharePlace, locale: begun.locale, identity: begun.identity }
  const into = await openReadStore(empty)
  const clear = begun.keepsPlaintext ? await openClearStore(begun.engines, empty) : undefined
  const onFolded = (events: number) => main.tell('folded', events)
  const done = await foldingShare({ ...business, log, vault, source, into, clear, share, work, onFolded })
  for (const opened of [source, into, clear, log, vault]) await opened?.close()
  main.tell('done', done)
} catch (error) {
  main.tell('failed', crossing(error))
}
// What was told goes out first.
setImmediate(() => parentPort?.close())
