/** Every contract of what is published, by the name of the file that it is written to. */
import type { JsonSchema, Registry } from '#kernel'
import { publishedViews } from '../tables/published-rows.js'
import { envelopeSchema } from './envelope-schema.js'
import { eventSchema } from './event-schema.js'
import { rowSchema } from './row-schema.js'

type Published = Pick<Registry, 'catalogue' | 'views'>

/** The events that others read, in the order of the slices. */
export const publishedEvents = ({ catalogue }: Pick<Registry, 'catalogue'>) =>
  catalogue.all().filter(({ published }) => published === true)

/** Name, which is the schema's own but for the file's ending, to schema. */
export function schemaSet(registry: Published): ReadonlyMap<string, JsonSchema> {
  return new Map([
    ['envelope.v1', envelopeSchema],
    ...publishedEvents(registry).map(
      (definition) => [`${definition.type}.v${definition.version}`, eventSchema(definition)] as const,
    ),
    ...publishedViews(registry).map(
      (view) => [`${view.published.name}.v${view.published.version}`, rowSchema(view)] as const,
    ),
  ])
}
