/** The write side in a process of its own. */
import { runUntilStopped } from '#services/running'

runUntilStopped('recorder', async (serving) => {
  const { readRecorderConfiguration, serveRecorder } = await import('./recorder.js')
  const service = await serveRecorder(readRecorderConfiguration(process.env), (line) =>
    process.stdout.write(`${line}\n`),
  )
  process.stdout.write(`recorder runs at ${service.url}\n`)
  serving(service)
  service.announce()
  return service
})
