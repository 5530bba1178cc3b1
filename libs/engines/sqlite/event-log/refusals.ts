/** What SQLite reports, said so that an operator knows which file it is about and what to do. */
import { LogRefused } from '#kernel'
import { ofLog } from '../telling/log-texts.js'

/** Another process, or another log in this one, writes to the same file. */
export class LogInUse extends LogRefused {
  constructor(file: string, options?: ErrorOptions) {
    super(ofLog('in-use', { file }), options)
    this.name = 'LogInUse'
  }
}

const advice: Record<number, Parameters<typeof ofLog>[0]> = {
  5: 'locked',
  8: 'read-only',
  10: 'disk-failed',
  11: 'damaged',
  13: 'disk-full',
  14: 'not-opened',
  26: 'no-database',
}

/**
 * SQLite's primary result code; undefined when the error is not SQLite's. Asked by its shape, since an
 * error made by native code may come from another realm than this module.
 */
function resultCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}

export function isBusy(error: unknown): boolean {
  return resultCode(error) === 5
}

/** The file is not what SQLite wrote: a page is damaged, or it is no database at all. */
export function isDamage(error: unknown): boolean {
  return [11, 26].includes(resultCode(error) ?? -1)
}

/** The operating system failed on a write or a flush: what it still holds of our bytes is unknown. */
export function isDiskFailure(error: unknown): boolean {
  return resultCode(error) === 10
}

/** The error as the port promises it, with the original as its cause. */
export function refusal(file: string, error: unknown): LogRefused {
  if (error instanceof LogRefused) return error
  const known = advice[resultCode(error) ?? -1]
  const why = known ? ofLog(known, { file }) : ofLog('not-used', { file, why: String(error) })
  return new LogRefused(why, { cause: error })
}
