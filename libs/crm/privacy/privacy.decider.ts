/**
 * When writing about an erased person is withheld, and what a steward may decide about it. These commands are
 * steps of procedures, which erase, restate and destroy keys: by themselves they would only claim it.
 */
import { command, defineDecider, defineRefusals } from '#kernel'
import { KeysDestroyed, privacyEvents, ReleaseWriting, WritingRedacted, WritingWithheld } from './privacy.events.js'
import { stewardship } from './privacy.resource.js'

interface PrivacyState {
  status: 'none' | 'withheld' | 'released' | 'redacted'
  contacts: readonly string[]
  /** Ids of all events that were ever withheld. */
  events: readonly string[]
  /** Those that wait for a decision. */
  waiting: readonly string[]
  customers: string[]
  unit?: string
  /** Owners and ids of keys that are said to be destroyed. */
  destroyed: readonly string[]
}

export const privacyRefusals = defineRefusals({
  'writing-not-withheld': [
    'rule',
    {
      en: 'This writing is not withheld, or has been decided about already.',
      fi: 'Tätä tekstiä ei ole piilotettu, tai siitä on jo päätetty.',
      sv: 'Texten hålls inte inne, eller så är den redan avgjord.',
      de: 'Dieser Text wird nicht zurückgehalten, oder über ihn ist schon entschieden.',
      nb: 'Teksten er ikke holdt tilbake, eller det er allerede bestemt hva som skjer med den.',
    },
  ],
})

/** Most events that one fact names. */
const eventsPerFact = 200

const withheld = (state: PrivacyState): PrivacyState =>
  state.status === 'withheld' ? state : privacyRefusals('writing-not-withheld')

/** What was decided about a person's writing stands: of a person known here, only further events are withheld. */
function withhold(c: WritingWithheld, { contacts, events }: PrivacyState) {
  const further = contacts.includes(c.contact) ? c.events.filter((id) => !events.includes(id)) : c.events
  return further.length === 0 ? [] : [privacyEvents.withheld({ ...c, events: further })]
}

function release(c: ReleaseWriting, state: PrivacyState) {
  const { waiting } = withheld(state)
  const parts = Array.from({ length: Math.ceil(waiting.length / eventsPerFact) }, (_, at) =>
    waiting.slice(at * eventsPerFact, (at + 1) * eventsPerFact),
  )
  return parts.map((events) => privacyEvents.released({ ...c, events }))
}

/** What was said before is not said again. */
function destroy({ owners, keys }: KeysDestroyed, { destroyed }: PrivacyState) {
  const isNew = (each: string) => !destroyed.includes(each)
  const further = { owners: owners.filter(isNew), keys: keys.filter(isNew) }
  return further.owners.length + further.keys.length === 0 ? [] : [privacyEvents.keysDestroyed(further)]
}

export const privacy = defineDecider<PrivacyState>()(privacyEvents, {
  name: 'privacy',
  resource: stewardship,
  initial: { status: 'none', contacts: [], events: [], waiting: [], customers: [], destroyed: [] },
  evolve: {
    withheld: (state, { data }) => ({
      ...state,
      status: 'withheld',
      contacts: [...new Set([...state.contacts, data.contact])],
      events: [...new Set([...state.events, ...data.events])],
      waiting: [...new Set([...state.waiting, ...data.events])],
      customers: [...new Set([...data.customers, ...state.customers])],
      unit: data.unit,
    }),
    released: (state, { data }) => {
      const waiting = state.waiting.filter((id) => !data.events.includes(id))
      return { ...state, waiting, status: waiting.length === 0 ? 'released' : 'withheld' }
    },
    redacted: (state) => ({ ...state, waiting: [], status: 'redacted' }),
    keysDestroyed: (state, { data }) => ({
      ...state,
      destroyed: [...new Set([...state.destroyed, ...data.owners, ...data.keys])],
    }),
  },
  // The leading customer first, as in the record itself.
  filedIn: ({ customers, unit }) => ({ customers, contacts: [], unit }),
  commands: {
    withhold: command(
      WritingWithheld,
      { about: 'Withhold writing that names an erased person with others.' },
      withhold,
    ),
    release: command(ReleaseWriting, { about: 'Show withheld writing again.' }, release),
    destroy: command(
      KeysDestroyed,
      { about: 'Say that keys were destroyed, so that whoever holds them or plaintext lets go of both.' },
      destroy,
    ),
    redact: command(
      WritingRedacted,
      { about: 'Say that withheld writing was restated without the person, and its old keys destroyed.' },
      (c, state: PrivacyState) => (withheld(state) ? [privacyEvents.redacted(c)] : []),
    ),
  },
})
