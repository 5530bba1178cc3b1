/** What is left of consents when one is taken back. A consent for any channel is one for each. */
import { type ConsentWithdrawn, consentChannels } from '../contact.events.js'

export type ConsentChannel = ConsentWithdrawn['channel']

/** What a consent is for, without the channels taken back since. */
export interface StandingConsent extends ConsentWithdrawn {
  except?: ConsentChannel[]
}

const single = consentChannels.filter((channel) => channel !== 'any')

/** What a withdrawal leaves of a consent: all of it, fewer channels, or nothing. Taking back `any` takes back each. */
export function leftOf<C extends StandingConsent>(consent: C, taken: ConsentWithdrawn): C | undefined {
  if (consent.purpose !== taken.purpose) return consent
  if (taken.channel === 'any' || taken.channel === consent.channel) return undefined
  if (consent.channel !== 'any') return consent
  const except = single.filter((channel) => channel === taken.channel || consent.except?.includes(channel))
  return except.length < single.length ? { ...consent, except } : undefined
}
