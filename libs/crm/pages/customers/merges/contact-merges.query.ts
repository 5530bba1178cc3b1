/** Which records of contacts were said to be one person, and what became of that? */
import { defineQuery, ListAnswer, ListOf, Nested, type QueryContext } from '#kernel'
import { contactOf } from '../../../contacts/people.queries.js'
import { MergedContact, nameOf } from '../../../contacts/shown/merged-contact.queries.js'
import { MergesQuery, MergeTold, mergesOf, mergesShape } from './merge-rows.js'

export class ContactMergeRow extends MergeTold {
  @Nested(MergedContact) contact!: MergedContact
  @Nested(MergedContact) into!: MergedContact
}

export class ContactMergesAnswer extends ListAnswer {
  /** The newest first. */
  @ListOf(ContactMergeRow, { max: 50 }) rows!: ContactMergeRow[]
}

type Ask = QueryContext<MergesQuery>

/** A record by the name it has itself, merged or not. */
async function recordNamed(id: string, ask: Ask): Promise<MergedContact> {
  const contact = await contactOf(id, ask)
  return { id, name: contact && nameOf(id, contact) }
}

export const contactMergesQuery = defineQuery({
  name: 'contact-merges',
  about: 'Which contacts were merged, which merges are void, and what those taken back have left behind.',
  route: '/merges/contacts',
  query: MergesQuery,
  answer: ContactMergesAnswer,
  lists: [mergesShape('contact')],
  async read(ask: Ask): Promise<ContactMergesAnswer> {
    return ask.open(await mergesOf('contact', ask, (id) => recordNamed(id, ask)))
  },
})
