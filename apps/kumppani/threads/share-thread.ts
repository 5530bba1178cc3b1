/** The thread that folds one share of a rebuild into a file of its own, and ends with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { business } from '#crm'
import { openSqliteReadStore } from '#engines/sqlite'
import { crossing, foldingShare, type ShareToFold, ThreadCaller } from '#operations/workers'
import { openForReading, type ThreadFiles } from './opening.js'

export interface ShareThreadStart extends ThreadFiles, ShareToFold {
  /** Read models with their filings, and nothing else yet. */
  storeFile: string
  /** Where the share is put; there is nothing there. */
  shareFile: string
}

if (!parentPort) throw new Error('a share of a rebuild is folded as a thread of the program')
const { storeFile, shareFile, share, work, ...files } = workerData as ShareThreadStart
const main = new ThreadCaller(parentPort)
try {
  const { log, vault } = openForReading(files)
  const source = openSqliteReadStore({ file: storeFile, readOnly: true, log })
  const into = openSqliteReadStore({ file: shareFile, locale: files.locale, identity: files.identity })
  const onFolded = (events: number) => main.tell('folded', events)
  const done = await foldingShare({ ...business, log, vault, source, into, share, work, onFolded })
  for (const opened of [source, into, log, vault]) await opened.close()
  main.tell('done', done)
} catch (error) {
  main.tell('failed', crossing(error))
}
// What was told goes out first.
setImmediate(() => parentPort?.close())
