/** Whose business an import is: its starter's, and that of whoever imports for one of the same units. */
import { holds, isSystem, refuse, unitsOf, type Viewer } from '#kernel'
import type { ImportState } from './import-stream.js'

/** Units that a viewer imports for; undefined for all, empty for an administrator, who imports the catalogue. */
export function unitsImportedFor(viewer: Viewer): string[] | undefined {
  const units = unitsOf(viewer, 'manager', 'steward')
  return isSystem(viewer) || units.has('*') ? undefined : [...units].sort()
}

/** Whether the viewer may undo the import and see its refused rows. */
export function sharesImport(viewer: Viewer, { by, units }: Pick<ImportState, 'by' | 'units'>): boolean {
  if (isSystem(viewer) || viewer.member === by) return true
  return units?.length === 0 ? holds(viewer, ['admin']) : importsForOne(viewer, units)
}

/** @throws DomainError unless it is the viewer's business: `not-allowed` to whoever may read it, else `not-found` */
export function requireShare(viewer: Viewer, of: Pick<ImportState, 'by' | 'units'>): void {
  if (sharesImport(viewer, of)) return
  refuse(holds(viewer, ['auditor']) ? 'not-allowed' : 'not-found')
}

const importsForOne = (viewer: Viewer, units: readonly string[] = ['*']): boolean =>
  units.some((unit) => holds(viewer, ['manager', 'steward'], unit === '*' ? undefined : unit))
