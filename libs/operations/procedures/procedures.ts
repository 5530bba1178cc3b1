/** The one list of procedures. */
import type { Imports } from '../imports/imports.js'
import { importProcedures } from './imports.js'
import type { Installation } from './installation.js'
import { keyProcedures } from './keys.js'
import { personProcedures } from './persons.js'
import type { Procedure } from './procedure.js'
import { processProcedures } from './processes.js'
import { upkeepProcedures } from './upkeep.js'

export const proceduresOf = (installation: Installation, imports: Imports): Procedure[] => [
  ...importProcedures(installation, imports),
  ...personProcedures(installation),
  ...upkeepProcedures(installation),
  ...keyProcedures(installation),
  ...processProcedures(installation),
]
