/**
 * Files of plaintext in the data folder, one for each place of read models and named like it, whatever engine keeps
 * those. They come and go with what they were derived from.
 */
import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Generations } from '#kernel'
import type { EngineUrls } from '../engine-urls.js'

const stem = 'clear'
const ofOurs = /^clear-(\d{4,}|aside)\.db(-share\d+)?(-wal|-shm|-journal)?$/

/** @param place of a generation, of work aside, or of a share */
export function clearFileOf({ folder, readStore }: EngineUrls, place: string): string {
  const own = basename(readStore.file, '.db')
  return join(folder, `${stem}${basename(place).slice(own.length)}`)
}

export function removeClearFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

/** Generations that remove the plaintext of what they remove. */
export function withClearFiles(generations: Generations, urls: EngineUrls): Generations {
  const remove = (place: string) => removeClearFile(clearFileOf(urls, place))
  return {
    current: () => generations.current(),
    switchTo: (generation) => generations.switchTo(generation),
    settle: (generation) => generations.settle(generation),
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
      for (const name of readdirSync(urls.folder)) {
        const file = join(urls.folder, name)
        if (ofOurs.test(name) && file.replace(/-(wal|shm)$/, '') !== kept) rmSync(file, { force: true })
      }
    },
  }
}
