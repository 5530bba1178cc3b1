/** The write side: dispatch of commands and corrections, from what is asked to what is recorded. */
export * from './dispatch.js'
export * from './gathering.js'
export * from './recording.js'
