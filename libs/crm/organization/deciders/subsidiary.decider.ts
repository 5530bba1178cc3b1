/** Opening and closing country companies. */
import { command, defineDecider, defineRefusals } from '#kernel'
import { SubsidiaryClosed, SubsidiaryOpened, subsidiaryEvents } from '../events/unit.events.js'

interface SubsidiaryState {
  status: 'none' | 'open' | 'closed'
}

export const subsidiaryRefusals = defineRefusals({
  'subsidiary-exists': ['conflict', 'A subsidiary of this code is open already.'],
  'subsidiary-not-open': ['not-found', 'There is no such subsidiary, or it is closed.'],
  'time-zone-unknown': ['rule', 'This is not a time zone like Europe/Helsinki.'],
})
const refuse = subsidiaryRefusals

const isZone = (name: string): boolean => name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name)

export const subsidiary = defineDecider<SubsidiaryState>()(subsidiaryEvents, {
  name: 'subsidiary',
  resource: 'catalogue',
  initial: { status: 'none' },
  evolve: { opened: () => ({ status: 'open' }), closed: () => ({ status: 'closed' }) },
  filed: () => ({ customers: [], contacts: [] }),
  commands: {
    open: command(
      SubsidiaryOpened,
      { route: 'POST /subsidiaries/:id', about: 'Open a country company under a code.' },
      (c, state: SubsidiaryState) => {
        if (state.status === 'open') return refuse('subsidiary-exists')
        return isZone(c.timeZone) ? [subsidiaryEvents.opened(c)] : refuse('time-zone-unknown')
      },
    ),
    close: command(
      SubsidiaryClosed,
      { route: 'POST /subsidiaries/:id/close', about: 'Close a country company.' },
      (c, state: SubsidiaryState) =>
        state.status === 'open' ? [subsidiaryEvents.closed(c)] : refuse('subsidiary-not-open'),
    ),
  },
})
