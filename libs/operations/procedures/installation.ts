/** What procedures work on: whoever runs them says how an installation is kept well, whichever processes it is made of. */
import type { Registry, WriteAccess } from '#kernel'
import type { Parked, Verification } from '#projections'
import type { LocalCore } from '../core/local-core.js'
import type { PlaintextLeases } from '../leases/clear-files.js'
import type { Exporting } from '../persons/export-person.js'

/** Where a backup was written. */
export interface BackedUp {
  log: string
  keys: string
  /** Up to which everything recorded is in it. */
  position: string
}

/** What records, as procedures need it. */
export interface RecordingSide {
  registry: Registry
  writeAccess: Pick<WriteAccess, 'mayWrite'>
  core: Pick<LocalCore, 'ask' | 'openProcesses' | 'processes' | 'ports'>
  /** What erasures, exports and decisions about withheld writing work on. */
  rights(): Exporting
  /** Wraps all keys by the current master key; answers how many another had wrapped. Absent where keys are not wrapped. */
  rewrapKeys?(): Promise<number>
  /** Files of plaintext, whoever keeps them. */
  plaintextLeases: PlaintextLeases
  /**
   * Copies log and keys into a folder while everything goes on. Absent where they are not kept in files.
   * @throws Error, LogRefused when that cannot be written, or a backup is there
   */
  backup?(folder: string): Promise<BackedUp>
}

/** What derives the read models, likewise. */
export interface DerivingSide {
  /** Derives the read models anew beside those that serve, then switches. */
  rebuild(): Promise<void>
  /** Holds the read models, as they are at one moment, against a clean fold of the log. */
  verify(): Promise<Verification>
  parked(): Promise<Parked[]>
  /** Folds a parked partition again; true when it folds now. */
  retry(partition: string): Promise<boolean>
}

/** All of it in one process. */
export interface Installation extends RecordingSide, DerivingSide {}
