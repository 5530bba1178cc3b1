/** Opens what others read of us, and what they send us; only programs that do either load the client. */
import type { InboundStream, PublishedStream } from '#kernel'
import type { KafkaSettings } from './kafka-settings.js'

export async function openStream(settings: KafkaSettings): Promise<PublishedStream> {
  const { KafkaStream } = await import('./kafka-stream.js')
  return new KafkaStream(settings)
}

export async function openInbound(settings: KafkaSettings): Promise<InboundStream> {
  const { KafkaInbound } = await import('./inbound/kafka-inbound.js')
  return new KafkaInbound(settings)
}
