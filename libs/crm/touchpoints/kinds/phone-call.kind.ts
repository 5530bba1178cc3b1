/** A phone call, either way. */
import { Choice, Optional } from '#kernel'
import { Encounter, noteOf } from '../encounter.events.js'
import { defineKind } from './define-kind.js'

export const callResults = ['reached', 'not-reached', 'call-back'] as const

export class PhoneCall extends Encounter {
  @Optional() @Choice(callResults) result?: (typeof callResults)[number]
}

export const phoneCall = defineKind({
  kind: 'phone-call',
  payload: PhoneCall,
  examples: [
    {
      customers: ['c7k2m9q4x1z8w3v5'],
      unit: 'se',
      direction: 'inbound',
      startedBy: 'they',
      channel: 'phone',
      result: 'reached',
      note: 'Frågade om leveranstiden för serveringsdisken.',
    },
  ],
  summary: noteOf,
  texts: { en: 'Phone call', fi: 'Puhelu', sv: 'Telefonsamtal', de: 'Telefonat', nb: 'Telefonsamtale' },
})
