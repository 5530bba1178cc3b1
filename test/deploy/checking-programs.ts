/** The programs that what is deployed is checked by: on this machine's path, else fetched from Debian's packages. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Condition } from '#test/lanes/describe-when.js'
import { engineCache } from '../engines/engine-cache.js'
import { fetchDebian } from '../engines/fetching/fetch-debian.js'

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

/** Whether both could be had. */
export const fetchCheckingPrograms = async (): Promise<boolean> =>
  (await fetchDebian(checkingFolder(), ['nginx', 'prometheus'])) &&
  checkingProgram('nginx') !== undefined &&
  checkingProgram('promtool') !== undefined
