/** A log that takes nothing on streams of a category, as long as it is told not to: a disk that is full at just that moment. */
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { type EventLog, LogRefused } from '#kernel'

export function failingLog() {
  const log = openMemoryLog()
  /** The category, and whatever is to be done before an append. */
  const told: { full?: string; before?: (stream: string) => Promise<void> } = {}
  const append: EventLog['append'] = async (stream, ...rest) => {
    await told.before?.(stream)
    if (stream.startsWith(`${told.full}-`)) throw new LogRefused('the disk is full')
    return log.append(stream, ...rest)
  }
  const failing = new Proxy(log, {
    get: (of, name) => {
      const value: unknown = name === 'append' ? append : Reflect.get(of, name)
      return typeof value === 'function' ? value.bind(of) : value
    },
  })
  return { log: failing, told }
}
