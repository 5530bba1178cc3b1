/** What of a customer or a contact is whose to see. */
import type { Fact, Gate, QueryContext, Subject } from '#kernel'
import { contactsView } from '../../contacts/contacts.view.js'
import { seesContact } from '../../contacts/people.queries.js'
import { isOwnToday } from '../../customers/customers.queries.js'
import type { CustomerDocument } from '../../customers/customers.view.js'
import { personOf } from '../../merging/identity.reference.js'

export type CustomerSubject = Subject<CustomerDocument>

/** Whether the reader may see the fact: its unit's history, or what is the customer's own. */
export const isReadable = ({ reading }: Pick<QueryContext, 'reading'>, { unit }: Pick<Fact, 'unit'>): boolean =>
  unit === undefined || reading.units.has('*') || reading.units.has(unit)

/** Rights are today's: by the posts that are known today. */
async function seesPerson(id: string, ask: QueryContext): Promise<boolean> {
  const [today] = personOf(id, ask.referencesToday)
  const contact = (await ask.present.get(contactsView, today)) ?? (await ask.documents.get(contactsView, id))
  return contact !== undefined && (await seesContact(contact, ask))
}

/** Of a customer that only other units deal with, name, sector and those units are seen; of a contact, all or nothing. */
export const gate: Gate = {
  async reachOf({ kind, ids: [id] }, ask) {
    if (kind === 'contact') return (await seesPerson(id, ask)) ? 'own' : undefined
    return (await isOwnToday(id, ask)) ? 'own' : 'outline'
  },
}
