/** One business id belongs to one customer: a stream per identifier makes that a hard rule. */
import { command, type Deciding, defineDecider, defineRefusals } from '#kernel'
import { IdentifierClaimed, IdentifierReleased, identifierEvents } from './customer.events.js'
import { isOneCustomer } from './merging/identity.reference.js'

interface IdentifierState {
  customer?: string
  last?: string
}

export const identifierRefusals = defineRefusals({
  'identifier-taken': ['conflict', 'Another customer holds this identifier; they may be one organisation.'],
  'identifier-not-held': ['rule', 'This customer does not hold this identifier.'],
})

/** Whether the customer holds it, or a record that is one with it. */
const isHeldBy = (state: IdentifierState, customer: string, { present }: Deciding): boolean =>
  state.customer !== undefined && isOneCustomer(state.customer, customer, present)

export const identifier = defineDecider<IdentifierState>()(identifierEvents, {
  name: 'identifier',
  resource: 'register',
  initial: {},
  evolve: {
    claimed: (_, { data }) => ({ customer: data.customer, last: data.customer }),
    released: ({ last }) => ({ last }),
  },
  filed: ({ customer, last }) => ({ customers: [customer ?? last ?? ''].filter((id) => id !== ''), contacts: [] }),
  commands: {
    claim: command(
      IdentifierClaimed,
      {
        route: 'POST /identifiers',
        about: 'Say that a business id, VAT id or the like is a customer’s.',
        names: (c: IdentifierClaimed) => ['identifier', c.scheme, c.value.toUpperCase().replace(/[\s.-]/g, '')],
      },
      (c, state: IdentifierState, by) => {
        if (isHeldBy(state, c.customer, by)) return []
        return state.customer === undefined
          ? [identifierEvents.claimed(c)]
          : identifierRefusals('identifier-taken', { customer: state.customer })
      },
    ),
    release: command(
      IdentifierReleased,
      { route: 'POST /identifiers/:id/release', about: 'Say that a customer no longer holds an identifier.' },
      ({ customer }, state: IdentifierState, by) =>
        isHeldBy(state, customer, by)
          ? [identifierEvents.released({ customer: state.customer ?? customer })]
          : identifierRefusals('identifier-not-held'),
    ),
  },
})
