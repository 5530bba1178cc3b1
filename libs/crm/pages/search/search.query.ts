/** Where do some words occur: among customers, people, deals and all that was written, as far as one may read it. */
import type { TargetDeclaration } from '#imports'
import {
  Choice,
  Choices,
  countedRows,
  defineQuery,
  type Find,
  Integer,
  InvalidInput,
  Label,
  Nested,
  Optional,
  pageOfRows,
  type QueryContext,
  totalOf,
} from '#kernel'
import { requireReader, requireReason } from '../../access/access.js'
import { countSeenContacts, seenContacts } from '../../contacts/seen-contacts.queries.js'
import { type CustomerDocument, customersView } from '../../customers/customers.view.js'
import { whereNamed } from '../../customers/named-customers.queries.js'
import { recordsCalled } from '../../imports/source-records.queries.js'
import { searched } from '../../opportunities/lists/named-opportunities.queries.js'
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

/** What is searched, each a list of its own. */
export const searchedKinds = ['customers', 'contacts', 'opportunities', 'notes', 'records'] as const
export type SearchedKind = (typeof searchedKinds)[number]
/** Whether anything is found tells what is personal. */
const personalKinds: readonly SearchedKind[] = ['contacts', 'opportunities', 'notes']

export class SearchQuery {
  /** Words, each of which may be unfinished: all of them occur in what is found. */
  @Label({ max: 200 }) text!: string
  /** What to answer alone, where a `cursor` goes on. */
  @Optional() @Choice(searchedKinds) kind?: SearchedKind
  /** So many of each at most; 10 unless told. */
  @Optional() @Integer({ min: 1, max: 50 }) limit?: number
  /** Where the page before ended: its `next`. */
  @Optional() @Label({ max: 2000 }) cursor?: string
}

/** Of each kind what is found, or of the one that is asked for. */
export class SearchAnswer {
  @Optional() @Nested(FoundCustomers) customers?: FoundCustomers
  @Optional() @Nested(FoundContacts) contacts?: FoundContacts
  @Optional() @Nested(FoundDeals) opportunities?: FoundDeals
  /** The latest first. */
  @Optional() @Nested(FoundNotes) notes?: FoundNotes
  /** What is called by the text in the system it comes from, whatever it is. */
  @Optional() @Nested(FoundRecords) records?: FoundRecords
  /** Kinds that were not searched, since what is personal is opened for a reason, and none was given. */
  @Optional() @Choices(searchedKinds) reasonNeeded?: SearchedKind[]
}

type Ask = QueryContext<SearchQuery>

const usualLimit = 10
const pageOf = ({ query: { limit = usualLimit, cursor } }: Ask) => ({ limit, cursor })
const byName = (ask: Ask): Pick<Find, 'sort' | 'locale' | 'limit' | 'cursor'> => ({
  sort: [{ column: 'name' }],
  locale: alphabetOf(ask),
  ...pageOf(ask),
})

async function customersSaying(ask: Ask, names: Names): Promise<FoundCustomers> {
  const where = await whereNamed(ask.query.text, 'id', ask)
  const shown = (documents: readonly CustomerDocument[]) =>
    Promise.all(documents.map((document) => customerRow(document, { ask, names })))
  return countedRows(ask.documents, { view: customersView, find: { where, ...byName(ask) } }, shown)
}

async function contactsSaying(ask: Ask, names: Names): Promise<FoundContacts> {
  const find = { text: ask.query.text, ...byName(ask) }
  const found = await seenContacts(find, ask)
  const rows = await Promise.all(found.documents.map((document) => foundContact(document, { ask, names })))
  return { rows, next: found.next, total: await totalOf(found, find, () => countSeenContacts(find, ask)) }
}

async function dealsSaying(ask: Ask, names: Names): Promise<FoundDeals> {
  const { documents, next, total } = await searched({ text: ask.query.text, ...byName(ask) }, ask)
  return { rows: await Promise.all(documents.map((deal) => foundDeal(deal, { ask, names }))), next, total }
}

async function notesSaying(ask: Ask, names: Names): Promise<FoundNotes> {
  const { facts, next, total } = await foundNotes(ask, pageOf(ask))
  const parts = {
    names,
    wording: names.wording(),
    ...(await noteReadings(ask, facts)),
  }
  const rows = facts.map(async (fact) => ({
    ...(await timelineRowOf(ask, fact, parts)),
    customer: await names.customer(fact.customer),
  }))
  return { rows: await Promise.all(rows), next, total }
}

/** Of what the reader may not see nothing is told. */
async function recordsSaying(ask: Ask, { names, targets }: { names: Names; targets: readonly TargetDeclaration[] }) {
  const records = new RecordNames(ask, names)
  const found = await recordsCalled(ask.query.text.trim(), targets, ask)
  const named = await Promise.all(found.map(async (record) => ({ ...record, ...(await records.of(record.stream)) })))
  const rows = named
    .filter(({ name, customer }) => name !== undefined || customer !== undefined)
    .map((row) => ({ key: `${row.source} ${row.target} ${row.stream}`, columns: {}, row }))
  return pageOfRows(rows, pageOf(ask), { columns: {}, locale: alphabetOf(ask) ?? 'en' })
}

/** @param targets what may have an id in another system */
export const searchQueryOf = (targets: readonly TargetDeclaration[]) =>
  defineQuery({
    name: 'search',
    about: 'Where do some words occur: among customers, contacts, opportunities and all that was written?',
    route: '/search',
    query: SearchQuery,
    answer: SearchAnswer,
    /** @throws InvalidInput for a cursor of no kind */
    async read(ask: Ask): Promise<SearchAnswer> {
      requireReader(ask)
      const { kind, cursor } = ask.query
      if (cursor !== undefined && kind === undefined) throw new InvalidInput([{ path: 'kind', code: 'required' }])
      if (kind !== undefined && personalKinds.includes(kind)) requireReason(ask)
      const names = new Names(ask)
      const left = kind === undefined && !ask.reading.personal ? personalKinds : []
      const asked = <T>(one: SearchedKind, read: () => Promise<T>) =>
        (kind === undefined || kind === one) && !left.includes(one) ? read() : undefined
      return ask.open({
        customers: await asked('customers', () => customersSaying(ask, names)),
        contacts: await asked('contacts', () => contactsSaying(ask, names)),
        opportunities: await asked('opportunities', () => dealsSaying(ask, names)),
        notes: await asked('notes', () => notesSaying(ask, names)),
        records: await asked('records', () => recordsSaying(ask, { names, targets })),
        reasonNeeded: left.length > 0 ? [...left] : undefined,
      })
    },
  })
