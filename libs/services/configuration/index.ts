/** What programs are told from outside, and how they say that they cannot start with it. */
export * from './configuration.js'
export * from './refused-start.js'
