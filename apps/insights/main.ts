/** The read side in a process of its own. */
import { runUntilStopped } from '#services/running'

runUntilStopped('insights', async (serving) => {
  const { serveInsights } = await import('./insights.js')
  const { readConfiguration } = await import('#services/configuration')
  const service = await serveInsights(readConfiguration(process.env), (line) => process.stdout.write(`${line}\n`))
  process.stdout.write(`insights runs at ${service.url}\n`)
  serving(service)
  service.announce()
  return service
})
