/** Whether the read models of a data folder can serve, or why they are derived anew: they are the one thing that can be. */

import type { Position } from '#kernel'
import { openSqliteReadStore } from '../read-store/sqlite-read-store.js'
import type { Generation } from './generations.js'

interface Wanted {
  shape: string
  identity: string
  /** Of the log they are derived from. */
  head: Position
  /** Name of the checkpoint that says how far they are. */
  checkpoint: string
}

/** Undefined when they serve. */
export async function whyAnew(
  current: (Generation & { intact: boolean }) | undefined,
  { shape, identity, head, checkpoint }: Wanted,
): Promise<string | undefined> {
  if (current === undefined) return 'there are none'
  if (!current.intact) return 'the machine stopped while they were written'
  if (current.shape !== shape) return 'this version has others'
  try {
    const store = openSqliteReadStore({ file: current.file, readOnly: true, identity })
    const position = await store.checkpoint(checkpoint)
    await store.close()
    return position > head ? 'they know more than the log' : undefined
  } catch (error) {
    return (error as Error).message
  }
}
