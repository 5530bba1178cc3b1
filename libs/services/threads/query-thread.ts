/** The thread that answers lists, search, figures and the past. */
import { parentPort, workerData } from 'node:worker_threads'
import { business } from '#crm'
import { openClearStore, openForFollowing } from '#engines'
import { answering, closeAfterAnswer, serve, ThreadCaller } from '#operations/workers'
import { type AnswerDraft, type Question, type WrittenAnswer, writtenOf } from '#queries'
import type { ThreadStart } from './thread-start.js'

export interface QueryThreadStart extends ThreadStart {
  /** Of the read models that serve. */
  place: string
}

if (!parentPort) throw new Error('the query service runs as a thread of the program')
const start = workerData as QueryThreadStart
const main = new ThreadCaller(parentPort)
const { log, vault, openReadStore } = await openForFollowing(start.engines)
const calls = await answering({
  ...business,
  ...{ log, vault },
  store: await openReadStore({ place: start.place, readOnly: true }),
  clear: await openClearStore(start.engines, { place: start.place, readOnly: true }),
  clock: () => new Date(),
  locale: start.locale,
  accessLog: { find: (filter) => main.call('findAccesses', filter) },
})
serve(parentPort, {
  ...calls,
  draft: async (question: Question, gone?: AbortSignal): Promise<AnswerDraft<WrittenAnswer>> => {
    const { answer, opened } = await calls.draft(question, gone)
    return { answer: writtenOf(answer), opened }
  },
  stop: () => calls.stop().then(() => closeAfterAnswer(parentPort)),
})
main.tell('opened')
await calls.warmUp()
