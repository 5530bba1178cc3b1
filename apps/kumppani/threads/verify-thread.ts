/** The thread that holds the read models against a clean fold of the log. */
import { parentPort, workerData } from 'node:worker_threads'
import { business } from '#crm'
import { openForFollowing, openReadStore } from '#engines'
import { serve, verifying } from '#operations/workers'
import { sharesInFiles } from './shares.js'
import type { ThreadStart } from './thread-start.js'

export interface VerifyThreadStart extends ThreadStart {
  storeFile: string
  /** Where the clean fold is put; removed by whoever asked. */
  cleanFile: string
}

if (!parentPort) throw new Error('a verification runs as a thread of the program')
const start = workerData as VerifyThreadStart

serve(parentPort, {
  verify: () => {
    const { log, vault } = openForFollowing(start.engines)
    const { identity, locale } = start
    const kept = openReadStore({ file: start.storeFile, readOnly: true, log })
    const clean = openReadStore({ file: start.cleanFile, locale, identity, log })
    return verifying({ ...business, log, vault, kept, clean, inShares: sharesInFiles(start, clean) })
  },
})
