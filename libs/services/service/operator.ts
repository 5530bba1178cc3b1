/** As whom the command line acts unless told otherwise: the first administrator. */
import { organization } from '#crm'
import type { KnownMembers } from '#operations'

/** Undefined while there is none. */
export function operatorOf(known: KnownMembers): string | undefined {
  const members = known.references().get(organization).members.values()
  return [...members].find(({ left, grants }) => !left && grants.some(({ role }) => role === 'admin'))?.id
}
