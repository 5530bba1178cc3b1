/** A backup is two files; and how one is put back where erasures since are not undone by it. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StartRefused } from '#platform/config/exit-codes.js'
import type { Settings } from '#platform/config/settings.js'

export const backupFiles = { log: 'data.db', keys: 'keys.db' } as const

/**
 * Puts a backup into a data folder that no program holds. The folder's own erasures.log stays: keys
 * named there are destroyed before anything can be read. Read models are derived anew at the next start.
 * @throws StartRefused when the backup is incomplete, or the folder holds a log and `replace` is not said
 */
export function restoreBackup(from: string, settings: Settings, replace: boolean): void {
  const keysFile = join(settings.dataFolder, 'keys.db')
  for (const name of Object.values(backupFiles)) {
    if (!existsSync(join(from, name)))
      throw new StartRefused(
        'usage',
        `${join(from, name)} is missing: a backup is the two files ${backupFiles.log} and ${backupFiles.keys}`,
      )
  }
  if (existsSync(settings.eventLogFile) && !replace) {
    throw new StartRefused(
      'usage',
      `${settings.eventLogFile} is there already; say --replace to put the backup in its place`,
    )
  }
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 })
  for (const [file, name] of [
    [settings.eventLogFile, backupFiles.log],
    [keysFile, backupFiles.keys],
  ] as const) {
    copyFileSync(join(from, name), `${file}.restoring`)
  }
  for (const file of [settings.eventLogFile, keysFile]) {
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
    renameSync(`${file}.restoring`, file)
  }
  removeReadModels(settings.readStoreFile)
}

function removeReadModels(path: string): void {
  const stem = basename(path, '.db')
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(`${stem}-`) || name.startsWith(`${basename(path)}.current`))
      rmSync(join(dirname(path), name), { force: true })
  }
}
