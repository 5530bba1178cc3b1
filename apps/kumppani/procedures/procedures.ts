/** The one list of procedures. */
import type { Procedure } from '#platform/core/procedure.js'
import type { Engines } from '../running/engines.js'
import { upkeepProcedures } from './upkeep.js'

export const proceduresOf = (engines: Engines): Procedure[] => [...upkeepProcedures(engines)]
