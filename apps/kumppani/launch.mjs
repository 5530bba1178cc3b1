/**
 * The way in on any machine with git, npm and Node 20 or later: installs what is missing, builds what
 * changed, and runs one lane on the project's own Node. Needs nothing that is not part of Node.
 */
import './launch/signals.mjs'
import { chdir } from 'node:process'
import { buildIfStale, isBuilt } from './launch/build.mjs'
import { installIfMissing, isInstalled } from './launch/install.mjs'
import { lanes, root } from './launch/lanes.mjs'
import { withLock } from './launch/lock.mjs'
import { runProgram } from './launch/program.mjs'

/**
 * Brings the checkout up to date and runs a lane.
 * @param {string} name one of the lanes in launch/lanes.mjs
 * @param {string[]} args passed on to the program
 * @returns {Promise<number>} the exit code: the program's own, or 1 when it could not be started, 2 for an unknown lane
 */
export async function launch(name, args) {
  const lane = Object.hasOwn(lanes, name) ? lanes[name] : undefined
  if (!lane) {
    process.stderr.write(`kumppani: there is no lane "${name}"; there are ${Object.keys(lanes).join(', ')}\n`)
    return 2
  }
  try {
    if (!isInstalled() || !isBuilt()) {
      await withLock(async () => {
        await installIfMissing()
        await buildIfStale()
      })
    }
    if (!lane.keepsFolder) chdir(root)
    return lane.entry ? await runProgram(lane, args) : 0
  } catch (error) {
    process.stderr.write(`kumppani: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

if (process.argv[1]?.endsWith('launch.mjs'))
  process.exitCode = await launch(process.argv[2] ?? '', process.argv.slice(3))
