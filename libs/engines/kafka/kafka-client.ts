/** The client of Kafka as all parts of the adapter use it; its own lines would say what is an error here anyway. */
import { Kafka, logLevel, type SASLOptions } from 'kafkajs'
import { EnginesRefused } from '#kernel'
import type { KafkaSettings } from './kafka-settings.js'

/**
 * Every tenth commit or so is followed by an answer that the last transaction is not ended yet, after which the client
 * waits so long at first. Twice as long each time, which comes to some ten seconds: then it is an error of ours to go
 * on from.
 */
const retry = { initialRetryTime: 10, retries: 10, multiplier: 2, maxRetryTime: 5_000 }
const connectionTimeout = 5_000

export const clientOf = ({ brokers, tls, sasl }: KafkaSettings): Kafka =>
  new Kafka({
    clientId: 'kumppani',
    brokers: [...brokers],
    ...(tls && { ssl: tls.ca === undefined ? true : { ca: [tls.ca] } }),
    ...(sasl && { sasl: sasl as SASLOptions }),
    retry,
    connectionTimeout,
    logLevel: logLevel.NOTHING,
  })

/** An error of the client, and those that it was made of. */
export function causesOf(error: unknown): { name?: string; type?: string }[] {
  const causes: { name?: string; type?: string }[] = []
  for (let each = error as { cause?: unknown } | undefined; each && causes.length < 5; each = each.cause as typeof each)
    causes.push(each as { name?: string; type?: string })
  return causes
}

const signIn = ['KafkaJSSASLAuthenticationError', 'KafkaJSUnsupportedSaslMechanismError']

/** What of an error is said to whoever operates it; undefined where waiting may help. */
export function refusalIn(error: unknown): EnginesRefused | undefined {
  const causes = causesOf(error)
  if (causes.some(({ name = '' }) => signIn.includes(name)))
    return new EnginesRefused(
      'badSetting',
      'Kafka refuses to sign in; see KAFKA_SASL_MECHANISM, KAFKA_USER and KAFKA_PASSWORD',
    )
  const unallowed = causes.find(({ type }) => type?.endsWith('AUTHORIZATION_FAILED'))
  if (unallowed)
    return new EnginesRefused('badSetting', `Kafka does not let KAFKA_USER do what is needed: ${unallowed.type}`)
  return undefined
}
