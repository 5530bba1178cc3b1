/** Wakes whoever follows the log as soon as something is recorded. */
import type { EventLog } from '#kernel'

/**
 * From one notice to the next while much is recorded: what is written meanwhile is projected together, in
 * a fraction of the time that it takes one by one.
 */
const leastPauseMs = 8

/** Tells followers, so often and no more however often it is asked to. */
export function pacedNotice(notify: () => void): () => void {
  let isPlanned = false
  let toldMs = Number.NEGATIVE_INFINITY
  const tell = () => {
    isPlanned = false
    toldMs = performance.now()
    notify()
  }
  return () => {
    if (isPlanned) return
    isPlanned = true
    const waitMs = toldMs + leastPauseMs - performance.now()
    // After the turn at the earliest: one notice for all that a flush acknowledged.
    if (waitMs > 0) setTimeout(tell, waitMs)
    else setImmediate(tell)
  }
}

/** The log, telling followers after appends so that they need not wait for their next look. */
export function notifying<Log extends Pick<EventLog, 'append'>>(log: Log, notify: () => void): Log {
  const append = log.append.bind(log)
  log.append = async (stream, expected, events) => {
    const appended = await append(stream, expected, events)
    notify()
    return appended
  }
  return log
}
