/** What others read of the group: events as CloudEvents, and the contracts of what is published. */
export * from './cloud-events/command-places.js'
export * from './cloud-events/envelope.js'
export * from './cloud-events/event-messages.js'
export * from './schemas/asyncapi.js'
export * from './schemas/schema-set.js'
export * from './tables/published-rows.js'
export * from './topics.js'
