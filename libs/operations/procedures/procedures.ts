/** The lists of procedures: of whoever records, of whoever derives read models, and of both in one process. */
import type { Registry } from '#kernel'
import type { Imports } from '../imports/imports.js'
import { importProcedures } from './imports.js'
import type { DerivingSide, Installation, RecordingSide } from './installation.js'
import { keyProcedures } from './keys.js'
import { personProcedures } from './persons.js'
import { plaintextProcedures } from './plaintext.js'
import type { Procedure } from './procedure.js'
import { processProcedures } from './processes.js'
import { backupProcedure, upkeepProcedures } from './upkeep.js'

export const recordingProcedures = (recording: RecordingSide, imports: Imports): Procedure[] => [
  ...importProcedures(recording, imports),
  ...personProcedures(recording),
  ...processProcedures(recording),
  ...keyProcedures(recording),
  ...plaintextProcedures(recording),
  backupProcedure(recording),
]

export const derivingProcedures = (deriving: DerivingSide): Procedure[] => upkeepProcedures(deriving)

/** Of an installation in one process. */
export const proceduresOf = (installation: Installation, imports: Imports): Procedure[] => [
  ...recordingProcedures(installation, imports),
  ...derivingProcedures(installation),
]

/** As they are described, where none is done: so they have nothing to work on. */
export function describedBySide(registry: Registry): { recording: Procedure[]; deriving: Procedure[] } {
  const nothing = { registry } as Installation
  return { recording: recordingProcedures(nothing, {} as Imports), deriving: derivingProcedures(nothing) }
}

/** All of them, likewise. */
export function describedProcedures(registry: Registry): Procedure[] {
  const { recording, deriving } = describedBySide(registry)
  return [...recording, ...deriving]
}
