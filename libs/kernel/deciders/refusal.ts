/** What is refused has a name: a stable code and a sentence a person understands. */

/** How a refusal is answered: 403, 404, 409, 422, or 503 where waiting a moment helps. */
export type RefusalKind = 'forbidden' | 'not-found' | 'conflict' | 'rule' | 'unavailable'

export interface RefusalDetails {
  [name: string]: unknown
}

/** A rule, a right or a conflict that stands against a command. Codes are stable; sentences are for people. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly sentence: string,
    readonly kind: RefusalKind = 'rule',
    readonly details: RefusalDetails = {},
  ) {
    super(sentence)
    this.name = 'DomainError'
  }
}

/** Code → kind and sentence, as one slice states its refusals. */
export type RefusalTexts = Readonly<Record<string, readonly [RefusalKind, string]>>

/** What a `refuse` function may say; slices list theirs, so that documents know every code. */
export interface Refusals {
  readonly texts: RefusalTexts
}

/** Makes the `refuse` function of a slice: only its own codes compile. */
export function defineRefusals<const R extends RefusalTexts>(texts: R) {
  const refuse = (code: keyof R & string, details: RefusalDetails = {}): never => {
    const [kind, sentence] = texts[code] as readonly [RefusalKind, string]
    throw new DomainError(code, sentence, kind, details)
  }
  return Object.assign(refuse, { texts: texts as RefusalTexts })
}

/** Refusals that any slice may meet. */
export const refuse = defineRefusals({
  'not-found': ['not-found', 'There is no such record, or it is not yours to see.'],
  'not-allowed': ['forbidden', 'Your roles do not allow this.'],
  'switched-off': ['rule', 'This part of the platform is switched off here. An administrator can switch it on.'],
  'already-exists': ['conflict', 'This record exists already.'],
  'changed-meanwhile': ['conflict', 'Somebody else changed the same field after you had read it.'],
  'later-facts-conflict': [
    'conflict',
    'Facts recorded for a later time would no longer be possible, or name what is no longer there. Confirm to record it all the same.',
  ],
  'idempotency-key-reused': [
    'rule',
    'This Idempotency-Key was used for another request. Use a new key for a new request.',
  ],
  'too-far-ahead': ['rule', 'This would have happened in the future. Only plans may lie ahead.'],
  'person-erased': ['rule', 'This person was erased; nothing more may be recorded about them.'],
  'clock-behind': [
    'conflict',
    'The clock of this machine is behind what was recorded already; set it right and try again.',
  ],
  'not-yet-visible': ['unavailable', 'The read models have not caught up with this moment yet. Ask again shortly.'],
  'not-recorded-yet': [
    'rule',
    'Nothing has been recorded at this position yet. Ask with a position that an answer has given.',
  ],
  'reading-stopped': [
    'conflict',
    'What was recorded at this position cannot be shown: this version of the program reads the record only up to an earlier event. An administrator finds it among what is parked.',
  ],
  'file-too-large': ['rule', 'A file to import may have 1 GB at most; cut it up and send the parts.'],
  'no-past': [
    'rule',
    'This page shows the present only; ask without asOf and knownAt. Figures are asked as known on a day by known.',
  ],
  'already-retracted': ['rule', 'This fact has been retracted already.'],
  'too-much-to-move': [
    'rule',
    'More was said of this record than can move with it at once. Record it anew for the right customer and retract it here.',
  ],
  'too-much-at-once': [
    'rule',
    'This is more than can be recorded in one piece: at most 30 facts and 1 MB of writing. Record it in parts.',
  ],
  'not-yours-to-correct': ['forbidden', 'Only its writer, a manager of the unit or a steward may correct this.'],
  'not-there-then': [
    'rule',
    'This record begins later than the time you state. State a later time, or restate its beginning first.',
  ],
  'not-correctable': ['rule', 'This is not corrected: record what holds instead.'],
  'because-missing': ['rule', 'A correction needs a reason.'],
  'event-unreadable': [
    'conflict',
    'This version of the program cannot read something in this record. An administrator finds it among what is parked.',
  ],
  'too-many-figures': ['rule', 'This would be more than 10,000 figures; ask for fewer periods or dimensions.'],
  'too-much-asked': [
    'unavailable',
    'Too many of your questions wait for their answers already. Ask again once some of them are answered.',
  ],
  'try-again': ['conflict', 'Others kept changing this record at the same moment. Please try again.'],
})

/** Some of the refusals of a list. @throws Error for a code that is not in it */
export function refusalsAmong({ texts }: Refusals, ...codes: string[]): RefusalTexts {
  return Object.fromEntries(
    codes.map((code) => {
      const text = texts[code]
      if (!text) throw new Error(`no refusal is called ${code}`)
      return [code, text]
    }),
  )
}
