/** The thread that derives clean read models and compares them with those that serve, at one moment of theirs. */
import { parentPort, workerData } from 'node:worker_threads'
import { openSqliteReadStore } from '#engines/sqlite'
import { compareStores, Rebuild } from '#projections'
import { CHECKPOINT } from '#read-models'
import { serve } from './calls.js'
import { openForReading, type ThreadFiles } from './opening.js'
import { sharesOnThreads } from './shares.js'

export interface VerifyThreadStart extends ThreadFiles {
  storeFile: string
  /** Where the clean fold is put; removed by whoever asked. */
  cleanFile: string
}

if (!parentPort) throw new Error('a verification runs as a thread of the program')
const start = workerData as VerifyThreadStart

serve(parentPort, {
  verify: async () => {
    const { business, log, openerOf } = openForReading(start)
    const { identity, locale } = start
    const kept = openSqliteReadStore({ file: start.storeFile, readOnly: true, log })
    // The projector goes on, what is compared stays as it was.
    kept.file.freeze()
    const position = await kept.checkpoint(CHECKPOINT)
    const clean = openSqliteReadStore({ file: start.cleanFile, locale, identity, log })
    const inShares = sharesOnThreads(start, clean)
    await new Rebuild({ log, store: clean, ...business, openerOf, inShares, until: position }).run()
    return compareStores(kept, clean, { registry: business.registry, position })
  },
})
