/** Where a customer or a contact cannot be read further: what is shown of it is of before. */
import { Instant, Label, type QueryContext, type Subject } from '#kernel'
import { organization } from '../organization/organization.reference.js'
import { languageOf } from './language-of.js'
import { Wording } from './wording.js'

export class ShownStop {
  /** When the event was recorded that cannot be read. */
  @Instant() since!: string
  @Label({ max: 20 }) position!: string
  /** In the reader’s language. */
  @Label({ max: 500 }) sentence!: string
}

type Asked = QueryContext & { subject: Pick<Subject, 'stopped'> }

const wordingOf = (ask: QueryContext): Wording =>
  new Wording(languageOf(ask), ask.references.get(organization).group?.timeZone ?? 'UTC')

/** Absent where everything can be read. */
export function shownStop(ask: Asked, wording = wordingOf(ask)): ShownStop | undefined {
  const { stopped } = ask.subject
  if (!stopped) return undefined
  const { since, position } = stopped
  return { since, position: String(position), sentence: wording.phrases.stopped(wording.day(since)) }
}
