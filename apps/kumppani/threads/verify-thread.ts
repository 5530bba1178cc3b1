/** The thread that holds the read models against a clean fold of the log. */
import { parentPort, workerData } from 'node:worker_threads'
import { business } from '#crm'
import { openSqliteReadStore } from '#engines/sqlite'
import { serve, verifying } from '#operations/workers'
import { openForReading, type ThreadFiles } from './opening.js'
import { sharesInFiles } from './shares.js'

export interface VerifyThreadStart extends ThreadFiles {
  storeFile: string
  /** Where the clean fold is put; removed by whoever asked. */
  cleanFile: string
}

if (!parentPort) throw new Error('a verification runs as a thread of the program')
const start = workerData as VerifyThreadStart

serve(parentPort, {
  verify: () => {
    const { log, vault } = openForReading(start)
    const { identity, locale } = start
    const kept = openSqliteReadStore({ file: start.storeFile, readOnly: true, log })
    kept.file.freeze()
    const clean = openSqliteReadStore({ file: start.cleanFile, locale, identity, log })
    return verifying({ ...business, log, vault, kept, clean, inShares: sharesInFiles(start, clean) })
  },
})
