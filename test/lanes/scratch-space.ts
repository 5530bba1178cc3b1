/** Where the folders of a test run lie: in memory where there is room for all of them, as most of a disk's time goes into flushing. */
import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Of Linux; whoever sets where temporary files go is asked first. */
const inMemory = '/dev/shm'
/** Some times what a whole run has at once. */
const roomNeeded = 8 * 2 ** 30

export function scratchSpace(): string {
  return process.env.TMPDIR === undefined && hasRoom(inMemory) ? inMemory : tmpdir()
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= roomNeeded
  } catch {
    return false
  }
}

/** A folder of this run; those of runs that were ended before they could remove theirs go. */
export function runFolderIn(space: string): string {
  for (const name of readdirSync(space)) {
    const [, pid] = /^kumppani-run-(\d+)-/.exec(name) ?? []
    const folder = join(space, name)
    if (pid !== undefined && !isRunning(Number(pid)) && isOurs(folder)) rmSync(folder, { recursive: true, force: true })
  }
  return mkdtempSync(join(space, `kumppani-run-${process.pid}-`))
}

const isOurs = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.uid === userInfo().uid

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
