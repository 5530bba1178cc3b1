/** Whose business an import is: its starter's, and that of whoever imports for one of the same units. */
import { holds, isSystem, refuse, unitsOf, type Viewer } from '#kernel'
import type { ImportState } from './import-stream.js'

/** Units that a viewer imports for; undefined for all, empty for an administrator, who imports the catalogue. */
export function unitsImportedFor(viewer: Viewer): string[] | undefined {
  const units = unitsOf(viewer, 'manager', 'steward')
  return isSystem(viewer) || units.has('*') ? undefined : [...units].sort()
}

/** @throws DomainError `not-allowed` unless the viewer may undo the import and see its refused rows */
export function requireShare(viewer: Viewer, { by, units }: Pick<ImportState, 'by' | 'units'>): void {
  if (isSystem(viewer) || viewer.member === by) return
  if (units?.length === 0 ? !holds(viewer, ['admin']) : !importsForOne(viewer, units)) refuse('not-allowed')
}

const importsForOne = (viewer: Viewer, units: readonly string[] = ['*']): boolean =>
  units.some((unit) => holds(viewer, ['manager', 'steward'], unit === '*' ? undefined : unit))
