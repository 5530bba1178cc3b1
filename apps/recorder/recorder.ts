/** What the recorder serves: commands, and procedures that record. */
import { describedProcedures, recordingProcedures } from '#operations'
import { version } from '#platform/config'
import {
  type Composed,
  type Composing,
  type Configuration,
  operatorOf,
  type ReceivingSettings,
  ReceivingSide,
  readConfiguration,
  readReceivingSettings,
  type Service,
  servedBeside,
  startService,
  WriteSide,
} from '#services'

interface RecorderConfiguration extends Configuration {
  /** Absent: nothing is received from other systems. */
  receiving?: ReceivingSettings
}

/** @throws SettingsError, EnginesRefused, StartRefused with one line */
export function readRecorderConfiguration(environment: Record<string, string | undefined>): RecorderConfiguration {
  const receiving = readReceivingSettings(environment)
  return { ...readConfiguration(environment), ...(receiving && { receiving }) }
}

/** @throws StartRefused and the engines' refusals, each with one line; nothing is left open then */
export const serveRecorder = (
  { receiving, ...settings }: RecorderConfiguration,
  onStep: (line: string) => void,
): Promise<Service> =>
  startService(settings, { version: version(), onStep }, (composing) => compose(composing, receiving))

async function compose(
  { settings, log, closing, ...listeners }: Composing,
  toReceive: ReceivingSettings | undefined,
): Promise<Composed> {
  const side = await WriteSide.open(settings, {
    ...listeners,
    onProcessFailure: (error) => log.error({ err: error }, 'a process, or an erasure to be finished, waits'),
    onImportStopped: (error) => log.error({ err: error }, 'an import cannot go on'),
  })
  closing(() => side.close())
  const resuming = side.resume()
  closing(() => side.core.processes.stop().then(async () => void (await resuming)))
  const { core, registry } = side
  const receiving = toReceive && (await ReceivingSide.begin(toReceive, { core, log, onStep: listeners.onStep }))
  if (receiving) {
    closing(() => receiving.close())
    listeners.onStep(`records what is sent to ${receiving.topics.join(', ')}`)
  }
  return {
    served: { registry, members: core, commands: core },
    ...(receiving && { gauges: receiving.gauges }),
    lag: core,
    procedures: recordingProcedures(side, side.imports),
    described: describedProcedures(registry),
    elsewhere: servedBeside('recorder'),
    operator: () => operatorOf(core),
    notReadyBecause: () =>
      side.failed().map((name) => `The disk failed under the ${name}: nothing is recorded until a fresh start.`),
  }
}
