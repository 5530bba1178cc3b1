/** A meeting: planned, held, evaluated. */
import { openBefore } from '#kernel'
import { Encountered, noteOf } from '../encounter.events.js'
import { defineKind } from './define-kind.js'

export class Meeting extends Encountered {}

export const meeting = defineKind({
  kind: 'meeting',
  payload: Meeting,
  planned: true,
  version: 2,
  upcasters: openBefore,
  examples: [
    {
      customers: ['c7k2m9q4x1z8w3v5'],
      unit: 'fi-food',
      contacts: ['p3h8t5n2b6d1f9g4'],
      startedBy: 'we-unasked',
      channel: 'in-person',
      place: 'Their head office',
      durationMinutes: 60,
      note: 'They want the cold rooms of the new wing under one service agreement.',
    },
  ],
  summary: noteOf,
  texts: { en: 'Meeting', fi: 'Tapaaminen', sv: 'Möte', de: 'Besprechung', nb: 'Møte' },
})
