/** Which Kafka is published to, and how: read from the environment, with one line for what cannot be meant. */
import { readFileSync } from 'node:fs'
import { EnginesRefused } from '#kernel'

export interface KafkaSettings {
  /** `host:port` each. */
  brokers: readonly string[]
  /** In front of the names of all topics, with a dot between. */
  prefix: string
  /** Of each topic with events or documents; those that are there are taken as they are where it is not said. */
  partitions?: number
  /** Copies of each topic; as many as there are brokers, and 3 at most, where it is not said. */
  replication?: number
  /** Absent: nothing is encrypted on the way. `ca`: certificates as PEM text, beside those of this machine. */
  tls?: { ca?: string }
  sasl?: { mechanism: SaslMechanism; username: string; password: string }
}

const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const
export type SaslMechanism = (typeof mechanisms)[number]

type Environment = Readonly<Record<string, string | undefined>>

const prefixUnlessTold = 'kumppani'
/** A name of a topic is at most 249 characters, and what comes behind is ours. */
const asPrefix = /^[a-z0-9][a-z0-9.-]{0,99}$/
const asBroker = /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+):\d{1,5}$/
const mostPartitions = 1000
const mostCopies = 9

/**
 * @param environment as in `process.env`; an empty value counts as absent
 * @returns undefined where no brokers are named: nothing is published then
 * @throws EnginesRefused `badSetting` naming the first variable that is wrong; values that may be secret are not in it
 */
export function readKafkaSettings(environment: Environment): KafkaSettings | undefined {
  const read = new Variables(environment)
  const named = read.text('KAFKA_BROKERS')
  if (named === undefined) return undefined
  const brokers = named.split(',').map((broker) => broker.trim())
  if (!brokers.every((broker) => asBroker.test(broker)))
    refuse('KAFKA_BROKERS', '<host>:<port>, several with commas between')
  const prefix = read.text('KAFKA_TOPIC_PREFIX') ?? prefixUnlessTold
  if (!asPrefix.test(prefix))
    refuse('KAFKA_TOPIC_PREFIX', 'up to 100 lower-case letters, digits, dots and hyphens, first a letter or digit')
  const tls = readTls(read)
  const sasl = readSasl(read)
  if (sasl?.mechanism === 'plain' && !tls)
    refuse('KAFKA_SASL_MECHANISM', 'plain with KAFKA_TLS=on only: the password would be read on the way')
  return {
    brokers,
    prefix,
    partitions: read.count('KAFKA_PARTITIONS', mostPartitions),
    replication: read.count('KAFKA_REPLICATION', mostCopies),
    ...(tls && { tls }),
    ...(sasl && { sasl }),
  }
}

function readTls(read: Variables): KafkaSettings['tls'] {
  const file = read.text('KAFKA_TLS_CA_FILE')
  const isOn = read.choice('KAFKA_TLS', ['on', 'off'] as const)
  if (isOn === 'off' && file) refuse('KAFKA_TLS_CA_FILE', 'nothing while KAFKA_TLS is off')
  if (file) return { ca: read.file('KAFKA_TLS_CA_FILE') }
  return isOn === 'on' ? {} : undefined
}

function readSasl(read: Variables): KafkaSettings['sasl'] {
  const mechanism = read.choice('KAFKA_SASL_MECHANISM', mechanisms)
  const username = read.text('KAFKA_USER')
  const given = read.text('KAFKA_PASSWORD')
  const password = given ?? (read.text('KAFKA_PASSWORD_FILE') && read.file('KAFKA_PASSWORD_FILE').trim())
  if (given && read.text('KAFKA_PASSWORD_FILE')) refuse('KAFKA_PASSWORD_FILE', 'nothing while KAFKA_PASSWORD is set')
  if (!mechanism && !username && !password) return undefined
  if (!username) refuse('KAFKA_USER', 'the name to sign in with, which goes with KAFKA_SASL_MECHANISM and a password')
  if (!password) refuse('KAFKA_PASSWORD', 'the password of KAFKA_USER, or KAFKA_PASSWORD_FILE with the file it is in')
  return { mechanism: mechanism ?? 'scram-sha-512', username, password }
}

class Variables {
  constructor(private readonly environment: Environment) {}

  text(name: string): string | undefined {
    return this.environment[name]?.trim() || undefined
  }

  count(name: string, most: number): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const count = /^\d{1,6}$/.test(text) ? Number(text) : 0
    return count >= 1 && count <= most ? count : refuse(name, `a whole number from 1 to ${most}`)
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    return choices.find((choice) => choice === text) ?? refuse(name, choices.join(', '))
  }

  /** What is in the file that a variable names. */
  file(name: string): string {
    try {
      return readFileSync(this.text(name) ?? '', 'utf8')
    } catch (error) {
      return refuse(name, `a file that can be read (${(error as NodeJS.ErrnoException).code})`)
    }
  }
}

function refuse(name: string, allowed: string): never {
  throw new EnginesRefused('badSetting', `${name} cannot be used; allowed: ${allowed}`)
}
