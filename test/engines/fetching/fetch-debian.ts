/** Fetches what Debian's packages hold: nothing is installed, only unpacked. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ran } from './fetching.js'

/** @returns whether all of them could be had; the folder holds them alone */
export async function fetchDebian(folder: string, packages: readonly string[]): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const names = packages.join(' ')
  const download = `apt-get -qq download ${names}`
  const unpack = `cd "$1" && (${download} || (apt-get -qq update && ${download})) && for one in *.deb; do dpkg -x "$one" . && rm "$one"; done`
  if (!(await ran('sh', ['-c', unpack, 'sh', folder]))) return false
  writeFileSync(join(folder, 'fetched'), `${names}\n`)
  return true
}
