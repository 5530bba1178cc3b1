/** What of the audit a member may see: what is not theirs is not offered. */
import type { Me } from '../../../api/questions.js'
import { hasRole } from '../../../reader/rights.js'

export const offers = {
  replay: ['auditor', 'group', 'steward'],
  log: ['auditor'],
  members: ['auditor', 'group', 'steward', 'admin'],
  contradictions: ['auditor', 'group', 'steward'],
  'customer-duplicates': ['auditor', 'group', 'steward'],
  'contact-duplicates': ['auditor', 'group', 'steward'],
  'customer-merges': ['auditor', 'group', 'steward'],
  'contact-merges': ['auditor', 'group', 'steward'],
  withheld: ['auditor', 'steward'],
  left: ['auditor', 'group', 'steward'],
  imports: ['auditor', 'steward', 'admin'],
  operations: ['admin'],
} as const

export type Offer = keyof typeof offers

/** Offers in the order of a page, under the heading of what they have in common. */
export const offerGroups = {
  history: ['replay', 'log'],
  data: [
    'contradictions',
    'customer-duplicates',
    'contact-duplicates',
    'customer-merges',
    'contact-merges',
    'withheld',
    'left',
  ],
  systems: ['members', 'imports', 'operations'],
} as const satisfies Record<string, readonly Offer[]>

export const isOffered = (offer: Offer, me: Me): boolean => hasRole(me, ...offers[offer])
