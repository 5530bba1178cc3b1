/** Opportunities as queries of other slices ask for them. */
import { all, type Documents } from '#kernel'
import { type OpportunityDocument, opportunities } from './opportunities.view.js'

/** A customer's opportunities, the latest opened first; of one status when told. */
export async function opportunitiesOf(
  customer: string,
  docs: Documents,
  status?: OpportunityDocument['status'],
): Promise<OpportunityDocument[]> {
  const found = await docs.find(opportunities, {
    where: all({ column: 'customer', eq: customer }, status && { column: 'status', eq: status }),
    sort: [{ column: 'openedAt', descending: true }],
    limit: 500,
  })
  return found.documents
}
