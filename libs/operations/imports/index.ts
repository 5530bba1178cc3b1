/** Imports at work, on a thread or in a process of their own. A door of its own: other workers load nothing of it. */
export * from './import-service.js'
export * from './importing.js'
