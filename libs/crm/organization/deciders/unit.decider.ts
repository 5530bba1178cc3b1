/** Opening, renaming and closing selling units. */
import { command, defineDecider, defineRefusals, differing } from '#kernel'
import { UnitClosed, UnitOpened, UnitRenamed, unitEvents } from '../events/unit.events.js'
import { organization } from '../organization.reference.js'
import { catalogue } from './organization.resource.js'

interface UnitState {
  status: 'none' | 'open' | 'closed'
  said: Partial<UnitOpened>
}

export const unitRefusals = defineRefusals({
  'unit-exists': ['conflict', 'A selling unit of this code is open already.'],
  'subsidiary-unknown': ['rule', 'There is no such subsidiary, or it is closed.'],
  'no-such-unit': ['not-found', 'There is no such selling unit, or it is closed.'],
})
const refuse = unitRefusals

const open = (state: UnitState): UnitState => (state.status === 'open' ? state : refuse('no-such-unit'))

export const unit = defineDecider<UnitState>()(unitEvents, {
  name: 'unit',
  resource: catalogue,
  initial: { status: 'none', said: {} },
  evolve: {
    opened: (_, { data }) => ({ status: 'open', said: data }),
    renamed: (state, { data }) => ({ ...state, said: { ...state.said, ...data } }),
    closed: (state) => ({ ...state, status: 'closed' }),
  },
  filedIn: () => ({ customers: [], contacts: [] }),
  allows: ({ status }, { type }) => (status === 'open') === (type !== 'unit.opened'),
  commands: {
    open: command(
      UnitOpened,
      { route: 'POST /units/:id', about: 'Open a selling unit under a code.' },
      (c, state: UnitState, by) => {
        if (state.status === 'open') return refuse('unit-exists')
        const subsidiaries = by.present.get(organization).subsidiaries
        return subsidiaries.get(c.subsidiary)?.closed === false ? [unitEvents.opened(c)] : refuse('subsidiary-unknown')
      },
    ),
    rename: command(
      UnitRenamed,
      { route: 'POST /units/:id/name', about: 'Change the name of a selling unit, and its brand.' },
      (c, state: UnitState) => (Object.keys(differing(c, open(state).said)).length > 0 ? [unitEvents.renamed(c)] : []),
    ),
    close: command(
      UnitClosed,
      { route: 'POST /units/:id/close', about: 'Close a selling unit.' },
      (c, state: UnitState) => (open(state) ? [unitEvents.closed(c)] : []),
    ),
  },
})
