/** The contract of topics that others send to, on those that are kept in memory. */
import { HostileInboundStream, SharedSent } from '#engines/hostile/hostile-inbound-stream.js'
import { describeInboundStream } from './inbound-stream.contract.js'

let opened = 0
describeInboundStream('hostile topics that others send to', async () => {
  const shared = new SharedSent()
  const stream = () => new HostileInboundStream(shared, ++opened, 0.2)
  const partitionOf = (key: string | null) => (key === null ? 0 : (key.codePointAt(key.length - 1) ?? 0) % 3)
  return {
    stream: stream(),
    again: stream,
    send: async (topic, messages) => {
      for (const message of messages) shared.send(topic, { ...message, partition: partitionOf(message.key) })
    },
    setAside: async () => shared.setAside.map(({ message: { key, value }, code }) => ({ key, value, code })),
  }
})
