/** The write side in a process of its own. */
import { runUntilStopped } from '#services/running'

runUntilStopped('recorder', async (serving) => {
  const { serveRecorder } = await import('./recorder.js')
  const { readConfiguration } = await import('#services/configuration')
  const service = await serveRecorder(readConfiguration(process.env), (line) => process.stdout.write(`${line}\n`))
  process.stdout.write(`recorder runs at ${service.url}\n`)
  serving(service)
  service.announce()
  return service
})
