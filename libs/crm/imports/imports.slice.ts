/** Imports: what was taken over from other systems, row by row, and what was undone of it. */
import { importRefusals } from '#imports'
import { defineSlice } from '#kernel'
import { importEvents } from './import.events.js'
import { importPage, importsPage, importUndoPage } from './import.query.js'
import { importsReference } from './imports.reference.js'
import { importsResource } from './imports.resource.js'
import { importWords } from './words/imports.words.js'
import { rowWords } from './words/rows.words.js'
import { targetWords } from './words/targets.words.js'

export const importsSlice = defineSlice({
  name: 'imports',
  about: 'What was taken over from files of other systems, which rows were left, and what was undone.',
  switchable: true,
  resources: [importsResource],
  events: [importEvents],
  references: [importsReference],
  queries: [importsPage, importPage, importUndoPage],
  vocabulary: [...importWords, rowWords, targetWords],
  refusals: [importRefusals],
})
