/** The contract of topics on those that are kept in memory. */
import { HostilePublishedStream, SharedTopics } from '#engines/hostile/hostile-published-stream.js'
import { describePublishedStream } from './published-stream.contract.js'

let opened = 0
describePublishedStream('hostile topics', async () => {
  const shared = new SharedTopics()
  const stream = () => new HostilePublishedStream(shared, ++opened)
  return { stream: stream(), again: stream, read: async (topic) => shared.of(topic) }
})
