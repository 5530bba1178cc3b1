/** The one list of procedures. */
import type { Procedure } from '#core/procedure.js'
import type { Engines } from '../running/engines.js'
import type { ImportDesk } from '../running/import-desk.js'
import { importProcedures } from './imports.js'
import { personProcedures } from './persons.js'
import { upkeepProcedures } from './upkeep.js'

export const proceduresOf = (engines: Engines, desk: ImportDesk): Procedure[] => [
  ...importProcedures(engines, desk),
  ...personProcedures(engines),
  ...upkeepProcedures(engines),
]
