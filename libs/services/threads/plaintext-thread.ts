/** The thread that keeps plaintext beside whoever answers, where the read models are written elsewhere. */
import { parentPort, workerData } from 'node:worker_threads'
import { business } from '#crm'
import { openClearStore, openForFollowing, openLeases } from '#engines'
import { closeAfterAnswer, crossing, keepingPlaintext, serve, ThreadCaller } from '#operations/workers'
import type { ThreadStart } from './thread-start.js'

export interface PlaintextThreadStart extends ThreadStart {
  /** Of the read models that serve. */
  place: string
}

if (!parentPort) throw new Error('plaintext is kept on a thread of the program')
const { engines, place, identity, locale } = workerData as PlaintextThreadStart
const main = new ThreadCaller(parentPort)
const { log, vault, openReadStore } = await openForFollowing(engines)
const calls = await keepingPlaintext({
  ...business,
  ...{ log, vault },
  store: await openReadStore({ place, readOnly: true }),
  clear: await openClearStore(engines, { place, locale, identity }),
  leases: await openLeases(engines),
  onFailure: (error) => main.tell('failed', crossing(error)),
})
serve(parentPort, { ...calls, stop: () => calls.stop().then(() => closeAfterAnswer(parentPort)) })
main.tell('opened')
