/** The contract of what others send: a JSON Schema for each type of message, from the fields that an import may fill. */
import type { FieldKind, TargetCatalogue, TargetField } from '#imports'
import { type JsonSchema, publishedSchema } from '#kernel'
import { dialect } from '../schemas/event-schema.js'
import { mostOfKey } from './sent-message.js'

/** What others may send by one topic. */
export interface ReceivedTopic {
  name: string
  about: string
  /** What its messages may be of. */
  targets: readonly string[]
}

/** As it is declared. */
export const topicOfSent = ({ name }: Pick<ReceivedTopic, 'name'>): string => `in.${name}`

const versionOfSent = 1
export const nameOfSent = (type: string): string => `sent.${type}.v${versionOfSent}`

export function sentSchema(type: string, catalogue: TargetCatalogue): JsonSchema {
  const { fields } = catalogue[type] ?? { fields: {} }
  const first = Object.entries(fields).flatMap(([name, { required }]) => (required ? [name] : []))
  return {
    $schema: dialect,
    $id: `urn:kumppani:sent:${type}:v${versionOfSent}`,
    title: `${type} v${versionOfSent}`,
    type: 'object',
    required: ['type', 'at'],
    additionalProperties: false,
    properties: {
      type: { const: type },
      at: {
        type: 'string',
        description:
          'When it became true: an instant with its zone, a day, a month, or `before` everything else known of the record.',
        examples: ['2026-03-01T09:30:00Z', '2026-03-01', '2026-03', 'before'],
      },
      idempotencyKey: {
        type: 'string',
        minLength: 1,
        maxLength: mostOfKey,
        description: 'Of the message, where no header says it: the same is recorded once.',
      },
      fields: {
        ...objectOf(fields),
        description: `What is left out stays as it is; null empties a field.${first.length > 0 ? ` The first message of a record needs: ${first.join(', ')}.` : ''}`,
      },
    },
  }
}

/** Dotted names become objects within objects. */
function objectOf(fields: Readonly<Record<string, TargetField>>): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  const inner = new Map<string, Record<string, TargetField>>()
  for (const [name, field] of Object.entries(fields)) {
    const at = name.indexOf('.')
    if (at < 0) properties[name] = orNull(schemaOfKind(field))
    else {
      const of = inner.get(name.slice(0, at)) ?? {}
      of[name.slice(at + 1)] = field
      inner.set(name.slice(0, at), of)
    }
  }
  for (const [name, of] of inner) properties[name] = objectOf(of)
  return { type: 'object', additionalProperties: false, properties }
}

const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] })

const formatted = (format: string, more: JsonSchema = {}): JsonSchema =>
  publishedSchema({ type: 'string', format, ...more })

function schemaOfKind(kind: FieldKind): JsonSchema {
  switch (kind.kind) {
    case 'text':
      return formatted('k-writing', kind.max === undefined ? {} : { maxLength: kind.max })
    case 'label':
      return formatted('k-label', {
        ...(kind.max !== undefined && { maxLength: kind.max }),
        ...(kind.form && { description: kind.form.name }),
      })
    case 'integer':
      return {
        type: 'integer',
        ...(kind.min !== undefined && { minimum: kind.min }),
        ...(kind.max !== undefined && { maximum: kind.max }),
      }
    case 'money':
      return {
        type: 'object',
        required: ['amountMinor', 'currency'],
        additionalProperties: false,
        properties: { amountMinor: { type: 'integer' }, currency: formatted('k-currency') },
      }
    case 'choice':
      return kind.choices.every((one) => one === 'true' || one === 'false')
        ? { type: 'boolean' }
        : { type: 'string', enum: [...kind.choices] }
    case 'reference':
      return {
        type: 'string',
        minLength: 1,
        maxLength: mostOfKey,
        description: `The key of the ${kind.target} in the sending system.`,
      }
    case 'list':
      return { type: 'array', items: schemaOfKind(kind.of) }
    default:
      return formatted(`k-${kind.kind}`)
  }
}
