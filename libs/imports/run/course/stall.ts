/** Tells in an import's own stream that it cannot go on, so that whoever waits for it need not wait for ever. */
import { DomainError, RevisionConflict, type Viewer } from '#kernel'
import { FilesGone } from '../files/import-files.js'
import type { ImportPorts } from '../ports.js'
import { ImportStream, type Stall } from './import-stream.js'

const teller: Viewer = { member: 'system:imports', grants: [] }

/** Says it once, and only of an import that is under way. */
export async function tellStall(id: string, reason: Stall, ports: ImportPorts): Promise<void> {
  const stream = await ImportStream.load(ports, id)
  const { course, stalled } = stream.state
  if ((course !== 'running' && course !== 'undoing') || stalled === reason) return
  await stream.append([{ type: 'import.stalled', data: { reason } }], teller)
}

/** The same steps; what they throw is told before it goes on. A conflict means that another process has the import in hand. */
export async function* tellingStalls<T>(id: string, steps: AsyncGenerator<T>, ports: ImportPorts): AsyncGenerator<T> {
  try {
    yield* steps
  } catch (error) {
    // Where the log itself takes nothing, what was thrown first says more.
    if (!(error instanceof RevisionConflict)) await tellStall(id, stallOf(error), ports).catch(() => undefined)
    throw error
  }
}

function stallOf(error: unknown): Stall {
  if (error instanceof FilesGone) return 'files-gone'
  return error instanceof DomainError && error.kind === 'forbidden' ? 'not-allowed' : 'failed'
}
