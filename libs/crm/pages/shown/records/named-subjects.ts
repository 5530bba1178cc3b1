/** Whether the customers and people that a question names are there: of one that is mistyped an empty list would tell as little. */
import { type InputProblem, InvalidInput, type QueryContext } from '#kernel'
import { contactOf, seesContact } from '../../../contacts/people.queries.js'
import { customersView } from '../../../customers/customers.view.js'

type Ask = Pick<QueryContext, 'documents' | 'journals' | 'reading'>

interface Asked {
  customer?: string | undefined
  contact?: string | undefined
}

/** @throws InvalidInput naming every field that asks for a customer or a contact that is not there, or not the reader's to see */
export async function requireSubjects({ customer, contact }: Asked, ask: Ask): Promise<void> {
  const problems: InputProblem[] = []
  if (customer !== undefined && !(await isCustomer(customer, ask)))
    problems.push({ path: 'customer', code: 'not-known' })
  if (contact !== undefined && !(await isContact(contact, ask))) problems.push({ path: 'contact', code: 'not-known' })
  if (problems.length > 0) throw new InvalidInput(problems)
}

const isCustomer = async (id: string, { documents, journals }: Ask): Promise<boolean> =>
  (await documents.get(customersView, journals.partitionOf(id).ids[0])) !== undefined

async function isContact(id: string, ask: Ask): Promise<boolean> {
  const contact = await contactOf(id, ask)
  return contact !== undefined && (await seesContact(contact, ask))
}
