/** Settings, the data folder and exit codes: all that a program knows before it loads anything else. */
export * from './data-folder.js'
export * from './exit-codes.js'
export * from './setting-reader.js'
export * from './settings.js'
export * from './version.js'
