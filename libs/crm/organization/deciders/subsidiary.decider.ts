/** Opening, changing and closing country companies. */
import { command, defineDecider, defineRefusals, differing } from '#kernel'
import { SubsidiaryChanged, SubsidiaryClosed, SubsidiaryOpened, subsidiaryEvents } from '../events/unit.events.js'
import { organization } from '../organization.reference.js'
import { catalogue } from './organization.resource.js'

interface SubsidiaryState {
  status: 'none' | 'open' | 'closed'
  said: Partial<SubsidiaryOpened>
}

export const subsidiaryRefusals = defineRefusals({
  'subsidiary-exists': ['conflict', 'A subsidiary of this code is open already.'],
  'subsidiary-not-open': ['not-found', 'There is no such subsidiary, or it is closed.'],
  'subsidiary-has-open-units': ['rule', 'Its selling units are closed first.'],
  'time-zone-stays': ['rule', 'Days were counted in this time zone; it stays. Open another subsidiary instead.'],
  'hours-end-before-start': ['rule', 'Business hours end after they begin.'],
})
const refuse = subsidiaryRefusals

const open = (state: SubsidiaryState): SubsidiaryState =>
  state.status === 'open' ? state : refuse('subsidiary-not-open')

/** What is said, when its hours can be. @throws DomainError */
function checked<C extends SubsidiaryChanged>(said: C): C {
  const { opensMinute, closesMinute } = said.businessHours ?? { opensMinute: 0, closesMinute: 1 }
  return closesMinute <= opensMinute ? refuse('hours-end-before-start') : said
}

export const subsidiary = defineDecider<SubsidiaryState>()(subsidiaryEvents, {
  name: 'subsidiary',
  resource: catalogue,
  initial: { status: 'none', said: {} },
  evolve: {
    opened: (_, { data }) => ({ status: 'open', said: data }),
    changed: (state, { data }) => ({ ...state, said: { ...state.said, ...data } }),
    closed: (state) => ({ ...state, status: 'closed' }),
  },
  filedIn: () => ({ customers: [], contacts: [] }),
  allows: ({ status }, { type }) => (status === 'open') === (type !== 'subsidiary.opened'),
  restates: {
    opened: (data, _, __, before) => (data.timeZone === before.timeZone ? checked(data) : refuse('time-zone-stays')),
    changed: checked,
  },
  commands: {
    open: command(
      SubsidiaryOpened,
      { route: 'POST /subsidiaries/:id', about: 'Open a country company under a code.' },
      (c, state: SubsidiaryState) =>
        state.status === 'open' ? refuse('subsidiary-exists') : [subsidiaryEvents.opened(checked(c))],
    ),
    change: command(
      SubsidiaryChanged,
      {
        route: 'PATCH /subsidiaries/:id',
        about:
          'Change the name, language, fiscal year, hours or holidays of a country company. A fiscal year goes on as it is until the month it is moved to begins next.',
      },
      (c, state: SubsidiaryState) => {
        const changes = differing(checked(c), open(state).said)
        return Object.keys(changes).length > 0 ? [subsidiaryEvents.changed(changes)] : []
      },
    ),
    close: command(
      SubsidiaryClosed,
      { route: 'POST /subsidiaries/:id/close', about: 'Close a country company whose units are closed.' },
      (c, state: SubsidiaryState, by) => {
        const units = [...by.present.get(organization).units.values()]
        const isUsed = open(state) && units.some((unit) => unit.subsidiary === by.id && !unit.closed)
        return isUsed ? refuse('subsidiary-has-open-units') : [subsidiaryEvents.closed(c)]
      },
    ),
  },
})
