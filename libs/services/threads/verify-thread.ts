/** The thread that holds the read models against a clean fold of the log. */
import { parentPort, workerData } from 'node:worker_threads'
import { business } from '#crm'
import { openClearStore, openForFollowing } from '#engines'
import { serve, verifying } from '#operations/workers'
import { sharesOf } from './shares.js'
import type { ThreadStart } from './thread-start.js'

export interface VerifyThreadStart extends ThreadStart {
  /** Of the read models that serve. */
  place: string
  /** Where the clean fold is put; removed by whoever asked. */
  cleanPlace: string
}

if (!parentPort) throw new Error('a verification runs as a thread of the program')
const start = workerData as VerifyThreadStart

serve(parentPort, {
  verify: async () => {
    const { place, cleanPlace, identity, locale, keepsPlaintext } = start
    const { log, vault, openReadStore } = await openForFollowing(start.engines)
    const own = { place, readOnly: true }
    const plaintextAt = async (at: Parameters<typeof openClearStore>[1]) =>
      keepsPlaintext ? await openClearStore(start.engines, at) : undefined
    const kept = { store: await openReadStore(own), clear: await plaintextAt(own) }
    const empty = { place: cleanPlace, locale, identity }
    const clean = { store: await openReadStore(empty), clear: await plaintextAt(empty) }
    const inShares = sharesOf(start, { place: cleanPlace, ...clean })
    return verifying({ ...business, log, vault, kept, clean, inShares })
  },
})
