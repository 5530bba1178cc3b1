/** What processes need besides commands and queries: imports at work, the rights of persons, procedures, and `Core`, which joins commands and queries. */
export * from './core/core.js'
export * from './core/local-core.js'
export * from './imports/import-service.js'
export * from './persons/erase-person.js'
export * from './persons/export-person.js'
export * from './persons/finish-erasures.js'
export * from './persons/withheld-writing.js'
export * from './procedure.js'
