/** A note that is being written: kept by this tab until the server has it, and sent again under the same key. */

export const noteKinds = ['note', 'phone-call', 'meeting', 'visit', 'email'] as const
export type NoteKind = (typeof noteKinds)[number]

export const starters = ['they', 'we-asked', 'we-unasked'] as const
export type Starter = (typeof starters)[number]

export interface Chosen {
  id: string
  name: string
}

export interface Draft {
  /** Of the request, the same however often it is sent. */
  key: string
  text: string
  kind: NoteKind
  /** Who began it; nobody says when absent. */
  startedBy?: Starter | undefined
  /** As typed; nothing for now. */
  when: string
  /** Name of the stream of the record that was looked at when it was begun. */
  here?: string
  /** Selling unit; the usual one of the writer when absent. */
  unit?: string
  /** Chosen by hand; guessed when absent, and `null` where the guess was wrong. */
  customer?: Chosen | null
  /** Chosen by hand beside those that are guessed. */
  people: readonly Chosen[]
  /** Ids of people that were guessed and were not meant. */
  notMeant: readonly string[]
}

const newDraft = (): Draft => ({
  key: crypto.randomUUID(),
  text: '',
  kind: 'note',
  when: '',
  people: [],
  notMeant: [],
})

const storedAs = (member: string): string => `kumppani-note-${member}`

/**
 * What this tab keeps of a member's note, or a new one.
 * @param here name of the stream of the record that is looked at: a note that was begun elsewhere stays with that
 */
export function draftOf(member: string, here: string | undefined): Draft {
  const kept = sessionStorage.getItem(storedAs(member))
  const draft = { ...newDraft(), ...(kept !== null && (JSON.parse(kept) as Partial<Draft>)) }
  return draft.text === '' ? { ...newDraft(), here } : draft
}

export function keep(draft: Draft, member: string): void {
  sessionStorage.setItem(storedAs(member), JSON.stringify(draft))
}

const writingAs = 'kumppani-writing'

/** A member has the sheet open in this tab. */
export const begun = (member: string): void => sessionStorage.setItem(writingAs, member)

/** It was closed by whoever wrote. */
export const left = (): void => sessionStorage.removeItem(writingAs)

/** Whether somebody was writing when the page went away, or the session ended. */
export const wasWriting = (): boolean => {
  const member = sessionStorage.getItem(writingAs)
  return member !== null && isWriting(member)
}

/** The same of a member. */
export const isWriting = (member: string): boolean =>
  sessionStorage.getItem(writingAs) === member && draftOf(member, undefined).text !== ''

/** Nothing is written any more. */
export function forget(member: string): void {
  sessionStorage.removeItem(storedAs(member))
}

/**
 * The server has a note: it is forgotten, and what was written meanwhile becomes a note of its own.
 * @returns whether nothing is left
 */
export function settle(member: string, sent: Draft): boolean {
  const kept = draftOf(member, sent.here)
  if (kept.text !== '' && (kept.key !== sent.key || kept.text !== sent.text)) {
    keep({ ...kept, key: kept.key === sent.key ? crypto.randomUUID() : kept.key }, member)
    return false
  }
  forget(member)
  return true
}

/** Guessed and chosen people, each once, without those that were not meant. */
export function peopleOf({ people, notMeant }: Draft, guessed: readonly Chosen[]): Chosen[] {
  const all = [...people, ...guessed.filter(({ id }) => !notMeant.includes(id))]
  return all.filter(({ id }, n) => all.findIndex((each) => each.id === id) === n)
}
