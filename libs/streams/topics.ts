/** The topics that others read, by the names that the installation's prefix is put in front of. */
import type { PublishedTable, Registry, TopicSpec } from '#kernel'
import { publishedViews } from './tables/published-rows.js'

/** Every event that is published, in recorded order per key. */
export const eventsTopic = 'events'

/** The events among them that say which keys were destroyed, for those who keep copies and nothing else. */
export const erasuresTopic = 'erasures'

/** The rows of a view's documents, by their ids. */
export const topicOfTable = ({ name }: Pick<PublishedTable<object>, 'name'>): string => `state.${name}`

export const topicsOfEvents: readonly TopicSpec[] = [
  { name: eventsTopic, isTable: false },
  // Not a table: each of them says something that holds for ever.
  { name: erasuresTopic, isTable: false },
]

export const topicsOfTables = (registry: Pick<Registry, 'views'>): TopicSpec[] =>
  publishedViews(registry).map(({ published }) => ({ name: topicOfTable(published), isTable: true }))
