/** A clock of a process's own, by libfaketime where it can be had: the system's is everybody's and stays as it is. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { engineCache } from '#test/engines/engine-cache.js'
import { fetchDebian } from '#test/engines/fetching/fetch-debian.js'

export const clockFolder = (): string => join(engineCache(), 'debian-libfaketime')
const name = 'faketime/libfaketimeMT.so.1'
/** The library looks at its file again after so many seconds. */
const lookSeconds = 1

/** Of this machine, else of the cache; undefined where it is in neither. */
export const faketimeLibrary = (): string | undefined =>
  ['/usr/lib', join(clockFolder(), 'usr/lib')]
    .filter((libraries) => existsSync(libraries))
    .flatMap((libraries) => readdirSync(libraries).map((folder) => join(libraries, folder, name)))
    .find((file) => existsSync(file))

/** Whether it could be had. */
export const fetchFaketime = async (): Promise<boolean> =>
  (await fetchDebian(clockFolder(), ['libfaketime'])) && faketimeLibrary() !== undefined

export class ShiftedClock {
  constructor(
    private readonly library: string,
    private readonly file: string,
  ) {
    this.set(0)
  }

  /** For whoever is to go by it. The clock that never falls is left alone. */
  get environment(): Record<string, string> {
    return {
      LD_PRELOAD: this.library,
      FAKETIME_TIMESTAMP_FILE: this.file,
      FAKETIME_CACHE_DURATION: String(lookSeconds),
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    }
  }

  /** Resolves once whoever goes by it does so. */
  async jumpTo(seconds: number): Promise<void> {
    this.set(seconds)
    await delay((lookSeconds + 1) * 1000)
  }

  private set(seconds: number): void {
    writeFileSync(this.file, `${seconds < 0 ? '' : '+'}${seconds}s\n`)
  }
}
