/** A row of a published table as JSON Schema. */
import { type JsonSchema, openSchemaOf, publishedSchema } from '#kernel'
import type { PublishedView } from '../tables/published-rows.js'
import { dialect, withoutLimits } from './event-schema.js'

export function rowSchema({ published: { name, version, about, row } }: PublishedView): JsonSchema {
  return {
    $schema: dialect,
    $id: `urn:kumppani:row:${name}:v${version}`,
    title: `${name} v${version}`,
    description: about,
    ...(withoutLimits(publishedSchema(openSchemaOf(row))) as JsonSchema),
  }
}
