/** What figures state of an opportunity besides its numbers. */
import type { OpportunityDocument } from '../opportunities.view.js'

export const placeOf = ({ unit, owner, profile, product }: OpportunityDocument) => ({
  unit,
  member: owner,
  profile,
  product,
})
