/** What others may send, as its part of an AsyncAPI document. */
import type { TargetCatalogue } from '#imports'
import type { JsonSchema } from '#kernel'
import { refTo } from '../schemas/in-dialect.js'
import { setAsideTopic } from './inbound.js'
import { nameOfSent, type ReceivedTopic, sentSchema, topicOfSent } from './sent-schema.js'

export interface Received {
  topics: readonly ReceivedTopic[]
  catalogue: TargetCatalogue
}

export interface ReceivedContract {
  channels: Record<string, JsonSchema>
  operations: Record<string, JsonSchema>
  messages: [string, JsonSchema][]
  schemas: [string, JsonSchema][]
}

const setAsideMessage = 'sent.set-aside'

export function receivedContract({ topics, catalogue }: Received): ReceivedContract {
  const types = topics.flatMap(({ targets }) => targets.filter((target) => catalogue[target]))
  return {
    channels: Object.fromEntries([...topics.map(channelOf), [setAsideTopic, setAsideChannel]]),
    operations: Object.fromEntries([
      ...topics.map((topic) => operationOf(topicOfSent(topic), 'receive')),
      operationOf(setAsideTopic, 'send'),
    ]),
    messages: [...types.map(messageOf), [setAsideMessage, setAside]],
    schemas: types.map((type) => [nameOfSent(type), sentSchema(type, catalogue)]),
  }
}

function channelOf(topic: ReceivedTopic): [string, JsonSchema] {
  const address = topicOfSent(topic)
  const messages = Object.fromEntries(
    topic.targets.map((target) => [nameOfSent(target), refTo(`components/messages/${nameOfSent(target)}`)]),
  )
  return [
    address,
    {
      address,
      description: `Sent by others, recorded where the recorder is told to. ${topic.about} Key: the record’s in the sending system; messages of one key are recorded in order.`,
      messages,
    },
  ]
}

const setAsideChannel: JsonSchema = {
  address: setAsideTopic,
  description:
    'What others sent and could not be recorded, as it came: key, value and headers, with why in further headers.',
  messages: { [setAsideMessage]: refTo(`components/messages/${setAsideMessage}`) },
}

const operationOf = (topic: string, action: string): [string, JsonSchema] => [
  `${action === 'send' ? 'publish' : 'receive'}.${topic}`,
  { action, channel: refTo(`channels/${topic}`) },
]

const messageOf = (type: string): [string, JsonSchema] => [
  nameOfSent(type),
  {
    name: nameOfSent(type),
    title: nameOfSent(type),
    contentType: 'application/json',
    headers: {
      type: 'object',
      properties: {
        'idempotency-key': { type: 'string', description: 'Of the message: the same is recorded once.' },
      },
    },
    payload: refTo(`components/schemas/${nameOfSent(type)}`),
  },
]

const text = (description: string): JsonSchema => ({ type: 'string', description })

const setAside: JsonSchema = {
  name: setAsideMessage,
  title: setAsideMessage,
  headers: {
    type: 'object',
    required: ['kumppani-code', 'kumppani-sentence', 'kumppani-topic', 'kumppani-partition', 'kumppani-offset'],
    properties: {
      'kumppani-code': text('Why, for programs.'),
      'kumppani-sentence': text('Why, for people, without what the message says.'),
      'kumppani-path': text('The field that is to blame, dotted.'),
      'kumppani-topic': text('Where it was sent to, without the prefix.'),
      'kumppani-partition': text('A whole number.'),
      'kumppani-offset': text('A whole number.'),
    },
  },
}
