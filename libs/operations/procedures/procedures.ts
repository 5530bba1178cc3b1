/** The lists of procedures: of whoever records, of whoever derives read models, and of both in one process. */
import type { Registry } from '#kernel'
import type { Imports } from '../imports/imports.js'
import { importProcedures } from './imports.js'
import type { DerivingSide, Installation, RecordingSide } from './installation.js'
import { keyProcedures } from './keys.js'
import { personProcedures } from './persons.js'
import type { Procedure } from './procedure.js'
import { processProcedures } from './processes.js'
import { backupProcedure, upkeepProcedures } from './upkeep.js'

export const recordingProcedures = (recording: RecordingSide, imports: Imports): Procedure[] => [
  ...importProcedures(recording, imports),
  ...personProcedures(recording),
  ...processProcedures(recording),
  ...keyProcedures(recording),
]

export const derivingProcedures = (deriving: DerivingSide): Procedure[] => upkeepProcedures(deriving)

/** Of an installation in one process, which keeps its log and keys in files. */
export const proceduresOf = (installation: Installation, imports: Imports): Procedure[] => [
  ...recordingProcedures(installation, imports),
  ...derivingProcedures(installation),
  backupProcedure(installation),
]

/** All of them as they are described, where none is done: so they have nothing to work on. */
export const describedProcedures = (registry: Registry): Procedure[] =>
  proceduresOf({ registry } as Installation, {} as Imports)
