/** Who acts or reads: a member with the roles that hold now, by the organization's events. */

export const roles = ['member', 'manager', 'steward', 'group', 'auditor', 'admin', 'integration'] as const
export type Role = (typeof roles)[number]

export interface Grant {
  role: Role
  /** The selling unit it holds for; `*` for the whole group. */
  unit: string
}

export interface Viewer {
  /** Member id, or `system:<name>`. */
  member: string
  grants: readonly Grant[]
}

/** Units in which a viewer holds one of the roles; `*` means all. */
export function unitsOf(viewer: Viewer, ...wanted: Role[]): Set<string> {
  return new Set(viewer.grants.filter((grant) => wanted.includes(grant.role)).map((grant) => grant.unit))
}

/** Whether the viewer holds one of the roles, for that unit or for all. */
export function holds(viewer: Viewer, wanted: readonly Role[], unit?: string): boolean {
  return viewer.grants.some(
    (grant) => wanted.includes(grant.role) && (unit === undefined || grant.unit === '*' || grant.unit === unit),
  )
}

/** Whether it is a part of the platform that acts: it may read and write everything. */
export const isSystem = ({ member }: Viewer): boolean => member.startsWith('system:')
