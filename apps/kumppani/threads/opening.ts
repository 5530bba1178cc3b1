/** What every thread opens of the data folder: the log and the keys, for reading. */
import { business } from '#crm'
import { openSqliteLog, openSqliteVault } from '#engines/sqlite'
import { openSealed } from '#privacy'

/** Plain values, so that they can be handed to a thread. */
export interface ThreadFiles {
  logFile: string
  keysFile: string
  erasuresFile: string
  locale: string
}

export function openForReading({ logFile, keysFile, erasuresFile }: ThreadFiles) {
  const log = openSqliteLog({ file: logFile, readOnly: true })
  const vault = openSqliteVault({ file: keysFile, erasuresFile, readOnly: true })
  return { business, log, vault, open: <T>(value: T): T => openSealed(value, vault) }
}
