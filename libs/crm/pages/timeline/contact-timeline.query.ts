/** Everything that happened with a person, at whichever customer, the latest first. */
import {
  BadCursor,
  defineQuery,
  type Fact,
  type Guarded,
  Id,
  Integer,
  Label,
  ListAnswer,
  ListOf,
  Nested,
  Optional,
  Personal,
  type QueryContext,
  refuse,
} from '#kernel'
import { contactsView } from '../../contacts/contacts.view.js'
import { isOwnToday } from '../../customers/customers.queries.js'
import { ShownStop, shownStop } from '../../texts/stopped.js'
import { NamedCustomer, Names } from '../shown/names.js'
import { Gists } from '../shown/notes/gists.js'
import { PrivateNotes } from '../shown/notes/private-notes.js'
import { isReadable } from '../shown/subject.js'
import { TimelineRow, timelineRowOf } from './timeline-row.js'

export class ContactTimelineQuery {
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  @Optional() @Label({ max: 2000 }) cursor?: string
}

export class ContactTimelineRow extends TimelineRow {
  /** Of those whom it concerned, the customers that are the reader’s to see. */
  @ListOf(NamedCustomer) customers!: NamedCustomer[]
}

export class ContactTimelineAnswer extends ListAnswer {
  @Id('contact') id!: string
  @Optional() @Personal({ subject: 'contact' }) @Label() name?: Guarded<string>
  /** Present where it cannot be read further. */
  @Optional() @Nested(ShownStop) stopped?: ShownStop
  @ListOf(ContactTimelineRow, { max: 200 }) rows!: ContactTimelineRow[]
}

type Ask = QueryContext<ContactTimelineQuery>

/** The ids, as they count today, of customers whose people the reader may see. */
async function seenCustomers({ customers }: Fact, ask: Ask): Promise<string[]> {
  const survivors = [...new Set(customers.map((id) => ask.journals.partitionOf(id).ids[0]))]
  const own = await Promise.all(survivors.map((id) => isOwnToday(id, ask)))
  return survivors.filter((_, place) => own[place])
}

/** That a person was there is said in a private note like all else. */
async function isShown(fact: Fact, { ask, notes }: { ask: Ask; notes: PrivateNotes }): Promise<boolean> {
  if (!isReadable(ask, fact) || notes.hides(fact)) return false
  return fact.unit !== undefined || fact.customers.length === 0 || (await seenCustomers(fact, ask)).length > 0
}

async function pageOf(ask: Ask, history: readonly Fact[], notes: PrivateNotes) {
  const { limit = 50, cursor } = ask.query
  const isSeen = await Promise.all(history.map((fact) => isShown(fact, { ask, notes })))
  const seen = history.filter((_, place) => isSeen[place]).reverse()
  const begins = cursor === undefined ? 0 : 1 + seen.findIndex(({ position }) => String(position) === cursor)
  if (cursor !== undefined && begins === 0) throw new BadCursor()
  const facts = seen.slice(begins, begins + limit)
  const last = begins + limit < seen.length ? facts.at(-1) : undefined
  return { facts, next: last && String(last.position), total: seen.length }
}

export const contactTimelineQuery = defineQuery({
  name: 'contact-timeline',
  about: 'Everything that happened with a person, at whichever customer, the latest first.',
  route: '/contacts/:id/timeline',
  query: ContactTimelineQuery,
  answer: ContactTimelineAnswer,
  past: { param: 'id', of: contactsView },
  folds: true,
  async read(ask): Promise<ContactTimelineAnswer> {
    const { id, partition, document: contact = refuse('not-found') } = ask.subject
    const history = await ask.journals.history(partition, 'all')
    const privateNotes = await PrivateNotes.among(ask, history)
    const { facts, next, total } = await pageOf(ask, history, privateNotes)
    const names = new Names(ask)
    const gists = Gists.within(history, ask, facts)
    const parts = { names, wording: names.wording(), privateNotes, gists }
    const rows = facts.map(async (fact): Promise<ContactTimelineRow> => {
      const customers = await Promise.all((await seenCustomers(fact, ask)).map((customer) => names.customer(customer)))
      return { ...(await timelineRowOf(ask, fact, parts)), customers }
    })
    return ask.open({
      id,
      name: contact.name,
      stopped: shownStop(ask, parts.wording),
      rows: await Promise.all(rows),
      next,
      total,
    })
  },
})
