/** The browser of the tests, unpacked once for all checkouts and runs of this machine, by whoever needs it first. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { engineCache } from '#test/engines/engine-cache.js'

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  devDependencies: Record<string, string>
}
const folder = (): string => join(engineCache(), `chromium-${devDependencies['@sparticuz/chromium']}`)
const programIn = (unpacked: string): string => join(unpacked, 'chromium')

const unpacking = fileURLToPath(new URL('./unpack-browser-child.js', import.meta.url))

/** Its path. */
export function browserProgram(): string {
  if (!existsSync(programIn(folder()))) unpack()
  return programIn(folder())
}

/** It unpacks itself to where temporary files go, which is told to a process of its own. */
function unpack(): void {
  mkdirSync(engineCache(), { recursive: true })
  const own = mkdtempSync(`${folder()}-`)
  execFileSync(process.execPath, [unpacking], { env: { ...process.env, TMPDIR: own } })
  try {
    renameSync(own, folder())
  } catch (error) {
    rmSync(own, { recursive: true, force: true })
    // Somebody else was as quick.
    if (!existsSync(programIn(folder()))) throw error
  }
}
