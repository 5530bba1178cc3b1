/**
 * Before all suites: starts the engines that `ENGINES` asks for, so that whatever is tested stands on them. With
 * `ENGINES=mongodb` groups keep their read models in a MongoDB server of this run, each in a database of its own. Folders that
 * tests make for themselves lie in one of the run's, so that none outlives it.
 */
import { chmodSync } from 'node:fs'
import { MongodbServer } from '../engines/mongodb-server.js'
import { runFolderIn, scratchSpace } from './scratch-space.js'

const known = ['mongodb']

/** @public jest calls it, as package.json says. */
export default async function startEngines(): Promise<void> {
  runFolder.path = runFolderIn(scratchSpace())
  // As open as the folder for temporary files: some tests look at what another user may do there.
  chmodSync(runFolder.path, 0o755)
  process.env.TMPDIR = runFolder.path
  process.env.KUMPPANI_TEST_RUN = runFolder.path
  const asked = process.env.ENGINES?.split(',').filter(Boolean) ?? []
  const unknown = asked.find((each) => !known.includes(each))
  if (unknown) throw new Error(`ENGINES names "${unknown}", of which nothing is known; there are ${known.join(', ')}`)
  if (!asked.includes('mongodb') || process.env.READ_STORE_URL) return
  const server = await MongodbServer.start()
  process.env.READ_STORE_URL = server.freshUrl()
  startedEngines.push(server)
}

/** Ended by whatever follows the suites. */
export const startedEngines: MongodbServer[] = []

/** Where folders of this run lie. */
export const runFolder: { path?: string } = {}
