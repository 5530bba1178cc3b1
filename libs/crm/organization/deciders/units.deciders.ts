/** Opening and closing country companies and selling units. */
import { command, defineDecider, defineRefusals } from '#kernel'
import {
  SubsidiaryClosed,
  SubsidiaryOpened,
  subsidiaryEvents,
  UnitClosed,
  UnitOpened,
  UnitRenamed,
  unitEvents,
} from '../events/unit.events.js'
import { organization } from '../organization.reference.js'

type Status = 'none' | 'open' | 'closed'
interface OpenState {
  status: Status
}

export const unitRefusals = defineRefusals({
  'subsidiary-exists': ['conflict', 'A subsidiary of this code is open already.'],
  'subsidiary-unknown': ['rule', 'There is no such subsidiary, or it is closed.'],
  'unit-exists': ['conflict', 'A selling unit of this code is open already.'],
  'no-such-unit': ['not-found', 'There is no such selling unit, or it is closed.'],
  'time-zone-unknown': ['rule', 'This is not a time zone like Europe/Helsinki.'],
})
const refuse = unitRefusals

const isZone = (name: string): boolean => name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name)

export const subsidiary = defineDecider<OpenState>()(subsidiaryEvents, {
  name: 'subsidiary',
  resource: 'catalogue',
  initial: { status: 'none' },
  evolve: { opened: () => ({ status: 'open' }), closed: () => ({ status: 'closed' }) },
  filed: () => ({ customers: [], contacts: [] }),
  commands: {
    open: command(
      SubsidiaryOpened,
      { route: 'POST /subsidiaries/:id', about: 'Open a country company under a code.' },
      (c, state: OpenState) => {
        if (state.status === 'open') return refuse('subsidiary-exists')
        return isZone(c.timeZone) ? [subsidiaryEvents.opened(c)] : refuse('time-zone-unknown')
      },
    ),
    close: command(
      SubsidiaryClosed,
      { route: 'POST /subsidiaries/:id/close', about: 'Close a country company.' },
      (c, state: OpenState) => (state.status === 'open' ? [subsidiaryEvents.closed(c)] : refuse('subsidiary-unknown')),
    ),
  },
})

const open = (state: OpenState): OpenState => (state.status === 'open' ? state : refuse('no-such-unit'))

export const unit = defineDecider<OpenState>()(unitEvents, {
  name: 'unit',
  resource: 'catalogue',
  initial: { status: 'none' },
  evolve: { opened: () => ({ status: 'open' }), renamed: (state) => state, closed: () => ({ status: 'closed' }) },
  filed: () => ({ customers: [], contacts: [] }),
  commands: {
    open: command(
      UnitOpened,
      { route: 'POST /units/:id', about: 'Open a selling unit under a code.' },
      (c, state: OpenState, by) => {
        if (state.status === 'open') return refuse('unit-exists')
        const subsidiaries = by.present.get(organization).subsidiaries
        return subsidiaries.get(c.subsidiary)?.closed === false ? [unitEvents.opened(c)] : refuse('subsidiary-unknown')
      },
    ),
    rename: command(
      UnitRenamed,
      { route: 'POST /units/:id/name', about: 'Rename a selling unit.' },
      (c, state: OpenState) => (open(state) ? [unitEvents.renamed(c)] : []),
    ),
    close: command(
      UnitClosed,
      { route: 'POST /units/:id/close', about: 'Close a selling unit.' },
      (c, state: OpenState) => (open(state) ? [unitEvents.closed(c)] : []),
    ),
  },
})
