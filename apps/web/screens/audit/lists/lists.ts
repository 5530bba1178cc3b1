/** The lists of the audit by their names in addresses. */
import { contradictions } from './contradictions.js'
import { contactDuplicates, customerDuplicates } from './duplicates.js'
import type { AnyAuditList } from './list-definition.js'
import { members } from './members.js'
import { contactMerges, customerMerges } from './merges.js'
import { withheldNotes } from './withheld.js'

export const auditLists = {
  members,
  contradictions,
  'customer-duplicates': customerDuplicates,
  'contact-duplicates': contactDuplicates,
  'customer-merges': customerMerges,
  'contact-merges': contactMerges,
  withheld: withheldNotes,
} as const satisfies Record<string, AnyAuditList>

export type ListName = keyof typeof auditLists

export const isListName = (name: string): name is ListName => Object.hasOwn(auditLists, name)
