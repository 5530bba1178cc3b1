/** Who works for the group, and which roles they hold where. */
import { command, defineDecider, defineRefusals, holds, type Role, type Viewer } from '#kernel'
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
  'role-beyond-yours': ['forbidden', 'A manager grants and ends the roles of member and manager, for own units.'],
  'home-unit-unknown': ['rule', 'There is no such selling unit, or it is closed.'],
})
const refuse = memberRefusals

const present = (state: MemberState): MemberState => (state.joined ? state : refuse('member-unknown'))
const grantKey = ({ role, unit }: RoleGranted): string => `${role}@${unit ?? '*'}`
const ofManagers: readonly Role[] = ['member', 'manager']

/** @throws DomainError unless the viewer may grant and end the role there */
function requireReach(viewer: Viewer, { role, unit }: RoleGranted): void {
  if (viewer.member.startsWith('system:') || holds(viewer, ['admin'])) return
  const isOwn = unit !== undefined && holds(viewer, ['manager'], unit)
  if (!isOwn || !ofManagers.includes(role)) refuse('role-beyond-yours')
}

function grantOf(key: string): RoleGranted {
  const [role, unit] = key.split('@') as [Role, string]
  return unit === '*' ? { role } : { role, unit }
}

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
  // Roles are granted and withdrawn within one's reach, and nobody comes by one in another way.
  fixed: ['joined', 'changed', 'roleGranted', 'roleWithdrawn', 'left'],
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
        requireReach(by.viewer, c)
        return [memberEvents.roleGranted(c)]
      },
    ),
    withdraw: command(
      RoleWithdrawn,
      { route: 'POST /members/:id/withdrawn-roles', about: 'Withdraw a role.' },
      (c, state: MemberState, by) => {
        if (!present(state).grants.includes(grantKey(c))) return []
        requireReach(by.viewer, c)
        return [memberEvents.roleWithdrawn(c)]
      },
    ),
    leave: command(
      MemberLeft,
      { route: 'POST /members/:id/leave', about: 'Say that a member has left; all roles end.' },
      (c, state: MemberState, by) => {
        for (const key of present(state).grants) requireReach(by.viewer, grantOf(key))
        return [memberEvents.left(c)]
      },
    ),
  },
})
