/** The one place that turns the URLs of engines into ports, for every process. */
export * from './engine-urls.js'
export * from './kafka/kafka-settings.js'
export * from './kafka/opening-stream.js'
export * from './opening.js'
export { isShared, requireShared } from './opening-shared.js'
