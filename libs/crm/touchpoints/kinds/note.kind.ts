/** A note: whatever is worth remembering and fits no other kind. */

import { Encounter, noteOf } from '../encounter.events.js'
import { defineKind } from './define-kind.js'

export class Note extends Encounter {}

export const note = defineKind({
  kind: 'note',
  payload: Note,
  examples: [
    {
      customers: ['c7k2m9q4x1z8w3v5'],
      unit: 'no',
      language: 'nb',
      note: 'Ny kjøkkensjef fra august, kommer fra en kjede vi kjenner.',
    },
  ],
  summary: noteOf,
  texts: { en: 'Note', fi: 'Muistiinpano', sv: 'Anteckning', de: 'Notiz', nb: 'Notat' },
})
