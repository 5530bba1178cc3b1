/** After all suites: ends the engines that were started before them. */
import { startedEngines } from './start-engines.js'

/** @public jest calls it, as package.json says. */
export default async function stopEngines(): Promise<void> {
  for (const server of startedEngines.splice(0)) await server.stop()
}
