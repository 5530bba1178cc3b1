/** After all suites: ends the engines that were started before them, and removes what tests have left in the run's folder. */
import { rmSync } from 'node:fs'
import { runFolder, startedEngines } from './start-engines.js'

/** @public jest calls it, as package.json says. */
export default async function stopEngines(): Promise<void> {
  for (const server of startedEngines.splice(0)) await server.stop()
  if (runFolder.path) rmSync(runFolder.path, { recursive: true, force: true, maxRetries: 3 })
}
