/** What works on files needs: names and contents that survive a stop of the machine. */
export * from './durable.js'
export * from './folders.js'
