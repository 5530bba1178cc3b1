/** The envelope of every event's message as JSON Schema: the attributes, and in which form they come. */
import { type JsonSchema, precisions } from '#kernel'
import type { CloudEvent } from '../cloud-events/envelope.js'
import { dialect } from './event-schema.js'

const text = (description?: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  minLength: 1,
  ...more,
  ...(description !== undefined && { description }),
})
const whole = (minimum: number, description: string): JsonSchema => ({ type: 'integer', minimum, description })
const instant = (description: string): JsonSchema => text(description, { format: 'date-time' })

const attributes: Readonly<Record<keyof CloudEvent, JsonSchema>> = {
  specversion: { const: '1.0' },
  id: text('Of the event. A message that comes twice has it twice.', { format: 'uuid' }),
  source: text('The group’s installation.', { format: 'uri-reference' }),
  type: text('What happened, by its stored type.', { pattern: '^[a-z]+\\.[a-z-]+$' }),
  subject: text('The stream it was appended to: `<category>-<id>`.'),
  time: instant('When it was recorded. It never falls along the log.'),
  datacontenttype: { const: 'application/json' },
  dataschema: text('The `$id` of the schema of `data`: names type and version.', { format: 'uri' }),
  partitionkey: text('The first customer, else the first contact, else `group`; the key of the message.'),
  correlationid: text('Of the request that it came from.'),
  causationid: text('The event that it follows from, published or not.'),
  slice: text('The part of the business it belongs to.'),
  position: text('Its place in recorded order. Compare positions as numbers; they are not dense.', {
    pattern: '^\\d{1,16}$',
  }),
  revision: whole(0, 'Its place within its stream.'),
  schemaversion: whole(1, 'The version of `data`, the newest when it was published.'),
  commandid: text('The command that recorded it.'),
  commandevents: whole(
    1,
    'How many events that command recorded on this stream, all at once; some may not be published.',
  ),
  commandplace: whole(1, 'Which of them this is.'),
  occurredat: text('When it happened, as stated: an instant, a day or a month.'),
  occurredprecision: { type: 'string', enum: [...precisions] },
  effectiveat: text(
    'Its place in the order in which things happened: sort by it, then by the position of the first event.',
    {
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
    },
  ),
  actor: text('Id of the member, or `system:<name>`.'),
  unit: text('The selling unit, where it belongs to one.'),
  importid: text('The import it came with.'),
  sourcesystem: text('The system it was taken over from.'),
  sourcerecord: text('A keyed hash of the record it was there.'),
  correctsid: text(
    'Id of the first event, which this corrects: of all corrections of an event the one with the highest position holds.',
  ),
  correctsmode: { type: 'string', enum: ['restate', 'retract'] },
  data: { type: 'object', description: 'By the schema that `dataschema` names.' },
}

const sometimes: ReadonlySet<string> = new Set([
  'correlationid',
  'causationid',
  'occurredat',
  'unit',
  'importid',
  'sourcesystem',
  'sourcerecord',
  'correctsid',
  'correctsmode',
] satisfies (keyof CloudEvent)[])

export const envelopeSchema: JsonSchema = {
  $schema: dialect,
  $id: 'urn:kumppani:envelope:v1',
  title: 'envelope v1',
  description:
    'A CloudEvent 1.0 in structured mode: attributes that one filters and orders by, and what the event says.',
  type: 'object',
  properties: { ...attributes },
  required: Object.keys(attributes).filter((name) => !sometimes.has(name)),
}
