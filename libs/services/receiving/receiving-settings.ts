/** Which topics of other systems are recorded, and as whom: read from the environment, with one line for what cannot be meant. */
import { sentTopics } from '#crm'
import { type KafkaSettings, readKafkaSettings } from '#engines'
import { StartRefused } from '#platform/config'

export interface ReceivingSettings {
  kafka: KafkaSettings
  /** Topic → the member as whom its messages are recorded. */
  members: ReadonlyMap<string, string>
  /** By which the sending system is known; imports from it say the same. */
  source: string
}

const sourceUnlessTold = 'kafka'
const asSource = /^[a-z0-9][a-z0-9-]{0,39}$/
const asMember = /^[a-z0-9][a-z0-9.-]{0,63}$/
/**
 * @param environment `KAFKA_INBOUND`: `<topic>=<member>`, several with commas between
 * @returns undefined where no topic is named: nothing is received then
 * @throws EnginesRefused, StartRefused with one line
 */
export function readReceivingSettings(environment: Record<string, string | undefined>): ReceivingSettings | undefined {
  const told = environment.KAFKA_INBOUND?.trim()
  if (!told) return undefined
  const kafka = readKafkaSettings(environment)
  if (!kafka)
    return refuse('KAFKA_BROKERS is not set, and KAFKA_INBOUND is; allowed: <host>:<port>, several with commas between')
  const names = sentTopics.map(({ name }) => name)
  const members = new Map<string, string>()
  for (const part of told.split(',')) {
    const [topic = '', member = '', ...further] = part.split('=').map((one) => one.trim())
    if (!names.includes(topic) || !asMember.test(member) || further.length > 0 || members.has(topic))
      refuse(`KAFKA_INBOUND cannot be used; allowed: <topic>=<member>, each topic once, of: ${names.join(', ')}`)
    members.set(topic, member)
  }
  const source = environment.KAFKA_INBOUND_SOURCE?.trim() || sourceUnlessTold
  if (!asSource.test(source))
    refuse('KAFKA_INBOUND_SOURCE cannot be used; allowed: up to 40 lower-case letters, digits and hyphens')
  return { kafka, members, source }
}

function refuse(line: string): never {
  throw new StartRefused('badSetting', line)
}
