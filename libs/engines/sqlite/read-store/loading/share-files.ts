/** Files of their own into which the shares of a rebuild are folded, beside the read models that take them in. */
import { rmSync } from 'node:fs'
import type { SharePlaces } from '#kernel'

/**
 * @param path of the read models, or their plaintext
 * @param absorb takes the tables of a file into it
 */
export function shareFilesOf(path: string, absorb: (file: string) => void): SharePlaces {
  const placeOf = (index: number) => `${path}-share${index}`
  return {
    placeOf,
    absorb: async (index) => absorb(placeOf(index)),
    remove: async (index) => {
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${placeOf(index)}${suffix}`, { force: true })
    },
  }
}
