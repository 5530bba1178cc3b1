/** What the recorder serves: commands, and procedures that record. */
import { describedProcedures, recordingProcedures } from '#operations'
import { version } from '#platform/config'
import {
  type Composed,
  type Composing,
  type Configuration,
  operatorOf,
  type Service,
  servedBeside,
  startService,
  WriteSide,
} from '#services'

/** @throws StartRefused and the engines' refusals, each with one line; nothing is left open then */
export const serveRecorder = (settings: Configuration, onStep: (line: string) => void): Promise<Service> =>
  startService(settings, { version: version(), onStep }, compose)

async function compose({ settings, log, closing, ...listeners }: Composing): Promise<Composed> {
  const side = await WriteSide.open(settings, {
    ...listeners,
    onProcessFailure: (error) => log.error({ err: error }, 'a process, or an erasure to be finished, waits'),
    onImportStopped: (error) => log.error({ err: error }, 'an import cannot go on'),
  })
  closing(() => side.close())
  const resuming = side.resume()
  closing(() => side.core.processes.stop().then(async () => void (await resuming)))
  const { core, registry } = side
  return {
    served: { registry, members: core, commands: core },
    lag: core,
    procedures: recordingProcedures(side, side.imports),
    described: describedProcedures(registry),
    elsewhere: servedBeside('recorder'),
    operator: () => operatorOf(core),
    notReadyBecause: () =>
      side.failed().map((name) => `The disk failed under the ${name}: nothing is recorded until a fresh start.`),
  }
}
