/** Who may hand over work of a unit; each record says for itself what may be offered to whom. */
import { command, defineDecider, holds } from '#kernel'
import { handoverRefusals } from '../families/handing-over.js'
import { HandoverMade, handoverEvents } from './handover.events.js'

interface HandoverState {
  unit?: string
}

export const handover = defineDecider<HandoverState>()(handoverEvents, {
  name: 'handover',
  resource: 'history',
  initial: {},
  evolve: { made: (_, { data: { unit } }) => ({ unit }) },
  filedIn: ({ unit }) => ({ customers: [], contacts: [], unit }),
  commands: {
    make: command(
      HandoverMade,
      { route: 'POST /handovers', about: 'Ask other members to lead what somebody leads.', creates: true },
      (c, state: HandoverState, { viewer }) => {
        if (state.unit !== undefined) return []
        const isTheirs = c.from === viewer.member || viewer.member.startsWith('system:')
        if (!isTheirs && !holds(viewer, ['manager'], c.unit)) return handoverRefusals('handover-not-yours')
        return [handoverEvents.made(c)]
      },
    ),
  },
})
