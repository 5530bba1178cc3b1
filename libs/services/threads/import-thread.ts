/** The thread that runs imports and undoes them, and has the main thread append what comes of them. */
import { parentPort, workerData } from 'node:worker_threads'
import { business, importTargets } from '#crm'
import { openForRecording, openLeases, type WriterCalls } from '#engines'
import { clockLeap } from '#operations'
import { importing } from '#operations/imports'
import { closeAfterAnswer, crossing, serve, ThreadCaller } from '#operations/workers'
import type { ThreadStart } from './thread-start.js'

export interface ImportThreadStart extends ThreadStart {
  /** Of the read models that serve. */
  place: string
  /** Whether the main thread appends and makes keys for it. */
  hasWriter: boolean
}

if (!parentPort) throw new Error('imports run as a thread of the program')
const start = workerData as ImportThreadStart
const main = new ThreadCaller(parentPort)
const writer: WriterCalls = {
  append: (appends) => main.call('append', appends),
  keysFor: (subjects) => main.call('keysFor', subjects),
  renew: (subject) => main.call('renew', subject),
  destroy: (subject) => main.call('destroy', subject),
  destroyKey: (keyId) => main.call('destroyKey', keyId),
  erasedSubjects: () => main.call('erasedSubjects'),
}
const { log, vault, importFiles, openReadStore } = await openForRecording(
  start.engines,
  start.hasWriter ? writer : undefined,
)
const storeIn = (place: string) => openReadStore({ place, readOnly: true })
const calls = await importing({
  ...business,
  ...{ log, vault },
  store: await storeIn(start.place),
  clock: () => new Date(),
  leap: clockLeap(start.clockChecked),
  locale: start.locale,
  files: importFiles,
  leases: await openLeases(start.engines),
  targets: importTargets,
  sharesLog: !start.hasWriter,
  onStopped: (error) => main.tell('importStopped', crossing(error)),
  onFailure: (error) => main.tell('failed', crossing(error)),
})
serve(parentPort, {
  ...calls,
  serveFrom: async (place: string) => calls.serveFrom(await storeIn(place)),
  stop: () => calls.stop().then(() => closeAfterAnswer(parentPort)),
})
main.tell('opened')
