/**
 * Everything that happened with a customer, the latest first. The present comes from the
 * filings' columns; the past, and what no column can tell, from the facts themselves.
 */
import {
  BadCursor,
  defineQuery,
  type Fact,
  type Find,
  inEffectiveOrder,
  ListAnswer,
  ListOf,
  Nested,
  Optional,
  parsedPosition,
  type QueryContext,
  type Subject,
} from '#kernel'
import { requireReason } from '../../access/access.js'
import { standingContacts } from '../../contacts/people.queries.js'
import { customersView } from '../../customers/customers.view.js'
import { ShownStop, shownStop } from '../../texts/stopped.js'
import { privateTypes } from '../../touchpoints/touchpoint.events.js'
import { NamedCustomer, Names } from '../shown/names.js'
import { Gists } from '../shown/notes/gists.js'
import { type NoteReadings, noteReadings, readingsOfBoth } from '../shown/notes/note-readings.js'
import { PrivateNotes } from '../shown/notes/private-notes.js'
import { isReadable } from '../shown/subject.js'
import { conditionsOf, filingsOf, fits, requireMeant, saysText, TimelineQuery } from './timeline-filter.js'
import { TimelineRow, timelineRowOf } from './timeline-row.js'

export class TimelineAnswer extends ListAnswer {
  @Nested(NamedCustomer) customer!: NamedCustomer
  /** Present where it cannot be read further. */
  @Optional() @Nested(ShownStop) stopped?: ShownStop
  @ListOf(TimelineRow, { max: 200 }) rows!: TimelineRow[]
}

interface FactPage {
  facts: Fact[]
  next?: string
  /** How many fit, on all pages, where all were gone through. */
  total?: number
  readings: NoteReadings
}

type Ask = QueryContext<TimelineQuery>
type Page = Pick<Find, 'limit' | 'cursor'>
const usualLimit = 50

/** Whether the indexes answer the question, each fact once. */
async function isIndexed(ask: Ask, subject: Subject): Promise<boolean> {
  const { moment, query } = ask
  if (moment.asOf !== undefined || moment.knownAt !== undefined) return false
  // A fact filed under two records that were merged would come twice.
  if (subject.partition.ids.length > 1 || query.member !== undefined || query.contact !== undefined) return false
  return query.text === undefined || !(await readsPrivateNotes(ask, subject))
}

/** Whether private notes are among what may be read: no index holds their words. */
async function readsPrivateNotes(ask: Ask, { id }: Subject): Promise<boolean> {
  if (!ask.reading.personal) return false
  const { facts } = await ask.journals.facts({ partition: partitionOf(id), types: [...privateTypes], limit: 500 })
  const notes = await PrivateNotes.among(ask, facts)
  return facts.some((fact) => !notes.hides(fact))
}

const partitionOf = (customer: string): string => `customer:${customer}`

/** How many facts an index has of the question, where each of them fits: of days it finds more than are asked for. */
async function countedByIndex(ask: Ask, { id }: Subject): Promise<number | undefined> {
  const { query, journals } = ask
  const isExact = [query.text, query.from, query.to, query.function].every((each) => each === undefined)
  return isExact ? journals.factCount({ partition: partitionOf(id), ...filingsOf(query, ask) }) : undefined
}

/** A full page where there is one: what an index finds of the days asked for may lie in the next one where its unit is. */
async function filled({ query }: Ask, pageOf: (page: Page) => Promise<FactPage>): Promise<FactPage> {
  const limit = query.limit ?? usualLimit
  let found = await pageOf({ limit, cursor: query.cursor })
  while (found.next !== undefined && found.facts.length < limit) {
    const page = await pageOf({ limit: limit - found.facts.length, cursor: found.next })
    const readings = readingsOfBoth(found.readings, page.readings)
    found = { facts: [...found.facts, ...page.facts], next: page.next, readings }
  }
  return found
}

/** Asked for in one turn with the names of people, so that all of it is read together. */
async function readingsBeside(ask: Ask, facts: readonly Fact[], names: Names): Promise<NoteReadings> {
  const people = facts.flatMap(({ contacts }) => standingContacts(contacts, ask))
  const [readings] = await Promise.all([noteReadings(ask, facts), names.contacts(people)])
  return readings
}

const fromIndex = (ask: Ask, { id }: Subject, names: Names): Promise<FactPage> =>
  filled(ask, async (page) => {
    const { query, journals } = ask
    const { facts, next } = await journals.facts({ partition: partitionOf(id), ...filingsOf(query, ask), ...page })
    const readings = await readingsBeside(ask, facts, names)
    const wanted = { ask, query, notes: readings.privateNotes }
    return { facts: facts.filter((fact) => fits(wanted, fact)), next, readings }
  })

const fromSearch = (ask: Ask, { id, partition }: Subject, names: Names): Promise<FactPage> =>
  filled(ask, async (page) => {
    const { query, journals } = ask
    const { kind, unit, from, to } = query
    const found = await journals.search({
      text: query.text ?? '',
      where: { and: [{ column: 'customer', eq: id }, ...conditionsOf({ kind, unit, from, to })] },
      sort: [{ column: 'at', descending: true }],
      ...page,
    })
    const named = await journals.named(
      partition,
      found.rows.flatMap(({ key }) => parsedPosition(key) ?? []),
    )
    const readings = await readingsBeside(ask, named, names)
    const wanted = { ask, query, notes: readings.privateNotes }
    return { facts: named.sort(latestFirst).filter((fact) => fits(wanted, fact)), next: found.next, readings }
  })

export const latestFirst = (a: Fact, b: Fact): number => inEffectiveOrder(b, a)

async function fromHistory(ask: Ask, { partition }: Subject): Promise<FactPage> {
  const { query } = ask
  const limit = query.limit ?? usualLimit
  const { text } = query
  const history = await ask.journals.history(partition, 'all')
  const end = query.cursor === undefined ? history.length : placeOf(query.cursor, history)
  const notes = await PrivateNotes.among(ask, history)
  const facts: Fact[] = []
  let next: string | undefined
  let total = 0
  for (let at = history.length - 1; at >= 0; at--) {
    const fact = history[at] as Fact
    if (!isReadable(ask, fact) || !fits({ ask, query, notes }, fact)) continue
    if (text !== undefined && !saysText(text, fact, notes)) continue
    total += 1
    if (at >= end) continue
    if (facts.length < limit) facts.push(fact)
    else next ??= String((facts.at(-1) as Fact).position)
  }
  return { facts, next, total, readings: { privateNotes: notes, gists: Gists.within(history, ask, facts) } }
}

/** Where the row before ended. @throws BadCursor */
function placeOf(cursor: string, history: readonly Fact[]): number {
  const place = history.findIndex(({ position }) => String(position) === cursor)
  if (place < 0) throw new BadCursor()
  return place
}

export const timelineQuery = defineQuery({
  name: 'timeline',
  about: 'Everything that happened with a customer, the latest first.',
  route: '/customers/:id/timeline',
  query: TimelineQuery,
  answer: TimelineAnswer,
  past: { param: 'id', of: customersView },
  folds: ['member', 'contact', 'text'],
  async read(ask): Promise<TimelineAnswer> {
    const { subject } = ask
    await requireMeant(ask)
    if (ask.query.text !== undefined) requireReason(ask)
    const indexed = ask.query.text === undefined ? fromIndex : fromSearch
    const names = new Names(ask)
    const page = await ((await isIndexed(ask, subject)) ? indexed : fromHistory)(ask, subject, names)
    const { facts, next, readings } = page
    const isWhole = ask.query.cursor === undefined && next === undefined
    const parts = { names, wording: names.wording(), ...readings }
    // Asked for in one turn, so that names are read together.
    const [customer, total, rows] = await Promise.all([
      names.customer(subject.id),
      page.total ?? (isWhole ? facts.length : countedByIndex(ask, subject)),
      Promise.all(facts.map((fact) => timelineRowOf(ask, fact, parts))),
    ])
    return ask.open({
      customer,
      stopped: shownStop(ask, parts.wording),
      rows,
      next,
      total,
    })
  },
})
