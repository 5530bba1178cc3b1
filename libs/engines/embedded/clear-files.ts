/**
 * Files of plaintext in the data folder, one for each place of read models and named like it, whatever engine keeps
 * those. They come and go with what they were derived from.
 */
import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Generations } from '#kernel'

const stem = 'clear'
const ofOurs = /^clear-(\d{4,}|aside)\.db(-share\d+)?(-wal|-shm|-journal)?$/

/** Where plaintext stands, and by what name places of read models begin. */
interface Folders {
  folder: string
  readStore: { scheme: 'sqlite'; file: string } | { scheme: 'mongodb'; database: string }
}

/** @param place of a generation, of work aside, or of a share */
export function clearFileOf({ folder, readStore }: Folders, place: string): string {
  if (readStore.scheme === 'sqlite')
    return join(folder, `${stem}${basename(place).slice(basename(readStore.file, '.db').length)}`)
  // Databases are named without an ending.
  return join(folder, `${stem}${place.slice(readStore.database.length).replace(/^-\w+/, '$&.db')}`)
}

export function removeClearFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

/** Whether a file is one of plaintext in a data folder. */
export const isClearFile = (folder: string, file: string): boolean =>
  dirname(file) === folder && ofOurs.test(basename(file))

/** Removes all plaintext in a data folder, but for one file. */
export function removeClearFiles(folder: string, kept?: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (isClearFile(folder, file) && file.replace(/-(wal|shm)$/, '') !== kept) rmSync(file, { force: true })
  }
}

/** Generations that remove the plaintext of what they remove. */
export function withClearFiles(generations: Generations, urls: Folders): Generations {
  const remove = (place: string) => removeClearFile(clearFileOf(urls, place))
  return {
    current: () => generations.current(),
    switchTo: (generation) => generations.switchTo(generation),
    settle: (generation) => generations.settle(generation),
    close: () => generations.close(),
    next: async (shape) => {
      const generation = await generations.next(shape)
      remove(generation.place)
      return generation
    },
    aside: (work) =>
      generations.aside(async (place) => {
        remove(place)
        try {
          return await work(place)
        } finally {
          remove(place)
        }
      }),
    clean: async () => {
      await generations.clean()
      const current = await generations.current()
      const kept = current && clearFileOf(urls, current.place)
      removeClearFiles(urls.folder, kept)
    },
  }
}
