/** Derives the read models, in a process of its own. */
import { runUntilStopped } from '#services/running'

runUntilStopped('projector', async (serving) => {
  const { serveProjector } = await import('./projector.js')
  const { readConfiguration } = await import('#services/configuration')
  const service = await serveProjector(readConfiguration(process.env), (line) => process.stdout.write(`${line}\n`))
  process.stdout.write(`projector runs at ${service.url}\n`)
  serving(service)
  service.announce()
  return service
})
