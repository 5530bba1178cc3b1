/** Wakes whoever follows the log as soon as something is recorded. */
import type { SqliteEventLog } from '#engines/sqlite'

/** The log, telling the threads after each append so that they need not wait for their next look. */
export function notifying(log: SqliteEventLog, notify: () => void): SqliteEventLog {
  const append = log.append.bind(log)
  let isTold = false
  log.append = async (stream, expected, events) => {
    const appended = await append(stream, expected, events)
    // One message for all that a flush acknowledged.
    if (!isTold) {
      isTold = true
      setImmediate(() => {
        isTold = false
        notify()
      })
    }
    return appended
  }
  return log
}
