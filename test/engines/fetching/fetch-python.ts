/** Fetches packages of Python into a virtual environment of their own. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ran } from './fetching.js'

const interpreters = ['python3', 'python']

/** @returns whether they are there now */
export async function fetchPython(folder: string, packages: readonly string[]): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const python of interpreters) {
    if (!(await ran(python, ['-m', 'venv', folder]))) continue
    const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin', 'python')
    if (!(await ran(bin, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]))) continue
    writeFileSync(join(folder, 'fetched'), `${packages.join('\n')}\n`)
    return true
  }
  return false
}
