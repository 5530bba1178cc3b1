/**
 * Installs the packages of package-lock.json when they are not there as it names them. A checkout that
 * is complete never touches the network: npm's own record of what it installed is compared, no more.
 */
import { spawn } from 'node:child_process'
import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lanes.mjs'

export const windows = process.platform === 'win32'
/** The project's own Node, whatever the system's is. */
export const ownNode = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node')

/** What npm says it has installed. */
const recordFile = join(root, 'node_modules/.package-lock.json')

/** @throws when packages are missing and cannot be installed */
export async function installIfMissing() {
  if (isInstalled()) return
  if (isLink(join(root, 'node_modules'))) {
    throw new Error('node_modules is a link and differs from package-lock.json; install where it leads to')
  }
  process.stderr.write('kumppani: installing packages (once; needs the network)…\n')
  // Without its record npm looks at what is there.
  rmSync(recordFile, { force: true })
  // Not `npm ci`: it refuses a lock file without the binaries of platforms that a registry does not carry.
  await npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
  if (!existsSync(ownNode)) {
    throw new Error(
      'npm did not run the install script of the package "node"; run: npm rebuild node --ignore-scripts=false',
    )
  }
}

/** Whether npm's record inside node_modules names the same versions as package-lock.json, and what it names is there. */
export function isInstalled() {
  if (!existsSync(ownNode)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  if (!wanted) throw new Error('package-lock.json cannot be read; get it back with: git checkout package-lock.json')
  const installed = packagesOf(recordFile)
  return installed !== undefined && isComplete(wanted, installed, (path) => existsSync(join(root, path)))
}

/**
 * @param {Packages} wanted
 * @param {Packages} installed
 * @param {(path: string) => boolean} isThere asked of the packages that stand at the top
 */
export function isComplete(wanted, installed, isThere) {
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    if (!(path in installed)) return optional === true
    return installed[path].version === version && (!isAtTop(path) || isThere(path))
  })
}

/** @param {string} path */
const isAtTop = (path) => path.lastIndexOf('node_modules/') === 0

/** @typedef {Record<string, { version: string, optional?: boolean }>} Packages by path below the root */

/**
 * @param {string} lockFile
 * @returns {Packages | undefined} nothing when the file is missing or broken
 */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages
  } catch (error) {
    if (error instanceof SyntaxError || error.code === 'ENOENT') return undefined
    throw error
  }
}

/** @param {string} path */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** @param {string[]} args */
function npm(args) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: windows })
    child.once('error', () => reject(new Error('npm is not on the PATH')))
    child.once('exit', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error(`npm ${args[0]} ended with ${code}; see its lines above`)),
    )
  })
}
