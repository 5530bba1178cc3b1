/** The thread that writes the files of logs, so that waiting for the disk keeps nobody else. */
import type { DatabaseSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'
import { openDatabase } from '../settings.js'
import type { Append, Outcome } from './appender.js'
import { Committer } from './committer.js'

/** A batch for one file, or the word that nothing more comes for it. */
export type ForFile = { file: string } & ({ batch: readonly Append[] } | { ends: true })

/** What came of it; of what SQLite says as much as tells why nothing was written. */
export type Written = { file: string } & (
  | { outcomes: Outcome[] }
  | { error: { message: string; errcode?: unknown } }
  | { ended: true }
)

if (!parentPort) throw new Error('a log is written on a thread of the program')
const port = parentPort
const open = new Map<string, { db: DatabaseSync; committer: Committer }>()

function opened(file: string) {
  const known = open.get(file)
  if (known) return known
  const db = openDatabase(file, false)
  const opening = { db, committer: new Committer(db) }
  open.set(file, opening)
  return opening
}

function written({ file, batch }: { file: string; batch: readonly Append[] }): Written {
  try {
    return { file, outcomes: opened(file).committer.commit(batch) }
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: unknown }
    return { file, error: { message, errcode } }
  }
}

port.on('message', (message: ForFile) => {
  if ('batch' in message) return port.postMessage(written(message))
  const { file } = message
  open.get(file)?.db.close()
  open.delete(file)
  port.postMessage({ file, ended: true } satisfies Written)
})
