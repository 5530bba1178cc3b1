/**
 * Everything that happened with a customer, the latest first. The present comes from the journal's
 * index; the past, and what no index can tell, from the facts themselves.
 */
import {
  type Asking,
  BadCursor,
  definePage,
  type Fact,
  inEffectiveOrder,
  Label,
  ListOf,
  Nested,
  Optional,
} from '#kernel'
import { NamedCustomer, Names } from '../shown/names.js'
import { PrivateNotes } from '../shown/private-notes.js'
import { isReadable, ownSubjectOf, type Subject } from '../shown/subject.js'
import { conditionsOf, fits, says, TimelineQuery } from './timeline-filter.js'
import { rowOf, TimelineRow } from './timeline-row.js'

export class TimelineAnswer {
  @Nested(NamedCustomer) customer!: NamedCustomer
  @ListOf(TimelineRow, { max: 200 }) rows!: TimelineRow[]
  /** For the next page; absent on the last. */
  @Optional() @Label({ max: 2000 }) next?: string
}

interface FactPage {
  facts: Fact[]
  next?: string
}

type Ask = Asking<TimelineQuery>
const usualLimit = 50

/** Whether the journal's columns alone answer the question, each fact once. */
function isIndexed({ moment, query }: Ask, { partition }: Subject): boolean {
  const isPresent = moment.asOf === undefined && moment.knownAt === undefined
  // A fact filed under two records that were merged would come twice.
  return isPresent && partition.ids.length === 1 && query.member === undefined && query.contact === undefined
}

function fromIndex(ask: Ask, { id }: Subject): Promise<FactPage> {
  const { query, journals } = ask
  const filed = [
    { column: 'partition', eq: `customer:${id}` },
    { column: 'shown', eq: true },
  ]
  return journals.facts({
    where: { and: [...filed, ...conditionsOf(query, ask.references)] },
    sort: [
      { column: 'at', descending: true },
      { column: 'recorded', descending: true },
    ],
    limit: query.limit ?? usualLimit,
    cursor: query.cursor,
  })
}

async function fromSearch(ask: Ask, { id, partition }: Subject): Promise<FactPage> {
  const { query, journals } = ask
  const { kind, unit, from, to } = query
  const found = await journals.search({
    text: query.text ?? '',
    where: { and: [{ column: 'customer', eq: id }, ...conditionsOf({ kind, unit, from, to }, ask.references)] },
    sort: [{ column: 'at', descending: true }],
    limit: query.limit ?? usualLimit,
    cursor: query.cursor,
  })
  const named = await journals.named(
    partition,
    found.rows.map(({ key }) => key),
  )
  return { facts: named.sort(latestFirst).filter((fact) => fits(ask, query, fact)), next: found.next }
}

const latestFirst = (a: Fact, b: Fact): number => inEffectiveOrder(b, a)

async function fromHistory(ask: Ask, { partition }: Subject): Promise<FactPage> {
  const { query } = ask
  const limit = query.limit ?? usualLimit
  const { text } = query
  const history = await ask.journals.history(partition)
  const end = query.cursor === undefined ? history.length : placeOf(query.cursor, history)
  const notes = await PrivateNotes.among(ask, text === undefined ? [] : history)
  const facts: Fact[] = []
  for (let at = end - 1; at >= 0; at--) {
    const fact = history[at] as Fact
    if (!isReadable(ask, fact) || !fits(ask, query, fact)) continue
    if (text !== undefined && !says(text, fact, notes)) continue
    if (facts.length === limit) return { facts, next: String((facts.at(-1) as Fact).position) }
    facts.push(fact)
  }
  return { facts }
}

/** Where the row before ended. @throws BadCursor */
function placeOf(cursor: string, history: readonly Fact[]): number {
  const place = history.findIndex(({ position }) => String(position) === cursor)
  if (place < 0) throw new BadCursor()
  return place
}

export const timelinePage = definePage({
  name: 'timeline',
  about: 'Everything that happened with a customer, the latest first.',
  route: '/customers/:id/timeline',
  query: TimelineQuery,
  answer: TimelineAnswer,
  past: { param: 'id', of: 'customer' },
  async read(ask) {
    const subject = await ownSubjectOf(ask, ask.params.id ?? '')
    const indexed = ask.query.text === undefined ? fromIndex : fromSearch
    const { facts, next } = await (isIndexed(ask, subject) ? indexed : fromHistory)(ask, subject)
    const names = new Names(ask)
    const parts = { names, wording: names.wording(), privateNotes: await PrivateNotes.among(ask, facts) }
    return ask.open({
      customer: { id: subject.id, name: subject.document?.name },
      rows: facts.map((fact) => rowOf(ask, fact, parts)),
      next,
    })
  },
})
