/** The one list of procedures. */
import type { Registry } from '#kernel'
import type { Imports } from '../imports/imports.js'
import { importProcedures } from './imports.js'
import type { Installation } from './installation.js'
import { personProcedures } from './persons.js'
import type { Procedure } from './procedure.js'
import { processProcedures } from './processes.js'
import { upkeepProcedures } from './upkeep.js'

export const proceduresOf = (installation: Installation, imports: Imports): Procedure[] => [
  ...importProcedures(installation, imports),
  ...personProcedures(installation),
  ...upkeepProcedures(installation),
  ...processProcedures(installation),
]

/** All of them as they are described, where none is done: so they have nothing to work on. */
export const describedProcedures = (registry: Registry): Procedure[] =>
  proceduresOf({ registry } as Installation, {} as Imports)
