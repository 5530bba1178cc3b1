/**
 * Loaded before the program (`--import`): ends it without warning as soon as its log has taken so many appends
 * on streams of a category, `DIES_AFTER=promise:2`. What was flushed is there, what comes after never was.
 */
import { isMainThread } from 'node:worker_threads'
import { SqliteEventLog } from '#engines/sqlite/event-log/sqlite-event-log.js'

const [category = '', count = '1'] = (process.env.DIES_AFTER ?? '').split(':')

if (isMainThread && category !== '') {
  const append = SqliteEventLog.prototype.append
  let left = Number(count)
  SqliteEventLog.prototype.append = async function (this: SqliteEventLog, stream, ...rest) {
    const appended = await append.call(this, stream, ...rest)
    if (stream.startsWith(`${category}-`) && --left === 0) process.kill(process.pid, 'SIGKILL')
    return appended
  }
}
