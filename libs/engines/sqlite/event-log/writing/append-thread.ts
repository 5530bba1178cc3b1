/** The thread that writes the file of a log, so that waiting for the disk keeps nobody else. */
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../settings.js'
import type { Append, Outcome } from './appender.js'
import { Committer } from './committer.js'

/** What came of a batch; of what SQLite says as much as tells why nothing was written. */
export type Written = { outcomes: Outcome[] } | { error: { message: string; errcode?: unknown } }

if (!parentPort) throw new Error('the log is written on a thread of the program')
const port = parentPort
const { file } = workerData as { file: string }
const db = openDatabase(file, false)
const committer = new Committer(db)

function written(batch: readonly Append[]): Written {
  try {
    return { outcomes: committer.commit(batch) }
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: unknown }
    return { error: { message, errcode } }
  }
}

port.on('message', (batch: readonly Append[] | 'close') => {
  if (batch !== 'close') return port.postMessage(written(batch))
  db.close()
  port.close()
})
