/** A clock of a process's own, by libfaketime where it is installed: the system's is everybody's and stays as it is. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const libraries = '/usr/lib'
const name = 'faketime/libfaketimeMT.so.1'
/** The library looks at its file again after so many seconds. */
const lookSeconds = 1

/** Undefined where it is not installed. */
export function faketimeLibrary(): string | undefined {
  if (!existsSync(libraries)) return undefined
  return readdirSync(libraries)
    .map((folder) => join(libraries, folder, name))
    .find((file) => existsSync(file))
}

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
