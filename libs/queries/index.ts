/** The read side: answers now and in the past, figures, who looked, and what has changed. */
export * from './access-log/access-log.js'
export * from './asker.js'
export * from './changes.js'
export * from './question.js'
