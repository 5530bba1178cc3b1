/** The programs that what is deployed is checked by: on this machine's path, else fetched from Debian's packages. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Condition } from '#test/lanes/describe-when.js'
import { engineCache } from '../engines/engine-cache.js'
import { ran } from '../engines/fetching.js'

const folders = { nginx: 'usr/sbin', promtool: 'usr/bin' } as const
export type CheckingProgram = keyof typeof folders

export const checkingFolder = (): string => join(engineCache(), 'debian-nginx-prometheus')

/** Its path; undefined where there is none. */
export function checkingProgram(name: CheckingProgram): string | undefined {
  const onPath = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].map((folder) => join(folder, name))
  return [...onPath, join(checkingFolder(), folders[name], name)].find(runs)
}

/** What it is linked with may be missing here. */
const runs = (path: string): boolean =>
  existsSync(path) && spawnSync(path, ['-h'], { timeout: 10_000 }).error === undefined

export const has = (name: CheckingProgram): Condition => ({
  holds: checkingProgram(name) !== undefined,
  otherwise: `no ${name}: run "npm run engines" once on Debian, or put it on the path`,
})

/** Whether both could be had; nothing is installed, only unpacked. */
export async function fetchCheckingPrograms(): Promise<boolean> {
  const folder = checkingFolder()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const packages = 'nginx prometheus'
  const download = `apt-get -qq download ${packages}`
  const unpack = `cd "$1" && (${download} || (apt-get -qq update && ${download})) && for one in *.deb; do dpkg -x "$one" . && rm "$one"; done`
  if (!(await ran('sh', ['-c', unpack, 'sh', folder]))) return false
  writeFileSync(join(folder, 'fetched'), `${packages}\n`)
  return checkingProgram('nginx') !== undefined && checkingProgram('promtool') !== undefined
}
