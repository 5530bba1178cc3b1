/** The members of the demo group as the sign-in offers them. */

import { organization } from '#crm'
import { type KeyVault, shown } from '#kernel'
import type { LocalCore } from '#operations'
import type { DemoMember } from '#platform/identity'
import { openSealed } from '#privacy'

export function demoMembers(core: LocalCore, vault: Pick<KeyVault, 'bytesOf'>): DemoMember[] {
  const { members, units, group } = core.references().get(organization)
  if (!group?.simulated) return []
  return [...members.values()]
    .filter((member) => !member.left)
    .map(({ id, name, function: works, unit, grants }) => ({
      id,
      name: shown(openSealed(name, vault)) ?? id,
      about: `${works}, ${units.get(unit)?.name ?? unit}: ${[...new Set(grants.map(({ role }) => role))].join(', ')}`,
    }))
}
