/** Starts the appending child, kills it without warning, and says what it had acknowledged. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface AcknowledgedAppend {
  stream: string
  /** Of the last event. */
  revision: number
  ids: string[]
  /** Of the last event. */
  position: number
}

/** Kills with SIGKILL after so many answers; more may have come until the signal arrived. */
export async function killAfter(file: string, answers: number): Promise<AcknowledgedAppend[]> {
  const program = new URL('./append-child.js', import.meta.url).pathname
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, file, '8'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const acknowledged: AcknowledgedAppend[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const [stream = '', revision = '', ids = '', position = '', end = ''] = line.split(' ')
    // The last line may be cut off in the middle: then its answer had not left the process.
    if (end !== '.') continue
    acknowledged.push({
      stream,
      revision: Number(revision),
      ids: ids.split(','),
      position: Number(position),
    })
    if (acknowledged.length === answers) child.kill('SIGKILL')
  }
  await exited
  return acknowledged
}
