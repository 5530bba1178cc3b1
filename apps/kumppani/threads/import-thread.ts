/** The thread that runs imports and undoes them, and has the main thread append what comes of them. */
import { parentPort, workerData } from 'node:worker_threads'
import { business, importTargets } from '#crm'
import { openForRecording, openReadStore, type WriterCalls } from '#engines'
import { importing } from '#operations/imports'
import { closeAfterAnswer, crossing, serve, ThreadCaller } from '#operations/workers'
import type { ThreadStart } from './thread-start.js'

export interface ImportThreadStart extends ThreadStart {
  /** Of the read models that serve. */
  storeFile: string
  /** Where files of imports lie. */
  folder: string
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
const { log, vault } = openForRecording(start.engines, writer)
const storeIn = (file: string) => openReadStore({ file, readOnly: true, log })
const calls = await importing({
  ...business,
  ...{ log, vault },
  store: storeIn(start.storeFile),
  clock: () => new Date(),
  locale: start.locale,
  folder: start.folder,
  targets: importTargets,
  onStopped: (error) => main.tell('importStopped', crossing(error)),
  onFailure: (error) => main.tell('failed', crossing(error)),
})
serve(parentPort, {
  ...calls,
  serveFrom: (file: string) => calls.serveFrom(storeIn(file)),
  stop: () => calls.stop().then(() => closeAfterAnswer(parentPort)),
})
main.tell('opened')
