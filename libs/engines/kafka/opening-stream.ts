/** Opens what others read of us; only programs that publish load the client. */
import type { PublishedStream } from '#kernel'
import type { KafkaSettings } from './kafka-settings.js'

export async function openStream(settings: KafkaSettings): Promise<PublishedStream> {
  const { KafkaStream } = await import('./kafka-stream.js')
  return new KafkaStream(settings)
}
