/** What follows the log beside whoever serves, on a thread or in a process of its own, and the calls between threads. */
export * from './answering.js'
export * from './calls.js'
export * from './keeping-plaintext.js'
export * from './progress-lines.js'
export * from './projecting.js'
export * from './shares.js'
export * from './verifying.js'
