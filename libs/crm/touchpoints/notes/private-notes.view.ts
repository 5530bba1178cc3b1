/** Which private notes are there, whose, and from when on does everybody read them? Nothing of what they say. */
import { addDays, defineView, laterOf } from '#kernel'
import { privateNoteEvents, touchpointEvents } from '../touchpoint.events.js'

/** Days after which a private note is shared, unless its writer keeps it private once more. */
export const sharedAfterDays = 90

export interface PrivateNoteDocument {
  id: string
  customer: string
  unit?: string
  writer: string
  /** When it was written, whatever it is about. */
  writtenAt: string
  /** From this instant on everybody who reads the history reads it. */
  sharedAt: string
}

/** When a note is shared that was written, or kept private, at an instant: the same time of day, so many days later. */
export const sharedAfter = (instant: string): string =>
  `${addDays(instant.slice(0, 10), sharedAfterDays)}${instant.slice(10)}`

type Doc = PrivateNoteDocument

export const privateNotes = defineView<Doc>()({
  name: 'private-notes',
  version: 1,
  of: [privateNoteEvents],
  from: [touchpointEvents],
  on: {
    'touchpoint.private-note': (doc, { entity, customer, unit, actor, recordedAt }) => ({
      id: entity,
      customer,
      unit,
      writer: actor,
      writtenAt: doc?.writtenAt ?? recordedAt,
      sharedAt: doc?.sharedAt ?? sharedAfter(recordedAt),
    }),
    // What everybody has read is private no more.
    'touchpoint.kept-private': (doc, { recordedAt }) =>
      doc && recordedAt < doc.sharedAt ? { ...doc, sharedAt: laterOf(doc.sharedAt, sharedAfter(recordedAt)) } : doc,
  },
  columns: { customer: 'id', unit: 'id', writer: 'id', sharedAt: 'instant' },
  indexes: [['writer', 'sharedAt'], ['customer'], ['unit']],
})
