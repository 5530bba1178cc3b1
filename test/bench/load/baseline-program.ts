/** The baseline of writing: the real program whose core checks a command's payload and dispatches nothing. */
import { type PayloadClass, parse } from '#kernel'
import { readConfiguration } from '#services/configuration/configuration.js'
import { Program } from '../../../apps/kumppani/running/program.js'

const program = await Program.start(readConfiguration(process.env), { onStep: () => undefined })
const { core } = program.installation
core.dispatch = async ({ category, command, body }, { commandId }) => {
  const spec = core.registry.deciders.get(category)?.commands[command]
  if (!spec) throw new Error(`there is no command ${command} of ${category}`)
  parse(spec.payload as PayloadClass, body)
  return { id: commandId, stream: category, events: [{ id: commandId, type: category }], position: 0, repeated: false }
}
process.stdout.write(`Kumppani runs at ${program.url}\n`)
process.once('SIGTERM', () => void program.stop().then(() => process.exit(0)))
