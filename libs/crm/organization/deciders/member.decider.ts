/** Who works for the group, and which roles they hold where. */
import { command, defineDecider, defineRefusals, holds, type Role } from '#kernel'
import {
  MemberChanged,
  MemberJoined,
  MemberLeft,
  memberEvents,
  RoleGranted,
  RoleWithdrawn,
} from '../events/member.events.js'
import { organization } from '../organization.reference.js'

interface MemberState {
  joined: boolean
  unit?: string
  grants: readonly string[]
}

export const memberRefusals = defineRefusals({
  'member-exists': ['conflict', 'A member of this code is there already.'],
  'member-unknown': ['not-found', 'There is no such member, or they have left.'],
  'role-beyond-yours': ['forbidden', 'A manager grants the roles of member and manager, for own units.'],
  'home-unit-unknown': ['rule', 'There is no such selling unit, or it is closed.'],
})
const refuse = memberRefusals

const present = (state: MemberState): MemberState => (state.joined ? state : refuse('member-unknown'))
const grantKey = ({ role, unit }: RoleGranted): string => `${role}@${unit ?? '*'}`
const ofManagers: readonly Role[] = ['member', 'manager']

export const member = defineDecider<MemberState>()(memberEvents, {
  name: 'member',
  resource: 'members',
  initial: { joined: false, grants: [] },
  evolve: {
    joined: (_, { data }) => ({ joined: true, unit: data.unit, grants: [] }),
    changed: (state, { data }) => ({ ...state, unit: data.unit ?? state.unit }),
    roleGranted: (state, { data }) => ({ ...state, grants: [...state.grants, grantKey(data)] }),
    roleWithdrawn: (state, { data }) => ({ ...state, grants: state.grants.filter((key) => key !== grantKey(data)) }),
    left: () => ({ joined: false, grants: [] }),
  },
  filed: ({ unit }) => ({ customers: [], contacts: [], unit }),
  commands: {
    join: command(
      MemberJoined,
      { route: 'POST /members/:id', about: 'Add a member under a code.' },
      (c, state: MemberState, by) => {
        if (state.joined) return refuse('member-exists')
        const { units } = by.present.get(organization)
        return units.get(c.unit)?.closed === false ? [memberEvents.joined(c)] : refuse('home-unit-unknown')
      },
    ),
    change: command(
      MemberChanged,
      { route: 'PATCH /members/:id', about: 'Change a member’s function, unit or language.' },
      (c, state: MemberState) => (present(state) && Object.keys(c).length > 0 ? [memberEvents.changed(c)] : []),
    ),
    grant: command(
      RoleGranted,
      { route: 'POST /members/:id/roles', about: 'Grant a role, for a unit or for the whole group.' },
      (c, state: MemberState, by) => {
        if (present(state).grants.includes(grantKey(c))) return []
        if (!by.viewer.member.startsWith('system:') && !holds(by.viewer, ['admin'])) {
          const own = c.unit !== undefined && holds(by.viewer, ['manager'], c.unit)
          if (!own || !ofManagers.includes(c.role)) return refuse('role-beyond-yours')
        }
        return [memberEvents.roleGranted(c)]
      },
    ),
    withdraw: command(
      RoleWithdrawn,
      { route: 'POST /members/:id/withdrawn-roles', about: 'Withdraw a role.' },
      (c, state: MemberState) => (present(state).grants.includes(grantKey(c)) ? [memberEvents.roleWithdrawn(c)] : []),
    ),
    leave: command(
      MemberLeft,
      { route: 'POST /members/:id/leave', about: 'Say that a member has left; all roles end.' },
      (c, state: MemberState) => (present(state) ? [memberEvents.left(c)] : []),
    ),
  },
})
