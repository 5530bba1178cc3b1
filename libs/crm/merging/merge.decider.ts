/** Merging: saying that one record always was the same organisation, or person, as another. Un-merging retracts it. */
import { command, type Deciding, defineDecider, defineRefusals, refuse as refuseAny } from '#kernel'
import { stewardship } from '../privacy/privacy.resource.js'
import { groupOf, personOf } from './identity.reference.js'
import { ContactMergeMade, contactMergeEvents, MergeMade, mergeEvents } from './merge.events.js'

interface MergeState {
  into?: string
}

export const mergeRefusals = defineRefusals({
  'merge-with-itself': ['rule', 'These are one customer already.'],
  'merged-already': ['conflict', 'This customer has been merged into another one already.'],
  'customer-to-merge-unknown': ['not-found', 'There is no such customer, or it is not yours to see.'],
  'contact-merge-with-itself': ['rule', 'These are one contact already.'],
  'contact-merged-already': ['conflict', 'This contact has been merged into another one already.'],
  'contact-to-merge-unknown': ['not-found', 'There is no such contact, or it is not yours to see.'],
})
const refuse = mergeRefusals

export const merge = defineDecider<MergeState>()(mergeEvents, {
  name: 'merge',
  resource: stewardship,
  initial: {},
  evolve: { made: (_, { data }) => ({ into: data.into }) },
  filedIn: ({ into }, id) => ({ customers: into === undefined ? [id] : [into, id], contacts: [] }),
  commands: {
    merge: command(
      MergeMade,
      {
        route: 'POST /customers/:id/merge',
        about: 'Say that this customer always was the same organisation as another.',
      },
      async (c, state: MergeState, by) => {
        if (state.into === c.into) return []
        if (state.into !== undefined) return refuse('merged-already')
        if (groupOf(c.into, by.present).includes(by.id)) return refuse('merge-with-itself')
        const known = (await by.exists(`customer-${by.id}`)) && (await by.exists(`customer-${c.into}`))
        return known ? [mergeEvents.made(c)] : refuse('customer-to-merge-unknown')
      },
    ),
  },
})

/** Nobody comes back by what is said of another record: who was erased is one with nobody. */
async function requirePerson(contact: string, by: Deciding): Promise<void> {
  const facts = await by.facts(`contact-${contact}`)
  if (facts.length === 0) refuse('contact-to-merge-unknown')
  if (facts.some(({ type }) => type === 'contact.erased')) refuseAny('person-erased')
}

export const contactMerge = defineDecider<MergeState>()(contactMergeEvents, {
  name: 'contact-merge',
  resource: stewardship,
  initial: {},
  evolve: { made: (_, { data }) => ({ into: data.into }) },
  filedIn: ({ into }, id) => ({ customers: [], contacts: into === undefined ? [id] : [into, id] }),
  restates: {
    made: async (c, _, by) => {
      await requirePerson(c.into, by)
      return c
    },
  },
  commands: {
    merge: command(
      ContactMergeMade,
      {
        route: 'POST /contacts/:id/merge',
        about: 'Say that this contact always was the same person as another.',
      },
      async (c, state: MergeState, by) => {
        if (state.into === c.into) return []
        if (state.into !== undefined) return refuse('contact-merged-already')
        if (personOf(c.into, by.present).includes(by.id)) return refuse('contact-merge-with-itself')
        for (const contact of [by.id, c.into]) await requirePerson(contact, by)
        return [contactMergeEvents.made(c)]
      },
    ),
  },
})
