/** The one list of procedures. */
import type { ImportDesk, Procedure } from '#operations'
import type { Engines } from '../running/engines.js'
import { importProcedures } from './imports.js'
import { personProcedures } from './persons.js'
import { upkeepProcedures } from './upkeep.js'

export const proceduresOf = (engines: Engines, desk: ImportDesk): Procedure[] => [
  ...importProcedures(engines, desk),
  ...personProcedures(engines),
  ...upkeepProcedures(engines),
]
