/** Which records of contacts were said to be one person, and what became of that? */
import { defineQuery, ListAnswer, ListOf, Nested, type QueryContext } from '#kernel'
import { contactOf } from '../../../contacts/people.queries.js'
import { MergedContact, nameOf } from '../../../contacts/shown/merged-contact.queries.js'
import type { MergeSpan } from '../../../merging/merges.queries.js'
import { MergesQuery, MergeTold, mergesPage, mergesShape, mergeTold } from './merge-rows.js'

export class ContactMergeRow extends MergeTold {
  @Nested(MergedContact) contact!: MergedContact
  @Nested(MergedContact) into!: MergedContact
}

export class ContactMergesAnswer extends ListAnswer {
  /** The newest first. */
  @ListOf(ContactMergeRow, { max: 50 }) rows!: ContactMergeRow[]
}

type Ask = QueryContext<MergesQuery>

const mergeRow = async (span: MergeSpan, ask: Ask): Promise<ContactMergeRow> => ({
  contact: await recordNamed(span.record, ask),
  into: await recordNamed(span.into, ask),
  ...(await mergeTold(span, ask)),
})

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
    const { page, ...list } = mergesPage('contact', ask)
    return ask.open({ rows: await Promise.all(page.map((span) => mergeRow(span, ask))), ...list })
  },
})
