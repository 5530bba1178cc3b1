/** The thread that folds one share of a rebuild into a file of its own, and ends with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { openSqliteReadStore } from '#engines/sqlite'
import { loadReferences, ReferenceHolder, type Share } from '#kernel'
import { rebuildShare, type SharedWork } from '#projections'
import { sharedTables } from '#read-models'
import { crossing, ThreadCaller } from './calls.js'
import { openForReading, type ThreadFiles } from './opening.js'

export interface ShareThreadStart extends ThreadFiles {
  /** Read models with their filings, and nothing else yet. */
  storeFile: string
  /** Where the share is put; there is nothing there. */
  shareFile: string
  share: Share
  work: SharedWork
}

if (!parentPort) throw new Error('a share of a rebuild is folded as a thread of the program')
const { storeFile, shareFile, share, work, ...files } = workerData as ShareThreadStart
const main = new ThreadCaller(parentPort)
try {
  const { business, log, vault, openerOf } = openForReading(files)
  const source = openSqliteReadStore({ file: storeFile, readOnly: true, log })
  const into = openSqliteReadStore({ file: shareFile, locale: files.locale, identity: files.identity })
  await into.declare(sharedTables(business.registry), { unindexed: true })
  const references = new ReferenceHolder(business.registry.references)
  await loadReferences(references, { log, registry: business.registry, until: work.until })
  const onFolded = (events: number) => main.tell('folded', events)
  const done = await rebuildShare({ source, into, ...business, references, openerOf, share, work, onFolded })
  for (const opened of [source, into, log, vault]) await opened.close()
  main.tell('done', done)
} catch (error) {
  main.tell('failed', crossing(error))
}
// What was told goes out first.
setImmediate(() => parentPort?.close())
