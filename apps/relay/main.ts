/** Publishes what others read of the group, in a process of its own. */
import { runUntilStopped } from '#services/running'

runUntilStopped('relay', async (serving) => {
  const { readRelayConfiguration, serveRelay } = await import('./relay.js')
  const service = await serveRelay(readRelayConfiguration(process.env), (line) => process.stdout.write(`${line}\n`))
  process.stdout.write(`relay runs at ${service.url}\n`)
  serving(service)
  service.announce()
  return service
})
