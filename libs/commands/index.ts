/** The write side: dispatch of commands, corrections and processes, from what is asked to what is recorded. */
export { fingerprintOfCorrection } from './corrections/correct.js'
export * from './dispatch.js'
export * from './gathered-commands.js'
export * from './processes/process-stream.js'
export * from './processes/runner.js'
export { ScratchLog } from './processes/scratch-log.js'
export * from './recording.js'
