/** The thread that writes the read models. */
import { parentPort, workerData } from 'node:worker_threads'
import { business } from '#crm'
import { openClearStore, openForFollowing, openLeases } from '#engines'
import { closeAfterAnswer, crossing, projecting, serve, ThreadCaller } from '#operations/workers'
import { sharesOf } from './shares.js'
import type { ThreadStart } from './thread-start.js'

export interface ProjectorThreadStart extends ThreadStart {
  /** Of the read models that it writes. */
  place: string
  /** Derive everything anew first. */
  rebuild: boolean
}

if (!parentPort) throw new Error('the projector runs as a thread of the program')
const start = workerData as ProjectorThreadStart
const main = new ThreadCaller(parentPort)
const { place, identity, locale, keepsPlaintext } = start
const { log, vault, openReadStore } = await openForFollowing(start.engines)
const store = await openReadStore({ place, locale, identity })
const clear = keepsPlaintext ? await openClearStore(start.engines, { place, locale, identity }) : undefined
const { calls } = await projecting({
  ...business,
  ...{ log, vault, store, clear, place },
  leases: await openLeases(start.engines),
  rebuild: start.rebuild
    ? {
        inShares: sharesOf(start, { place, store, clear }),
        onProgress: (progress) => main.tell('rebuilding', progress),
      }
    : undefined,
  onReferencesAnew: (reason) => main.tell('referencesAnew', reason),
  onWritten: () => main.tell('written'),
  onFailure: (error) => main.tell('failed', crossing(error)),
})
main.tell('opened')
serve(parentPort, { ...calls, stop: () => calls.stop().then(() => closeAfterAnswer(parentPort)) })
