/** Where the folders of a test run lie: in memory where there is room for all of them, as most of a disk's time goes into flushing. */
import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

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
