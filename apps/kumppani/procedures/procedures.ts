/** The one list of procedures. */
import type { ImportService, Procedure } from '#operations'
import type { Engines } from '../running/engines.js'
import { importProcedures } from './imports.js'
import { personProcedures } from './persons.js'
import { processProcedures } from './processes.js'
import { upkeepProcedures } from './upkeep.js'

export const proceduresOf = (engines: Engines, importService: ImportService): Procedure[] => [
  ...importProcedures(engines, importService),
  ...personProcedures(engines),
  ...upkeepProcedures(engines),
  ...processProcedures(engines),
]
