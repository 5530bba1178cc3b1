/** What every thread opens of the data folder: the log and the keys, for reading. */
import { business } from '#crm'
import { openSqliteLog, openSqliteVault } from '#engines/sqlite'
import { openerOf } from '#privacy'

/** Plain values, so that they can be handed to a thread. */
export interface ThreadFiles {
  logFile: string
  keysFile: string
  erasuresFile: string
  locale: string
  /** What all files of the group carry. */
  identity: string
}

export function openForReading({ logFile, keysFile, erasuresFile }: ThreadFiles) {
  const log = openSqliteLog({ file: logFile, readOnly: true })
  const vault = openSqliteVault({ file: keysFile, erasuresFile, readOnly: true })
  return { business, log, vault, openerOf: openerOf(vault) }
}
