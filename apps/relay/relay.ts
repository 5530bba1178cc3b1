/** What the relay serves: whether it runs, and how far it is. */
import { join } from 'node:path'
import { business } from '#crm'
import { type KafkaSettings, readKafkaSettings } from '#engines'
import { StartRefused, version } from '#platform/config'
import {
  type Composed,
  type Composing,
  type Configuration,
  operatorOf,
  Relaying,
  readConfiguration,
  type Service,
  servedBeside,
  startService,
} from '#services'

interface RelayConfiguration extends Configuration {
  kafka: KafkaSettings
}

/** @throws SettingsError, EnginesRefused, StartRefused with one line */
export function readRelayConfiguration(environment: Record<string, string | undefined>): RelayConfiguration {
  const kafka = readKafkaSettings(environment)
  if (!kafka)
    throw new StartRefused(
      'badSetting',
      'KAFKA_BROKERS is not set; allowed: <host>:<port>, several with commas between',
    )
  const configuration = readConfiguration(environment)
  // Beside whoever records into the data folder, and holds it.
  return { ...configuration, dataFolder: join(configuration.dataFolder, 'relay'), kafka }
}

/** @throws StartRefused and the engines' refusals, each with one line; nothing is left open then */
export const serveRelay = (
  { kafka, ...settings }: RelayConfiguration,
  onStep: (line: string) => void,
): Promise<Service> => startService(settings, { version: version(), onStep }, (composing) => compose(composing, kafka))

async function compose({ settings, closing, ...listeners }: Composing, kafka: KafkaSettings): Promise<Composed> {
  const relaying = await Relaying.open(settings, { kafka, ...listeners })
  closing(() => relaying.close())
  return {
    served: { registry: business.registry, members: relaying.members },
    gauges: relaying.gauges,
    elsewhere: servedBeside('relay'),
    operator: () => operatorOf(relaying.members),
    servesNoMembers: true,
    notReadyBecause: () => relaying.reasons(),
  }
}
