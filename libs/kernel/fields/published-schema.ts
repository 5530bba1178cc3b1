/** JSON Schema as other programs understand it: our own formats become patterns and formats of the standard. */
import type { Json } from '../events/stored-event.js'
import type { JsonSchema } from './field.js'
import type { Format } from './formats.js'

const published: Readonly<Record<Format, JsonSchema>> = {
  'k-instant': { format: 'date-time' },
  'k-day': { format: 'date' },
  'k-month': { pattern: '^\\d{4}-\\d{2}$' },
  'k-id': { pattern: '^[a-z0-9][a-z0-9.-]{0,63}$' },
  'k-key': { pattern: '^[A-Za-z0-9_-]{1,64}$' },
  'k-partition': { pattern: '^(customer|contact|touchpoint|import):[a-z0-9][a-z0-9.-]{0,63}$' },
  'k-code': { pattern: '^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,63}$' },
  'k-currency': { pattern: '^[A-Z]{3}$' },
  'k-country': { pattern: '^[A-Z]{2}$' },
  'k-language': { pattern: '^[a-z]{2}$' },
  'k-zone': { maxLength: 64, examples: ['Europe/Helsinki'] },
  'k-decimal': { pattern: '^-?\\d{1,15}(\\.\\d{1,9})?$' },
  'k-mail': { format: 'email', maxLength: 254 },
  'k-phone': { pattern: '^\\+?[0-9 ()./-]{3,32}$' },
  'k-label': { pattern: '\\S', description: 'One line.' },
  'k-writing': { pattern: '\\S', description: 'Any text up to 64 kB.' },
}

export function publishedSchema(schema: JsonSchema): JsonSchema {
  return publish(schema) as JsonSchema
}

function publish(value: Json): Json {
  if (Array.isArray(value)) return value.map(publish)
  if (value === null || typeof value !== 'object') return value
  const { format, ...rest } = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, publish(inner)]))
  if (format === undefined) return rest
  return typeof format === 'string' ? { ...(published[format as Format] ?? { format }), ...rest } : { ...rest, format }
}
