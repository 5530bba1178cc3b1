/** Where do some words occur: among customers, people, deals and all that was written, as far as one may read it. */
import type { TargetDeclaration } from '#imports'
import { defineQuery, type Find, Integer, Label, Nested, Optional, type QueryContext } from '#kernel'
import { requireReader } from '../../access/access.js'
import { seenContacts } from '../../contacts/seen-contacts.queries.js'
import { customersView } from '../../customers/customers.view.js'
import { whereNamed } from '../../customers/named-customers.queries.js'
import { recordsCalled } from '../../imports/source-records.queries.js'
import { opportunities } from '../../opportunities/opportunities.view.js'
import { alphabetOf } from '../../organization/reader.queries.js'
import { customerRow } from '../customers/customer-row.js'
import { Names } from '../shown/names.js'
import { noteReadings } from '../shown/notes/note-readings.js'
import { RecordNames } from '../shown/records/record-named.js'
import { timelineRowOf } from '../timeline/timeline-row.js'
import { foundNotes } from './found-notes.js'
import {
  FoundContacts,
  FoundCustomers,
  FoundDeals,
  FoundNotes,
  FoundRecords,
  foundContact,
  foundDeal,
} from './found-rows.js'

export class SearchQuery {
  /** Words, each of which may be unfinished: all of them occur in what is found. */
  @Label({ max: 200 }) text!: string
  /** So many of each at most; 10 unless told. */
  @Optional() @Integer({ min: 1, max: 50 }) limit?: number
}

export class SearchAnswer {
  @Nested(FoundCustomers) customers!: FoundCustomers
  @Nested(FoundContacts) contacts!: FoundContacts
  @Nested(FoundDeals) opportunities!: FoundDeals
  /** The latest first. */
  @Nested(FoundNotes) notes!: FoundNotes
  /** What is called by the text in the system it comes from, whatever it is. */
  @Nested(FoundRecords) records!: FoundRecords
}

type Ask = QueryContext<SearchQuery>

const limitOf = ({ query: { limit = 10 } }: Ask): number => limit
const byName = (ask: Ask): Pick<Find, 'sort' | 'locale' | 'limit'> => ({
  sort: [{ column: 'name' }],
  locale: alphabetOf(ask),
  limit: limitOf(ask),
})

async function customersSaying(ask: Ask, names: Names): Promise<FoundCustomers> {
  const where = await whereNamed(ask.query.text, 'id', ask)
  const { documents, next } = await ask.documents.find(customersView, { where, ...byName(ask) })
  const rows = documents.map((document) => customerRow(document, { ask, names }))
  return { rows: await Promise.all(rows), hasMore: next !== undefined }
}

async function contactsSaying(ask: Ask, names: Names): Promise<FoundContacts> {
  const { documents, next } = await seenContacts({ text: ask.query.text, ...byName(ask) }, ask)
  const rows = documents.map((document) => foundContact(document, { ask, names }))
  return { rows: await Promise.all(rows), hasMore: next !== undefined }
}

async function dealsSaying(ask: Ask, names: Names): Promise<FoundDeals> {
  const { documents, next } = await ask.documents.search(opportunities, { text: ask.query.text, ...byName(ask) })
  return {
    rows: await Promise.all(documents.map((deal) => foundDeal(deal, { ask, names }))),
    hasMore: next !== undefined,
  }
}

async function notesSaying(ask: Ask, names: Names): Promise<FoundNotes> {
  const { facts, hasMore } = await foundNotes(ask, limitOf(ask))
  const parts = {
    names,
    wording: names.wording(),
    ...(await noteReadings(ask, facts)),
  }
  const rows = facts.map(async (fact) => ({
    ...timelineRowOf(ask, fact, parts),
    customer: await names.customer(fact.customer),
  }))
  return { rows: await Promise.all(rows), hasMore }
}

/** Of what the reader may not see nothing is told. */
async function recordsSaying(ask: Ask, { names, targets }: { names: Names; targets: readonly TargetDeclaration[] }) {
  const records = new RecordNames(ask, names)
  const found = await recordsCalled(ask.query.text.trim(), targets, ask)
  const named = await Promise.all(found.map(async (record) => ({ ...record, ...(await records.of(record.stream)) })))
  const rows = named.filter(({ name, customer }) => name !== undefined || customer !== undefined)
  return { rows: rows.slice(0, limitOf(ask)), hasMore: rows.length > limitOf(ask) }
}

/** @param targets what may have an id in another system */
export const searchQueryOf = (targets: readonly TargetDeclaration[]) =>
  defineQuery({
    name: 'search',
    about: 'Where do some words occur: among customers, contacts, opportunities and all that was written?',
    route: '/search',
    query: SearchQuery,
    answer: SearchAnswer,
    async read(ask: Ask): Promise<SearchAnswer> {
      requireReader(ask)
      const names = new Names(ask)
      return ask.open({
        customers: await customersSaying(ask, names),
        contacts: await contactsSaying(ask, names),
        opportunities: await dealsSaying(ask, names),
        notes: await notesSaying(ask, names),
        records: await recordsSaying(ask, { names, targets }),
      })
    },
  })
