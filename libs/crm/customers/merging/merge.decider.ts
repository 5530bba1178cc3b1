/** Merging: saying that one record always was the same organisation as another. Un-merging retracts it. */
import { command, defineDecider, defineRefusals } from '#kernel'
import { stewardship } from '../../privacy/privacy.resource.js'
import { groupOf } from './identity.reference.js'
import { MergeMade, mergeEvents } from './merge.events.js'

interface MergeState {
  into?: string
}

export const mergeRefusals = defineRefusals({
  'merge-with-itself': ['rule', 'These are one customer already.'],
  'merged-already': ['conflict', 'This customer has been merged into another one already.'],
  'customer-to-merge-unknown': ['not-found', 'There is no such customer, or it is not yours to see.'],
})

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
        if (state.into !== undefined) return mergeRefusals('merged-already')
        const group = groupOf(c.into, by.present)
        if (c.into === by.id || group[0] === by.id || group.includes(by.id)) return mergeRefusals('merge-with-itself')
        const known = (await by.exists(`customer-${by.id}`)) && (await by.exists(`customer-${c.into}`))
        return known ? [mergeEvents.made(c)] : mergeRefusals('customer-to-merge-unknown')
      },
    ),
  },
})
