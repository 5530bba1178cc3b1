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
  'unit-exists': [
    'conflict',
    {
      en: 'A selling unit of this code is open already.',
      fi: 'Tämän koodin myyntiyksikkö on jo avattu.',
      sv: 'En säljenhet med den här koden finns redan.',
      de: 'Eine Vertriebseinheit mit diesem Kürzel gibt es schon.',
      nb: 'En salgsenhet med denne koden finnes allerede.',
    },
  ],
  'subsidiary-unknown': [
    'rule',
    {
      en: 'There is no such subsidiary, or it is closed.',
      fi: 'Tällaista tytäryhtiötä ei ole, tai se on suljettu.',
      sv: 'Dotterbolaget finns inte, eller så är det stängt.',
      de: 'Diese Tochtergesellschaft gibt es nicht, oder sie ist geschlossen.',
      nb: 'Datterselskapet finnes ikke, eller det er stengt.',
    },
  ],
  'no-such-unit': [
    'not-found',
    {
      en: 'There is no such selling unit, or it is closed.',
      fi: 'Tällaista myyntiyksikköä ei ole, tai se on suljettu.',
      sv: 'Säljenheten finns inte, eller så är den stängd.',
      de: 'Diese Vertriebseinheit gibt es nicht, oder sie ist geschlossen.',
      nb: 'Salgsenheten finnes ikke, eller den er stengt.',
    },
  ],
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
        return subsidiaries.get(c.subsidiary)?.closed === false
          ? [unitEvents.opened(c)]
          : refuse('subsidiary-unknown', { field: 'subsidiary' })
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
