/** What works on files needs: contents that survive a stop of the machine, folders, and whose group's a file is. */
export * from './durable.js'
export * from './folders.js'
export * from './identity.js'
