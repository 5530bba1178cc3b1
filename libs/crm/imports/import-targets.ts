/** The one list of what an import may make. */
import type { TargetDeclaration } from '#imports'
import { customerTargets } from './targets/customers.js'
import { organizationTargets } from './targets/organization.js'
import { sellingTargets } from './targets/selling.js'

export const importTargets: readonly TargetDeclaration[] = [
  ...organizationTargets,
  ...customerTargets,
  ...sellingTargets,
]
