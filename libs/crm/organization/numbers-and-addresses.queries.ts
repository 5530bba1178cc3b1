/**
 * Telephone numbers and mail addresses as they are recorded: numbers in one form, by the country where they are typed
 * unless they say theirs; of a link that begins a message its address alone.
 */
import { type Deciding, type Edit, e164, type Guarded, isSameNumber } from '#kernel'
import { organization } from './organization.reference.js'

interface WithPhone {
  phone?: Guarded<string>
}

type By = Pick<Deciding, 'present' | 'viewer'>

/** ISO 3166, of the unit of whoever says something. */
function homeCountry({ present, viewer }: By): string | undefined {
  const { members, units, subsidiaries } = present.get(organization)
  const unit = units.get(members.get(viewer.member)?.unit ?? '')
  return unit && subsidiaries.get(unit.subsidiary)?.country
}

const formed = (typed: Guarded<string>, by: By, country?: string): Guarded<string> =>
  typeof typed === 'string' ? e164(typed, country ?? homeCountry(by)) : typed

/** @param country of whom the number is, where that is known */
export const withPhone = <T extends WithPhone>(said: T, by: By, country?: string): T =>
  said.phone === undefined ? said : { ...said, phone: formed(said.phone, by, country) }

/** An edit in which another spelling of what is held changes nothing, and is as good as what was seen. */
export function withPhoneEdited<T extends { phone?: Edit<Guarded<string>> }>(
  edits: T,
  { held, country }: { held: WithPhone; country?: string },
  by: By,
): T {
  if (edits.phone === undefined) return edits
  const { was, is } = edits.phone
  const alike = (typed: Guarded<string> | undefined) =>
    typeof typed === 'string' && typeof held.phone === 'string' && isSameNumber(typed, held.phone)
  const phone = {
    ...(was !== undefined && { was: alike(was) ? held.phone : was }),
    ...(is !== undefined && { is: alike(is) ? held.phone : formed(is, by, country) }),
  }
  return { ...edits, phone }
}

interface WithMail {
  mail?: Guarded<string>
}

const addressOf = (typed: Guarded<string>): Guarded<string> =>
  typeof typed === 'string' ? typed.replace(/^mailto:/i, '').replace(/\?.*$/, '') : typed

export const withMail = <T extends WithMail>(said: T): T =>
  said.mail === undefined ? said : { ...said, mail: addressOf(said.mail) }

/** Likewise of what was seen and what is to be held. */
export function withMailEdited<T extends { mail?: Edit<Guarded<string>> }>(edits: T): T {
  if (edits.mail === undefined) return edits
  const { was, is } = edits.mail
  const mail = { ...(was !== undefined && { was: addressOf(was) }), ...(is !== undefined && { is: addressOf(is) }) }
  return { ...edits, mail }
}
