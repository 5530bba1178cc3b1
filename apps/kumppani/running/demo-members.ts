/** The members of the demo group as the sign-in offers them. */

import { organization } from '#crm'
import { type KeyVault, shown } from '#kernel'
import type { KnownMembers } from '#operations'
import type { DemoMember } from '#platform/identity'
import { opened } from '#privacy'

export async function demoMembers(known: KnownMembers, vault: Pick<KeyVault, 'fetch'>): Promise<DemoMember[]> {
  const { members, units, group } = known.references().get(organization)
  if (!group?.simulated) return []
  const present = await opened(
    [...members.values()].filter((member) => !member.left),
    vault,
  )
  return present.map(({ id, name, function: works, unit, grants }) => ({
    id,
    name: shown(name) ?? id,
    about: `${works}, ${units.get(unit)?.name ?? unit}: ${[...new Set(grants.map(({ role }) => role))].join(', ')}`,
  }))
}
