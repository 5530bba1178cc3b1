/** What rights go by of imports as such; what their rows make is held against the rights of that. */
import { defineResource } from '#kernel'

export const importsResource = defineResource({
  name: 'imports',
  label: { en: 'Imports', fi: 'Tuonnit', sv: 'Importer', de: 'Importe', nb: 'Importer' },
  about: 'Imports and their undo. Rows are checked one by one: an administrator’s are those of the catalogue.',
  writes: { manager: 'own', steward: 'own', admin: 'all' },
  reads: { manager: 'own', steward: 'own', auditor: 'all', admin: 'all' },
})
