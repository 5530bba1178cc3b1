/** Whether the customers and people that a question names are there: of one that is mistyped an empty list would tell as little. */
import { InvalidInput, type QueryContext } from '#kernel'
import { contactOf, seesContact } from '../../../contacts/people.queries.js'
import { customersView } from '../../../customers/customers.view.js'

type Ask = Pick<QueryContext, 'documents' | 'journals' | 'reading'>

interface Asked {
  customer?: string | undefined
  contact?: string | undefined
}

/** @throws InvalidInput naming every field that asks for a customer or a contact that is not there, or not the reader's to see */
export async function requireSubjects({ customer, contact }: Asked, ask: Ask): Promise<void> {
  await requireThere({ customer, contact }, (kind, id) => (kind === 'customer' ? isCustomer : isContact)(id, ask))
}

/**
 * Whether each record that a question names is there, by the field that names it.
 * @throws InvalidInput naming every field whose record is not
 */
export async function requireThere<K extends string>(
  asked: Partial<Record<K, string | undefined>>,
  isThere: (field: K, id: string) => Promise<boolean>,
): Promise<void> {
  const named = Object.entries<string | undefined>(asked).flatMap(([field, id]) =>
    id === undefined ? [] : { field, id },
  )
  const there = await Promise.all(named.map(({ field, id }) => isThere(field as K, id)))
  const missing = named.filter((_, at) => !there[at])
  if (missing.length > 0) throw new InvalidInput(missing.map(({ field }) => ({ path: field, code: 'not-known' })))
}

const isCustomer = async (id: string, { documents, journals }: Ask): Promise<boolean> =>
  (await documents.get(customersView, journals.partitionOf(id).ids[0])) !== undefined

async function isContact(id: string, ask: Ask): Promise<boolean> {
  const contact = await contactOf(id, ask)
  return contact !== undefined && (await seesContact(contact, ask))
}
