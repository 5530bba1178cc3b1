/**
 * The stand-in of EventStoreDB as a process of its own: `--folder` for its log, `--port` where it is not to be a free
 * one. It says where it listens, takes faults to commit as lines of JSON, and ends with whoever started it.
 */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { StandIn } from './stand-in.js'

const { values } = parseArgs({ options: { folder: { type: 'string' }, port: { type: 'string' } } })
const standIn = await StandIn.start({ folder: values.folder, port: Number(values.port ?? 0) })
process.stdout.write(`listening on 127.0.0.1:${standIn.port}\n`)

const commands = createInterface({ input: process.stdin })
commands.on('line', (line) => {
  const { drop, systemEvents, ...faults } = JSON.parse(line) as Record<string, unknown>
  Object.assign(standIn.faults, faults)
  if (drop) standIn.dropConnections()
  if (systemEvents) standIn.addSystemEvents(Number(systemEvents))
})
const end = async () => {
  await standIn.stop()
  process.exit(0)
}
commands.on('close', () => void end())
process.on('SIGTERM', () => void end())
