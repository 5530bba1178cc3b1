/** What is published as an AsyncAPI 3 document: topics, the messages in each, and their schemas. */
import type { JsonSchema, Registry } from '#kernel'
import { type Received, receivedContract } from '../inbound/received-contract.js'
import { publishedViews } from '../tables/published-rows.js'
import { erasuresTopic, eventsTopic, topicOfTable } from '../topics.js'
import { inDialect, refTo } from './in-dialect.js'
import { publishedEvents, schemaSet } from './schema-set.js'

/** Names of components hold letters, digits, `.`, `-` and `_`; so do those of types. */
const nameOf = ({ type, version }: { type: string; version: number }): string => `${type}.v${version}`

/** @param received what others may send */
export function asyncApiOf(
  registry: Pick<Registry, 'catalogue' | 'views' | 'slices'>,
  version: string,
  received: Received,
): JsonSchema {
  const sent = receivedContract(received)
  const events = publishedEvents(registry)
  const views = publishedViews(registry)
  const erasures = events.filter(({ erases }) => erases === true)
  const tables = views.map(({ published }) => ({
    published,
    topic: topicOfTable(published),
    name: nameOf({ type: published.name, version: published.version }),
  }))
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Kumppani',
      version,
      description: about,
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: {
      [eventsTopic]: channel(eventsTopic, {
        description:
          'Every published event, in recorded order per key, kept without end: from the first offset on it is the whole history. Key: the first customer, else the first contact, else `group`.',
        messages: Object.fromEntries(
          events.map((event) => [nameOf(event), refTo(`components/messages/${nameOf(event)}`)]),
        ),
      }),
      [erasuresTopic]: channel(erasuresTopic, {
        description:
          'Of the events those that say which keys were destroyed: what copies hold under them, or of their owners, is to be forgotten.',
        messages: Object.fromEntries(
          erasures.map((event) => [nameOf(event), refTo(`components/messages/${nameOf(event)}`)]),
        ),
      }),
      ...Object.fromEntries(
        tables.map(({ published, topic, name }) => [
          topic,
          channel(topic, {
            description: `${published.about} A table: the last message of a key holds, one without a value takes it away. Key: the id.`,
            messages: { [name]: refTo(`components/messages/${name}`) },
            isTable: true,
          }),
        ]),
      ),
      ...sent.channels,
    },
    operations: {
      ...Object.fromEntries(
        [eventsTopic, erasuresTopic, ...tables.map(({ topic }) => topic)].map((topic) => [
          `publish.${topic}`,
          { action: 'send', channel: refTo(`channels/${topic}`) },
        ]),
      ),
      ...sent.operations,
    },
    components: {
      messages: Object.fromEntries([
        ...events.map((event) => [nameOf(event), eventMessage(event)]),
        ...tables.map(({ name, published }) => [name, rowMessage(name, published.about)]),
        ...sent.messages,
      ]),
      schemas: Object.fromEntries(
        [...schemaSet(registry), ...sent.schemas].map(([name, schema]) => [name, inDialect(schema)]),
      ),
    },
  }
}
const about =
  'What others read of the group over Kafka, and what they may send it. Topics carry the prefix of the installation. What people write and what is personal is sealed: it travels as tokens that nobody opens without the key.'

interface Carried {
  description: string
  messages: JsonSchema
  isTable?: boolean
}

function channel(topic: string, { description, messages, isTable = false }: Carried): JsonSchema {
  return {
    address: topic,
    description,
    messages,
    bindings: {
      kafka: {
        topicConfiguration: isTable
          ? { 'cleanup.policy': ['compact'] }
          : { 'cleanup.policy': ['delete'], 'retention.ms': -1 },
      },
    },
  }
}

/** The envelope, with what the schema of its type says of the data. */
function eventMessage(event: { type: string; version: number }): JsonSchema {
  return {
    name: event.type,
    title: nameOf(event),
    contentType: 'application/cloudevents+json',
    payload: inDialect({
      allOf: [
        refTo('components/schemas/envelope.v1/schema'),
        {
          properties: {
            type: { const: event.type },
            schemaversion: { const: event.version },
            data: refTo(`components/schemas/${nameOf(event)}/schema`),
          },
        },
      ],
    }),
  }
}

const rowMessage = (name: string, summary: string): JsonSchema => ({
  name,
  title: name,
  summary,
  contentType: 'application/json',
  payload: refTo(`components/schemas/${name}`),
})
