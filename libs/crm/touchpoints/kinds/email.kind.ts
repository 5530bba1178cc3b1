/** An email, sent or received. */
import { Code, type Guarded, Optional, Text } from '#kernel'
import { Encounter, noteOf } from '../encounter.events.js'
import { defineKind } from './define-kind.js'

export class Email extends Encounter {
  @Optional() @Text({ max: 500 }) subject?: Guarded<string>
  /** Message-ID, hashed by whoever sends it in. */
  @Optional() @Code() message?: string
}

export const email = defineKind({
  kind: 'email',
  payload: Email,
  examples: [
    {
      customers: ['c7k2m9q4x1z8w3v5'],
      unit: 'de',
      direction: 'outbound',
      startedBy: 'we-asked',
      channel: 'email',
      subject: 'Überarbeitetes Angebot Kühlraum',
      note: 'Angebot mit zwei Varianten geschickt.',
    },
  ],
  summary: (data) => data.subject ?? noteOf(data),
  texts: { en: 'Email', fi: 'Sähköposti', sv: 'E-post', de: 'E-Mail', nb: 'E-post' },
})
