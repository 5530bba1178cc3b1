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

/** What of an error is said to whoever operates it; undefined where waiting may help. */
export function refusalIn(error: unknown): EnginesRefused | undefined {
  const { name, type } = error as { name?: string; type?: string }
  if (name === 'KafkaJSSASLAuthenticationError' || name === 'KafkaJSUnsupportedSaslMechanismError')
    return new EnginesRefused(
      'badSetting',
      'Kafka refuses to sign in; see KAFKA_SASL_MECHANISM, KAFKA_USER, KAFKA_PASSWORD',
    )
  if (type?.endsWith('AUTHORIZATION_FAILED'))
    return new EnginesRefused('badSetting', `Kafka does not let KAFKA_USER do what is needed: ${type}`)
  return undefined
}
