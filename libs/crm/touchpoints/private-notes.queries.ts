/** Who reads a private note, and how many there are: rare, counted, and shared in time. */
import { type Asking, all, holds, type Viewer } from '#kernel'
import { type PrivateNoteDocument, privateNotes } from './private-notes.view.js'

/** Whoever asks, when, and why. */
export interface PrivateReader {
  viewer: Viewer
  /** ISO instant that counts as now. */
  now: string
  reason?: string
}

/** Whether a private note's text may be opened: by its writer, by an auditor with a reason, and by all once it is shared. */
export function mayOpenPrivate(
  note: Pick<PrivateNoteDocument, 'writer' | 'sharedAt'>,
  { viewer, now, reason }: PrivateReader,
): boolean {
  if (note.writer === viewer.member || note.sharedAt <= now) return true
  return holds(viewer, ['auditor']) && reason !== undefined && reason.trim() !== ''
}

/**
 * Whether this reader may open what a touchpoint keeps private; for `asking.open(value, …)`. A
 * touchpoint that keeps nothing private answers false, which withholds nothing of it.
 */
export async function opensPrivate(
  touchpoint: string,
  ask: Pick<Asking, 'docs' | 'viewer' | 'now' | 'reason'>,
): Promise<boolean> {
  const note = await ask.docs.get(privateNotes, touchpoint)
  return note !== undefined && mayOpenPrivate(note, ask)
}

/** Private notes that are not shared yet, by writer; of one writer when named. */
export async function privateNotesByWriter(
  ask: Pick<Asking, 'docs' | 'now'>,
  writer?: string,
): Promise<Map<string, number>> {
  const own = writer === undefined ? undefined : { column: 'writer', eq: writer }
  // The instant itself is shared already.
  const kept = { not: { column: 'sharedAt', to: ask.now } }
  const counts = new Map<string, number>()
  let cursor: string | undefined
  do {
    const page = await ask.docs.find(privateNotes, { where: all(own, kept), limit: 500, cursor })
    for (const note of page.documents) counts.set(note.writer, (counts.get(note.writer) ?? 0) + 1)
    cursor = page.next
  } while (cursor !== undefined)
  return counts
}
