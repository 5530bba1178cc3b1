/** What rows of facts need besides the facts, found together: which private notes the reader opens, and what notes say in a sentence. */
import type { Fact, QueryContext } from '#kernel'
import { Gists } from './gists.js'
import { PrivateNotes } from './private-notes.js'

export interface NoteReadings {
  privateNotes: PrivateNotes
  gists: Gists
}

/** Asked for in one turn, so that both are read together. */
export async function noteReadings(ask: QueryContext<object>, facts: readonly Fact[]): Promise<NoteReadings> {
  const [privateNotes, gists] = await Promise.all([PrivateNotes.among(ask, facts), Gists.among(ask, facts)])
  return { privateNotes, gists }
}

/** Of the facts of both. */
export const readingsOfBoth = (one: NoteReadings, other: NoteReadings): NoteReadings => ({
  privateNotes: one.privateNotes.and(other.privateNotes),
  gists: one.gists.and(other.gists),
})
