/** The whole of Kumppani in one process. */
import { runUntilStopped } from '#services/running'

runUntilStopped('kumppani', async (serving) => {
  const { Program } = await import('./running/program.js')
  const { readConfiguration } = await import('#services/configuration')
  const { printWelcome } = await import('./running/welcome.js')
  return Program.start(readConfiguration(process.env), {
    onStep: (line) => process.stdout.write(`${line}\n`),
    onServing: async (program) => {
      await printWelcome(program)
      serving(program)
    },
  })
})
