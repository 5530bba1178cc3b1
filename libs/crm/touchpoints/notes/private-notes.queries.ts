/** Who reads a private note, and how many there are: rare, counted, and shared in time. */
import { all, everyDocument, holds, type PrivateReader, type QueryContext } from '#kernel'
import { type PrivateNoteDocument, privateNotes } from './private-notes.view.js'

/**
 * Whether a private note's text may be opened: by its writer, by an auditor with a reason, and by all once
 * it is shared. One that was taken back is shared with nobody.
 */
export function mayOpenPrivate(
  { writer, sharedAt }: { writer?: string; sharedAt?: PrivateNoteDocument['sharedAt'] },
  { viewer, clock, reason }: Pick<PrivateReader, 'viewer' | 'clock' | 'reason'>,
): boolean {
  if (writer === viewer.member || (sharedAt !== undefined && sharedAt <= clock)) return true
  return holds(viewer, ['auditor']) && reason !== undefined && reason.trim() !== ''
}

/**
 * Whether this reader may open what a touchpoint keeps private; for `asking.open(value, …)`. It is
 * decided by the note as it is today, whatever moment is asked about.
 */
export async function opensPrivate(touchpoint: string, reader: PrivateReader): Promise<boolean> {
  const note = await reader.present.get(privateNotes, touchpoint)
  return mayOpenPrivate(note ?? { writer: await writerOf(touchpoint, reader) }, reader)
}

/** Who wrote a note that is taken back, or that no document knows of yet. */
async function writerOf(touchpoint: string, { journals }: PrivateReader): Promise<string | undefined> {
  const [first] = await journals.stream(`touchpoint-${touchpoint}`)
  return first?.metadata.actor
}

/** Private notes that are not shared yet, by writer; of one writer when named. */
export async function privateNotesByWriter(
  ask: Pick<QueryContext, 'documents' | 'nowIn'>,
  writer?: string,
): Promise<Map<string, number>> {
  const own = writer === undefined ? undefined : { column: 'writer', eq: writer }
  // The instant itself is shared already.
  const kept = { not: { column: 'sharedAt', to: ask.nowIn() } }
  const counts = new Map<string, number>()
  for await (const { writer: by } of everyDocument(ask.documents, privateNotes, { where: all(own, kept) }))
    counts.set(by, (counts.get(by) ?? 0) + 1)
  return counts
}
