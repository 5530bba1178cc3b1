/** Contacts that a reader sees, by their names: the people of customers that are theirs, and of none. */
import type { Found, QueryContext, Search } from '#kernel'
import { type ContactDocument, contactsView } from './contacts.view.js'
import { seesContact } from './people.queries.js'

type Ask = Pick<QueryContext, 'documents' | 'reading' | 'journals'>

const usualLimit = 50
/** Read at once while looking for contacts that the reader sees. */
const batch = 200

/** A full page of the contacts that the reader sees. Its cursor, which can be read, stands at the last of them. */
export async function seenContacts(search: Search, ask: Ask): Promise<Found<ContactDocument>> {
  if (ask.reading.units.has('*')) return ask.documents.search(contactsView, search)
  const { limit = usualLimit, skip = 0, ...asked } = search
  let passed = 0
  const seen: ContactDocument[] = []
  let next: string | undefined
  let from: string | undefined = search.cursor
  do {
    const page: Found<ContactDocument> = await ask.documents.search(contactsView, {
      ...asked,
      limit: batch,
      cursor: from,
    })
    for (const [place, contact] of page.documents.entries()) {
      if (!(await seesContact(contact, ask)) || passed++ < skip) continue
      if (seen.length === limit) return { documents: seen, next }
      seen.push(contact)
      if (seen.length === limit)
        next = (await ask.documents.search(contactsView, { ...asked, limit: place + 1, cursor: from })).next
    }
    from = page.next
  } while (from !== undefined)
  return { documents: seen }
}

/** Of more, what is read to count them is too much for an answer. */
const mostCounted = 1000

/** How many contacts the reader sees; what people are called is in no index that counts. Undefined of too many. */
export async function countSeenContacts(search: Search, ask: Ask): Promise<number | undefined> {
  let total = 0
  let cursor: string | undefined
  do {
    const page: Found<ContactDocument> = await seenContacts({ ...search, skip: 0, limit: batch, cursor }, ask)
    total += page.documents.length
    cursor = page.next
  } while (cursor !== undefined && total < mostCounted)
  return cursor === undefined ? total : undefined
}
