/** A private note: others see that it exists; shared after 90 days unless renewed. */

import { Encounter, noteOf } from '../encounter.events.js'
import { defineKind } from './define-kind.js'

export class PrivateNote extends Encounter {}

export const privateNote = defineKind({
  kind: 'private-note',
  payload: PrivateNote,
  private: true,
  examples: [
    {
      customers: ['c7k2m9q4x1z8w3v5'],
      unit: 'fi-food',
      note: 'Wait with the price talk until their budget round is over.',
    },
  ],
  summary: noteOf,
  texts: {
    en: 'Private note',
    fi: 'Yksityinen muistiinpano',
    sv: 'Privat anteckning',
    de: 'Private Notiz',
    nb: 'Privat notat',
  },
})
