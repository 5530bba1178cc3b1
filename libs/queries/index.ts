/** The read side: answers now and in the past, figures, the access log, and what has changed. */
export * from './access-log/access-log.js'
export * from './changes.js'
export * from './documents/naming-facts.js'
export * from './documents/open-processes.js'
export type { AnsweringRules } from './moment-answers.js'
export * from './moments/followed-plaintext.js'
export * from './query-service.js'
export * from './question.js'
