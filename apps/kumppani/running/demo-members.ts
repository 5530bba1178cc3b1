/** The members of the demo group as the sign-in offers them. */

import { functionNames, organization, roleNames } from '#crm'
import { type KeyVault, shown, type TextLanguage } from '#kernel'
import type { KnownMembers } from '#operations'
import type { DemoMember } from '#platform/identity'
import { opened } from '#privacy'

interface Known {
  core: Pick<KnownMembers, 'references'>
  vault: Pick<KeyVault, 'fetch'>
}

export async function demoMembers({ core, vault }: Known, language: TextLanguage): Promise<DemoMember[]> {
  const { members, units, group } = core.references().get(organization)
  if (!group?.simulated) return []
  const present = await opened(
    [...members.values()].filter((member) => !member.left),
    vault,
  )
  return present.map(({ id, name, function: works, unit, grants }) => {
    const roles = new Set(grants.map(({ role }) => roleNames[role][language]))
    const about = `${functionNames[works][language]}, ${units.get(unit)?.name ?? unit}: ${[...roles].join(', ')}`
    return { id, name: shown(name) ?? id, about }
  })
}
