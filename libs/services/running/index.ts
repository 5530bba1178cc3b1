/** How every program here runs: loaded by its main file before anything else. */
export * from './run-until-stopped.js'
