/** When writing about an erased person is withheld, and what a steward may decide about it. */
import { command, defineDecider, defineRefusals } from '#kernel'
import { privacyEvents, ReleaseWriting, WritingRedacted, WritingWithheld } from './privacy.events.js'

interface PrivacyState {
  status: 'none' | 'withheld' | 'released' | 'redacted'
  contacts: readonly string[]
  events: readonly string[]
  customers: string[]
  unit?: string
}

export const privacyRefusals = defineRefusals({
  'writing-not-withheld': ['rule', 'This writing is not withheld, or has been decided about already.'],
})

const withheld = (state: PrivacyState): PrivacyState =>
  state.status === 'withheld' ? state : privacyRefusals('writing-not-withheld')

export const privacy = defineDecider<PrivacyState>()(privacyEvents, {
  name: 'privacy',
  resource: 'stewardship',
  initial: { status: 'none', contacts: [], events: [], customers: [] },
  evolve: {
    withheld: (state, { data }) => ({
      status: 'withheld',
      contacts: [...state.contacts, data.contact],
      events: [...new Set([...state.events, ...data.events])],
      customers: [...new Set([...data.customers, ...state.customers])],
      unit: data.unit,
    }),
    released: (state) => ({ ...state, status: 'released' }),
    redacted: (state) => ({ ...state, status: 'redacted' }),
  },
  // The leading customer first, as in the record itself.
  filed: ({ customers, unit }) => ({ customers, contacts: [], unit }),
  commands: {
    withhold: command(
      WritingWithheld,
      { route: 'POST /privacy/:id/withheld', about: 'Withhold writing that names an erased person with others.' },
      (c, { contacts }: PrivacyState) => (contacts.includes(c.contact) ? [] : [privacyEvents.withheld(c)]),
    ),
    release: command(
      ReleaseWriting,
      { route: 'POST /privacy/:id/released', about: 'Show withheld writing again.' },
      (c, state: PrivacyState) => [privacyEvents.released({ ...c, events: [...withheld(state).events] })],
    ),
    redact: command(
      WritingRedacted,
      { route: 'POST /privacy/:id/redacted', about: 'Say that withheld writing was restated without the person.' },
      (c, state: PrivacyState) => (withheld(state) ? [privacyEvents.redacted(c)] : []),
    ),
  },
})
