/** Who may hand over work of a unit; each record says for itself what may be offered to whom, and who answers. */
import { command, defineDecider, holds } from '#kernel'
import { mayWrite } from '../access/access.js'
import { customerHistory } from '../customers/document/customers.resource.js'
import { handoverRefusals } from '../families/handing-over.js'
import { organization } from '../organization/organization.reference.js'
import { HandoverAnswered, HandoverMade, handoverEvents } from './handover.events.js'

interface HandoverState {
  unit?: string
  isAnswered?: boolean
}

export const handover = defineDecider<HandoverState>()(handoverEvents, {
  name: 'handover',
  resource: customerHistory,
  initial: {},
  evolve: { made: (_, { data: { unit } }) => ({ unit }), answered: () => ({ isAnswered: true }) },
  filedIn: ({ unit }) => ({ customers: [], contacts: [], unit }),
  commands: {
    make: command(
      HandoverMade,
      { route: 'POST /handovers', about: 'Ask other members to lead what somebody leads.', creates: true },
      (c, state: HandoverState, { viewer, present }) => {
        if (state.unit !== undefined) return []
        if (c.from !== undefined && !present.get(organization).members.has(c.from))
          return handoverRefusals('handover-from-another', { field: 'from' })
        const isTheirs = c.from === viewer.member || viewer.member.startsWith('system:')
        const isManaged = holds(viewer, ['manager'], c.unit)
        // Whoever writes nothing for the unit is told so by their rights.
        const isRefused = !isTheirs && !isManaged && mayWrite(viewer, customerHistory, [c.unit])
        return isRefused ? handoverRefusals('handover-not-yours') : [handoverEvents.made(c)]
      },
    ),
    answer: command(
      HandoverAnswered,
      { route: 'POST /handovers/answers', about: 'Accept or decline what one is asked to lead.', creates: true },
      (c, { isAnswered }: HandoverState) => (isAnswered ? [] : [handoverEvents.answered(c)]),
    ),
  },
})
