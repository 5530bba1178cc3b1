/** Schemas as an AsyncAPI document carries them. */
import type { JsonSchema } from '#kernel'
import { dialect } from './event-schema.js'

export const refTo = (path: string): JsonSchema => ({ $ref: `#/${path}` })

export const inDialect = (schema: JsonSchema): JsonSchema => ({
  schemaFormat: `application/schema+json;version=${dialect
    .replace(/^.*draft/, 'draft')
    .replace('/schema', '')
    .replace('/', '-')}`,
  schema,
})
