/** What SQLite reports, said so that an operator knows which file it is about and what to do. */
import { LogRefused } from '#kernel'

/** Another process, or another log in this one, writes to the same file. */
export class LogInUse extends LogRefused {
  constructor(file: string, options?: ErrorOptions) {
    super(
      `The event log ${file} is being written by another process. Stop that one first, or give this one another folder.`,
      options,
    )
    this.name = 'LogInUse'
  }
}

const advice: Record<number, string> = {
  5: 'is locked by another program. Close the program that has the file open, then try again.',
  8: 'is read-only. Make the file and its folder writable for the user of this process.',
  10: 'could not be read or written by the operating system. Check the disk, then restart.',
  11: 'is damaged. Keep the file, and put the newest backup in its place.',
  13: 'has no room left on its disk. Free some space; writing goes on by itself.',
  14: 'cannot be opened. Check that its folder exists and that the user of this process may read and write there.',
  26: 'is not a database. The path points to another file, or the file is damaged.',
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

/** The operating system failed on a write or a flush: what it still holds of our bytes is unknown. */
export function isDiskFailure(error: unknown): boolean {
  return resultCode(error) === 10
}

/** The error as the port promises it, with the original as its cause. */
export function refusal(file: string, error: unknown): LogRefused {
  if (error instanceof LogRefused) return error
  const known = advice[resultCode(error) ?? -1]
  const reason = known ?? `could not be used: ${String(error)}.`
  return new LogRefused(`The event log ${file} ${reason}`, { cause: error })
}
