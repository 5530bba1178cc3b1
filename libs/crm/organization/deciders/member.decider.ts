/** Who works for the group, and which roles they hold where. */
import { command, type Deciding, defineDecider, differing, holds, type Role, type Viewer } from '#kernel'
import {
  MemberChanged,
  MemberJoined,
  MemberLeft,
  memberEvents,
  RoleGranted,
  RoleWithdrawn,
} from '../events/member.events.js'
import { withMail } from '../numbers-and-addresses.queries.js'
import { isOpenUnit, organization } from '../organization.reference.js'
import { memberRefusals as refuse } from './member-refusals.js'
import { membership } from './organization.resource.js'

interface MemberState {
  joined: boolean
  /** Under this code somebody was a member once. */
  left?: boolean
  said: Partial<MemberJoined>
  grants: readonly string[]
}

const present = (state: MemberState): MemberState => (state.joined ? state : refuse('member-unknown'))
const grantKey = ({ role, unit }: RoleGranted): string => `${role}@${unit ?? '*'}`
const ofManagers: readonly Role[] = ['member', 'manager']
const ofTheGroup: readonly Role[] = ['group', 'auditor', 'admin']

const isAdministrator = (viewer: Viewer): boolean => viewer.member.startsWith('system:') || holds(viewer, ['admin'])

/** @throws DomainError unless the viewer may grant and end the role there */
function requireReach(viewer: Viewer, { role, unit }: RoleGranted): void {
  if (isAdministrator(viewer)) return
  const isOwn = unit !== undefined && holds(viewer, ['manager'], unit)
  if (!isOwn || !ofManagers.includes(role)) refuse('role-beyond-yours')
}

function grantOf(key: string): RoleGranted {
  const [role, unit] = key.split('@') as [Role, string]
  return unit === '*' ? { role } : { role, unit }
}

function requireUnit(unit: string | undefined, by: Deciding): void {
  if (unit !== undefined && !isOpenUnit(unit, by.present)) refuse('home-unit-unknown', { field: 'unit' })
}

/** One identity signs in one member; who has left is nobody's rival. */
function requireFree(identity: string | undefined, { id, present }: Deciding): void {
  const others = [...present.get(organization).members.values()].filter((other) => other.id !== id && !other.left)
  if (identity !== undefined && others.some((other) => other.id === identity || other.identity === identity))
    refuse('identity-taken', { field: 'identity' })
}

/** @throws DomainError when nobody else would administer the group */
function requireAdministrator({ grants }: MemberState, { id, present }: Deciding): void {
  const members = [...present.get(organization).members.values()]
  const isAnother = members.some((other) => other.id !== id && other.grants.some(({ role }) => role === 'admin'))
  if (grants.includes('admin@*') && !isAnother) refuse('last-administrator')
}

export const member = defineDecider<MemberState>()(memberEvents, {
  name: 'member',
  resource: membership,
  initial: { joined: false, said: {}, grants: [] },
  evolve: {
    joined: (_, { data }) => ({ joined: true, said: data, grants: [] }),
    changed: (state, { data }) => ({ ...state, said: { ...state.said, ...data } }),
    roleGranted: (state, { data }) => ({ ...state, grants: [...state.grants, grantKey(data)] }),
    roleWithdrawn: (state, { data }) => ({ ...state, grants: state.grants.filter((key) => key !== grantKey(data)) }),
    left: () => ({ joined: false, left: true, said: {}, grants: [] }),
  },
  // Roles are granted and withdrawn within one's reach, and nobody comes by one in another way.
  immutable: ['joined', 'changed', 'roleGranted', 'roleWithdrawn', 'left'],
  filedIn: ({ said: { unit } }) => ({ customers: [], contacts: [], unit }),
  commands: {
    join: command(
      MemberJoined,
      { route: 'POST /members/:id', about: 'Add a member under a code.' },
      (c, state: MemberState, by) => {
        if (state.joined) return refuse('member-exists')
        if (state.left && !isAdministrator(by.viewer)) return refuse('member-left')
        requireUnit(c.unit, by)
        requireFree(by.id, by)
        requireFree(c.identity, by)
        return [memberEvents.joined(withMail(c))]
      },
    ),
    change: command(
      MemberChanged,
      {
        route: 'PATCH /members/:id',
        about: 'Change a member’s name, address, function, unit, language, time zone or identity.',
      },
      (c, state: MemberState, by) => {
        const changes = differing(withMail(c), present(state).said)
        requireUnit(changes.unit, by)
        requireFree(changes.identity, by)
        // Whoever says by which identity a member signs in could sign in as that member.
        if (changes.identity !== undefined) for (const key of state.grants) requireReach(by.viewer, grantOf(key))
        return Object.keys(changes).length > 0 ? [memberEvents.changed(changes)] : []
      },
    ),
    grant: command(
      RoleGranted,
      { route: 'POST /members/:id/roles', about: 'Grant a role, for a unit or for the whole group.' },
      (c, state: MemberState, by) => {
        if (present(state).grants.includes(grantKey(c))) return []
        requireReach(by.viewer, c)
        if (c.unit !== undefined && ofTheGroup.includes(c.role)) return refuse('role-of-the-group')
        requireUnit(c.unit, by)
        return [memberEvents.roleGranted(c)]
      },
    ),
    withdraw: command(
      RoleWithdrawn,
      { route: 'POST /members/:id/withdrawn-roles', about: 'Withdraw a role.' },
      (c, state: MemberState, by) => {
        if (!present(state).grants.includes(grantKey(c))) return []
        requireReach(by.viewer, c)
        if (c.role === 'admin') requireAdministrator(state, by)
        return [memberEvents.roleWithdrawn(c)]
      },
    ),
    leave: command(
      MemberLeft,
      { route: 'POST /members/:id/leave', about: 'Say that a member has left; all roles end.' },
      (c, state: MemberState, by) => {
        for (const key of present(state).grants) requireReach(by.viewer, grantOf(key))
        requireAdministrator(state, by)
        return [memberEvents.left(c)]
      },
    ),
  },
})
