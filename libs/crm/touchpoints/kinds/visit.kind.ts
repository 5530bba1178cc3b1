/** A visit to one of the customer's sites: planned, held, evaluated. */
import { openBefore } from '#kernel'
import { Encountered, noteOf } from '../encounter.events.js'
import { defineKind } from './define-kind.js'

export class Visit extends Encountered {}

export const visit = defineKind({
  kind: 'visit',
  payload: Visit,
  planned: true,
  version: 2,
  upcasters: openBefore,
  examples: [
    {
      customers: ['c7k2m9q4x1z8w3v5'],
      unit: 'fi-food',
      site: 'main-kitchen',
      channel: 'in-person',
      startedBy: 'we-unasked',
      notes: {
        currentSituation: 'Two of six freezers ice up every week.',
        goals: 'One temperature log for all sites.',
      },
    },
  ],
  summary: noteOf,
  texts: { en: 'Site visit', fi: 'Asiakaskäynti', sv: 'Kundbesök', de: 'Besuch vor Ort', nb: 'Kundebesøk' },
})
