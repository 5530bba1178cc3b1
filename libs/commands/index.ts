/** The write side: dispatch of commands, corrections and processes, from what is asked to what is recorded. */
export * from './dispatch.js'
export * from './gathering.js'
export * from './processes/process-stream.js'
export * from './processes/runner.js'
export * from './recording.js'
