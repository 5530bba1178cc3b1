/** The topics that others read, by the names that the installation's prefix is put in front of. */
import type { PublishedTable } from '#kernel'

/** Every event that is published, in recorded order per key. */
export const eventsTopic = 'events'

/** The events among them that say which keys were destroyed, for those who keep copies and nothing else. */
export const erasuresTopic = 'erasures'

/** The rows of a view's documents, by their ids. */
export const topicOfTable = ({ name }: Pick<PublishedTable<object>, 'name'>): string => `state.${name}`
