/** What an import may make: all that the slices say. */
import type { TargetDeclaration } from '#imports'
import { slices } from '../slices.js'

/** Slices make them by `defineTarget`; the kernel, which knows no import, knows their names. */
const declared = slices.flatMap(({ targets }) => targets) as unknown[] as TargetDeclaration[]

export const importTargets: readonly TargetDeclaration[] = declared
