/** What every thread opens of the data folder: the log and the keys, for reading. */
import { openSqliteLog, openSqliteVault } from '#engines/sqlite'

/** Plain values, so that they can be handed to a thread. */
export interface ThreadFiles {
  logFile: string
  keysFile: string
  erasuresFile: string
  locale: string
  /** What all files of the group carry. */
  identity: string
}

export const openForReading = ({ logFile, keysFile, erasuresFile }: ThreadFiles) => ({
  log: openSqliteLog({ file: logFile, readOnly: true }),
  vault: openSqliteVault({ file: keysFile, erasuresFile, readOnly: true }),
})
