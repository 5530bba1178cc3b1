/** Which contacts may be one person, and why? For whoever looks after the register. */
import { Choices, defineQuery, ListAnswer, ListOf, Nested, type QueryContext } from '#kernel'
import { type ContactDocument, contactsView } from '../../../contacts/contacts.view.js'
import { standingContact } from '../../../contacts/people.queries.js'
import { FoundContact, foundContact } from '../../search/found-rows.js'
import { Names } from '../../shown/names.js'
import { contactLikeness } from '../../shown/pages.words.js'
import { DuplicatesQuery } from './customer-duplicates.query.js'
import { pageOf, requireDuplicateReader, suspectedPairs } from './likeness.js'

export class ContactPair {
  @Nested(FoundContact) one!: FoundContact
  @Nested(FoundContact) other!: FoundContact
  @Choices(contactLikeness) reasons!: (typeof contactLikeness)[number][]
}

export class ContactDuplicatesAnswer extends ListAnswer {
  /** Those with most reasons first. */
  @ListOf(ContactPair, { max: 100 }) rows!: ContactPair[]
}

type Ask = QueryContext<DuplicatesQuery>

/** Where they work or have worked, as those customers stand today. */
const workplaces = ({ customers }: ContactDocument, { journals }: Ask): string[] =>
  customers.flatMap((id) => journals.partitionOf(id).ids[0] ?? [])

const further = (ask: Ask) => (one: ContactDocument, other: ContactDocument) => {
  const there = new Set(workplaces(one, ask))
  return workplaces(other, ask).some((id) => there.has(id)) ? ['customer'] : []
}

export const contactDuplicatesQuery = defineQuery({
  name: 'contact-duplicates',
  about: 'Which contacts may be one person, and why?',
  route: '/duplicates/contacts',
  query: DuplicatesQuery,
  answer: ContactDuplicatesAnswer,
  scans: true,
  async read(ask: Ask): Promise<ContactDuplicatesAnswer> {
    requireDuplicateReader(ask)
    const names = new Names(ask)
    const { pairs, standing } = await suspectedPairs(ask, {
      view: contactsView,
      by: ['mail', 'name', 'phone'],
      further: further(ask),
      standing: (id) => standingContact(id, ask),
    })
    const shown = async (id: string) => foundContact(standing.get(id) as ContactDocument, { ask, names })
    const page = pageOf(pairs, ask.query)
    const rows = page.shown.map(
      async ({ ids, reasons: told }): Promise<ContactPair> => ({
        one: await shown(ids[0]),
        other: await shown(ids[1]),
        reasons: contactLikeness.filter((reason) => told.includes(reason)),
      }),
    )
    return ask.open({ rows: await Promise.all(rows), next: page.next, total: pairs.length })
  },
})
