/**
 * Loaded before the program, in each of its threads: told the name of a thread, whoever began it ends it as a failing
 * thread ends, or, where it has not begun, some time after it does.
 */
import { syncBuiltinESMExports } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import threads from 'node:worker_threads'

/** Which thread is to end, once, and how long after it began where it has not begun yet. */
export interface EndOfThread {
  name: string
  afterMs: number
}

const alive = new Map<string, threads.Worker>()
/** Threads that begin later hear of it as well, since they may be who begins the one that is to end. */
const coming = 'coming end of a thread'

threads.Worker = class extends threads.Worker {
  constructor(...of: ConstructorParameters<typeof threads.Worker>) {
    super(...of)
    const name = basename(of[0] instanceof URL ? fileURLToPath(of[0]) : of[0], '.js')
    alive.set(name, this)
    this.once('exit', () => alive.get(name) === this && alive.delete(name))
    const end = threads.getEnvironmentData(coming) as EndOfThread | undefined
    if (end?.name !== name) return
    threads.setEnvironmentData(coming, undefined)
    setTimeout(() => void this.terminate(), end.afterMs)
  }
}
syncBuiltinESMExports()

const told = new threads.BroadcastChannel('ends of threads')
const endOne = (end: EndOfThread) => {
  const found = alive.get(end.name)
  if (found) void found.terminate()
  else threads.setEnvironmentData(coming, end as never)
}
told.onmessage = (message) => endOne((message as { data: EndOfThread }).data)
told.unref()
if (threads.isMainThread) {
  process.on('message', (end: EndOfThread) => {
    told.postMessage(end)
    endOne(end)
  })
  process.channel?.unref()
}
