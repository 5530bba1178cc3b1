/**
 * Builds dist/ from the TypeScript sources when one of them changed. A build is made beside and then
 * moved into place, so whatever runs meanwhile sees the old one or the new one, never half of either.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownNode } from './install.mjs'
import { root } from './lanes.mjs'

const sourceFolders = ['apps', 'libs', 'test']
const settings = ['.swcrc', 'package-lock.json', 'apps/kumppani/launch/build.mjs']
const stampName = '.built-from'
const outFolder = join(root, 'dist')
const stamp = join(outFolder, stampName)

/** Whether dist/ was built from the sources as they are now. */
export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprintOfSources()
}

/** @throws when a source cannot be compiled; the old build then stays in place */
export async function buildIfStale() {
  if (isBuilt()) return
  const fingerprint = fingerprintOfSources()
  process.stderr.write('kumppani: building…\n')
  const fresh = join(root, `dist.${process.pid}`)
  try {
    await compileInto(fresh)
    await buildWebInto(join(fresh, 'web'))
    writeFileSync(join(fresh, stampName), fingerprint)
    replaceBuild(fresh)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Path, size and modification time of every source, hashed: also a deleted or an older file makes a difference. */
function fingerprintOfSources() {
  const hash = createHash('sha256')
  for (const folder of sourceFolders) {
    const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    for (const file of files.sort()) addTo(hash, file)
  }
  for (const file of settings) addTo(hash, join(root, file))
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} file
 */
function addTo(hash, file) {
  const { size, mtimeMs } = statSync(file)
  hash.update(`${file}\0${size}\0${mtimeMs}\n`)
}

/** @param {string} folder */
function compileInto(folder) {
  const swc = join(root, 'node_modules/@swc/cli/bin/swc.js')
  const args = [
    swc,
    ...sourceFolders,
    '-d',
    folder,
    '--config-file',
    '.swcrc',
    '--ignore',
    '**/*.mjs,**/*.tsx,**/schema.generated.ts',
    '--copy-files',
    '-q',
  ]
  return run(args)
}

/** @param {string} folder */
function buildWebInto(folder) {
  return run([join(root, 'apps/web/build.mjs'), folder])
}

/**
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(ownNode, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(undefined) : reject(new Error('the build failed; see above'))))
  })
}

/** @param {string} fresh */
function replaceBuild(fresh) {
  const former = `${fresh}.former`
  if (existsSync(outFolder)) renameSync(outFolder, former)
  renameSync(fresh, outFolder)
  rmSync(former, { recursive: true, force: true })
}
