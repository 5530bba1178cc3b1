/** The program with its threads within reach: told the name of one, it ends that one as a failing thread ends. */
import { syncBuiltinESMExports } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import threads from 'node:worker_threads'

const known = new Map<string, threads.Worker>()

threads.Worker = class extends threads.Worker {
  constructor(...of: ConstructorParameters<typeof threads.Worker>) {
    super(...of)
    known.set(basename(fileURLToPath(of[0]), '.js'), this)
  }
}
syncBuiltinESMExports()
process.on('message', (name: string) => void known.get(name)?.terminate())
process.channel?.unref()
await import('../../../apps/kumppani/main.js')
