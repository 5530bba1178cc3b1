/** What answers read: the read models of a generation and their plaintext, which others write. */
import { type OpenClearStore, type OpenForWriting, type OpenReadStore, openClearStore } from '#engines'
import type { ThreadStart } from '../threads/thread-start.js'

export interface Served {
  store: OpenReadStore
  clear: OpenClearStore
}

/** @param place of a generation that is written already */
export async function openServed(
  place: string,
  { written, start }: { written: Pick<OpenForWriting, 'openReadStore'>; start: Pick<ThreadStart, 'engines'> },
): Promise<Served> {
  const at = { place, readOnly: true }
  return { store: await written.openReadStore(at), clear: await openClearStore(start.engines, at) }
}

/** There may be something new in them. */
export function notifyServed({ store, clear }: Served): void {
  for (const each of [store, clear]) each.notify()
}

export async function closeServed({ store, clear }: Served): Promise<void> {
  for (const each of [clear, store]) await each.close()
}
