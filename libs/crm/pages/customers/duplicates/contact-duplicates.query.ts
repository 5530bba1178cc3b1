/** Which contacts may be one person, and why? For whoever looks after the register. */
import { Choices, defineQuery, ListAnswer, ListOf, Nested, type QueryContext, type SharedTrait } from '#kernel'
import { type ContactDocument, contactsView } from '../../../contacts/contacts.view.js'
import { standingContact } from '../../../contacts/people.queries.js'
import { FoundContact, foundContact } from '../../search/found-rows.js'
import { Names } from '../../shown/names.js'
import { DuplicatesQuery } from './customer-duplicates.query.js'
import { mailbox, pageOf, personName, phoneTrait, requireDuplicateReader, suspectedPairs, traitOf } from './likeness.js'

const reasons = ['mail', 'name', 'phone', 'customer'] as const

export class ContactPair {
  @Nested(FoundContact) one!: FoundContact
  @Nested(FoundContact) other!: FoundContact
  @Choices(reasons) reasons!: (typeof reasons)[number][]
}

export class ContactDuplicatesAnswer extends ListAnswer {
  /** Those with most reasons first. */
  @ListOf(ContactPair, { max: 100 }) rows!: ContactPair[]
}

type Ask = QueryContext<DuplicatesQuery>

const sharedBy = (ask: Ask): Promise<ReadonlyMap<string, SharedTrait[]>> =>
  ask.documents.alike(contactsView, ({ name, mail, phone, customers }) => [
    ...traitOf('name', name, personName),
    ...traitOf('mail', mail, mailbox),
    ...phoneTrait(phone),
    ...(Array.isArray(customers) ? customers : []).map((id) => ({
      trait: 'customer',
      value: ask.journals.partitionOf(id).ids[0],
    })),
  ])

export const contactDuplicatesQuery = defineQuery({
  name: 'contact-duplicates',
  about: 'Which contacts may be one person, and why?',
  route: '/duplicates/contacts',
  query: DuplicatesQuery,
  answer: ContactDuplicatesAnswer,
  async read(ask: Ask): Promise<ContactDuplicatesAnswer> {
    requireDuplicateReader(ask)
    const names = new Names(ask)
    const documentOf = async (id: string) => (await ask.documents.get(contactsView, id)) as ContactDocument
    const shown = async (id: string) => foundContact(await documentOf(id), { ask, names })
    const alike = suspectedPairs(await sharedBy(ask), () => false)
    const pairs = []
    for (const pair of alike) {
      const [one, other] = await Promise.all(pair.ids.map(documentOf))
      const isApart = (from: ContactDocument | undefined, id: string) =>
        from?.others.some((said) => standingContact(said, ask) === id)
      if (!isApart(one, pair.ids[1]) && !isApart(other, pair.ids[0])) pairs.push(pair)
    }
    const page = pageOf(pairs, ask.query)
    const rows = page.shown.map(
      async ({ ids, reasons }): Promise<ContactPair> => ({
        one: await shown(ids[0]),
        other: await shown(ids[1]),
        reasons: reasons as ContactPair['reasons'],
      }),
    )
    return ask.open({ rows: await Promise.all(rows), next: page.next, total: pairs.length })
  },
})
