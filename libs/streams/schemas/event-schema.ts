/** What stands in the data of an event's message, as JSON Schema: open for what is added later, so that an old copy still fits. */
import {
  type EventDefinition,
  type Json,
  type JsonSchema,
  openSchemaOf,
  publishedSchema,
  SEALED,
  sealedPathsOf,
} from '#kernel'
import { schemaIdOf } from '../cloud-events/envelope.js'

export const dialect = 'https://json-schema.org/draft/2020-12/schema'

const text: JsonSchema = { type: 'string' }
const ids: JsonSchema = { type: 'array', items: text }

const object = (properties: Record<string, JsonSchema>, required: string[]): JsonSchema => ({
  type: 'object',
  properties,
  required,
})

const tokens: JsonSchema = {
  type: 'array',
  items: object({ token: text, paths: ids }, ['token', 'paths']),
  description: 'Values that are sealed, by the places they belong in. Nobody without the key opens a token.',
}

const filing = { customers: ids, contacts: ids }

const retraction: JsonSchema = {
  ...object({ [SEALED]: tokens }, []),
  description: 'That the fact is taken back; why is sealed.',
}

/** The schema of the data of a type in its present version. */
export function eventSchema(definition: EventDefinition): JsonSchema {
  const { type, version } = definition
  return {
    $schema: dialect,
    $id: schemaIdOf(definition),
    title: `${type} v${version}`,
    ...object(
      {
        customers: { ...ids, description: 'With whom it is filed; the first leads.' },
        contacts: ids,
        formerly: {
          ...object(filing, ['customers', 'contacts']),
          description: 'Of a correction: with whom earlier versions are filed that this one does not name.',
        },
        fact: factSchema(definition),
        retraction,
      },
      ['customers', 'contacts'],
    ),
    oneOf: [{ required: ['fact'] }, { required: ['retraction'] }],
  }
}

function factSchema({ payload }: EventDefinition): JsonSchema {
  const open = publishedSchema(openSchemaOf(payload))
  const sealed = sealedPathsOf(payload).map(({ path }) => path)
  const schema = withoutLimits(open) as JsonSchema
  // Why a correction was made is sealed, too.
  return {
    ...schema,
    properties: { ...(schema.properties as JsonSchema), [SEALED]: tokens },
    ...(sealed.length > 0 && { description: `Sealed: ${sealed.join(', ')}.` }),
  }
}

/** Without what would refuse fields that are added later. */
export function withoutLimits(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutLimits)
  if (value === null || typeof value !== 'object') return value
  const { additionalProperties, ...rest } = value
  const kept = additionalProperties === false ? rest : value
  return Object.fromEntries(Object.entries(kept).map(([name, inner]) => [name, withoutLimits(inner)]))
}
