/** Which writing is withheld because it names an erased person together with others, and what was decided? */
import { defineView, unchanged } from '#kernel'
import { privacyEvents } from './privacy.events.js'

export interface WithheldNote {
  /** The stream of the record that holds the writing. */
  stream: string
  customer: string
  unit?: string
  /** Erased persons it names. */
  contacts: string[]
  /** Ids of the events that hold the writing, in all versions. */
  events: string[]
  status: 'withheld' | 'released' | 'redacted'
  since: string
  decidedBy?: string
  decidedAt?: string
}

export const withheldNotes = defineView<WithheldNote>()({
  name: 'withheld-notes',
  version: 2,
  of: [privacyEvents],
  on: {
    'privacy.keys-destroyed': unchanged,
    'privacy.withheld': (doc, { entity, customer, unit, at, data }) => ({
      stream: entity,
      customer,
      unit,
      contacts: [...new Set([...(doc?.contacts ?? []), data.contact])],
      events: [...new Set([...(doc?.events ?? []), ...data.events])],
      status: 'withheld',
      since: at,
    }),
    'privacy.released': (doc, { actor, at }) => doc && { ...doc, status: 'released', decidedBy: actor, decidedAt: at },
    'privacy.redacted': (doc, { actor, at }) => doc && { ...doc, status: 'redacted', decidedBy: actor, decidedAt: at },
  },
  columns: { customer: 'id', unit: 'id', status: 'code', since: 'instant' },
  indexes: [['status', 'since'], ['customer']],
})
