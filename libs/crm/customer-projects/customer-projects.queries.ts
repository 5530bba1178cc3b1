/** Customers' own projects as queries ask for them. */
import type { Documents } from '#kernel'
import { type CustomerProjectDocument, customerProjects } from './customer-projects.view.js'

/** What a customer intends or intended, the latest learned first. */
export async function customerProjectsOf(customer: string, docs: Documents): Promise<CustomerProjectDocument[]> {
  const found = await docs.find(customerProjects, {
    where: { column: 'customer', eq: customer },
    sort: [{ column: 'learnedAt', descending: true }],
    limit: 500,
  })
  return found.documents
}
