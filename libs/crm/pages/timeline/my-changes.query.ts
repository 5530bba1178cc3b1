/** What happened with the customers that I lead since I last looked, what others did first; and what waits for me. */
import {
  comparePositions,
  defineQuery,
  Flag,
  Integer,
  InvalidInput,
  isInstant,
  Label,
  ListAnswer,
  ListOf,
  Nested,
  Optional,
  type Position,
  parsedPosition,
  type QueryContext,
  readCursor,
  type StoredEvent,
  writeCursor,
} from '#kernel'
import { requireReader } from '../../access/access.js'
import { handoversOfferedTo, WaitingHandover } from '../../handovers/handovers.queries.js'
import { promisesDueBy, promisesOfferedTo } from '../../promises/promises.queries.js'
import type { PromiseDocument } from '../../promises/promises.view.js'
import { OpenPromise, openPromise } from '../../promises/shown/promises.section.js'
import { customersLedBy } from '../../relationships/relationships.queries.js'
import { NamedCustomer, Names } from '../shown/names.js'
import { noteReadings } from '../shown/notes/note-readings.js'
import { TimelineRow, timelineRowOf } from './timeline-row.js'

export class MyChangesQuery {
  /** The position that the answer looked at last came with, or an instant; a week ago when left out. */
  @Optional() @Label({ max: 40 }) since?: string
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  /** As answered by the page before: what was recorded since the first page is not among those. */
  @Optional() @Label({ max: 2000 }) cursor?: string
}

export class ChangeRow extends TimelineRow {
  @Nested(NamedCustomer) customer!: NamedCustomer
  /** Whether another unit than the reader’s did it. */
  @Flag() otherUnit!: boolean
}

/** A promise with whom it was made to. */
export class WaitingPromise extends OpenPromise {
  @Nested(NamedCustomer) customer!: NamedCustomer
}

export class MyChangesAnswer extends ListAnswer {
  /** Customers that the reader leads a relationship with. */
  @Integer({ min: 0, max: 1_000_000 }) customers!: number
  /** What others did, other units first, of each the latest recorded first. */
  @ListOf(ChangeRow, { max: 200 }) rows!: ChangeRow[]
  /** Promises that the reader is asked to answer for. */
  @ListOf(WaitingPromise, { max: 200 }) offered!: WaitingPromise[]
  /** What the reader is asked to lead: relationships, opportunities and places at visits. */
  @ListOf(WaitingHandover, { max: 600 }) handovers!: WaitingHandover[]
  /** Promises of the reader that are broken, or will be within three days, the longest overdue first. */
  @ListOf(WaitingPromise, { max: 200 }) breaking!: WaitingPromise[]
}

const usualLimit = 50
const dayMs = 86_400_000

const daysFrom = (instant: string, days: number): string => new Date(Date.parse(instant) + days * dayMs).toISOString()

/** @throws InvalidInput for what is neither a position nor an instant */
function sinceOf({ query, clock }: QueryContext<MyChangesQuery>): Position | string {
  const { since } = query
  if (since === undefined) return daysFrom(clock, -7)
  const position = parsedPosition(since)
  if (position !== undefined) return position
  if (isInstant(since)) return since
  throw new InvalidInput([{ path: 'since', code: 'k-since' }])
}

/** Which changes are walked through, and where a page of them begins. */
interface Walk {
  since: Position | string
  /** What was recorded later is of another walk. */
  upTo: Position
  begins: number
}

const walkName = 'changes of mine'

/** @throws BadCursor */
function walkOf(ask: QueryContext<MyChangesQuery>): Walk {
  const { cursor, since } = ask.query
  if (cursor === undefined) return { since: sinceOf(ask), upTo: ask.position, begins: 0 }
  const [from, upTo, begins] = readCursor(`${walkName} ${since}`, cursor).map(String)
  return {
    since: parsedPosition(from ?? '') ?? String(from),
    upTo: parsedPosition(upTo ?? '') ?? ask.position,
    begins: Number(begins),
  }
}

/** A fact of one of the customers, by its first event, with the last that was said of it. */
interface Changed {
  customer: string
  first: string
  last: StoredEvent
  otherUnit: boolean
}

async function changedOf(
  ask: QueryContext<MyChangesQuery>,
  customers: readonly string[],
  { since, upTo }: Walk,
): Promise<Changed[]> {
  const survivorOf = (id: string) => ask.journals.partitionOf(id).ids[0]
  const mine = new Set(customers.map(survivorOf))
  const own = new Set(ask.viewer.grants.map(({ unit }) => unit))
  const changed = new Map<string, Changed>()
  for (const last of await ask.journals.recorded(customers, since)) {
    if (comparePositions(last.position, upTo) > 0) continue
    const { metadata } = last
    const customer = metadata.customers.map(survivorOf).find((id) => mine.has(id))
    if (metadata.actor === ask.viewer.member || customer === undefined) continue
    const first = metadata.corrects?.eventId ?? last.id
    changed.set(first, { customer, first, last, otherUnit: metadata.unit !== undefined && !own.has(metadata.unit) })
  }
  const latestFirst = (a: Changed, b: Changed) => comparePositions(b.last.position, a.last.position)
  return [...changed.values()].sort((a, b) => Number(b.otherUnit) - Number(a.otherUnit) || latestFirst(a, b))
}

/** What was taken back is no longer there to be shown. */
async function rowsOf(ask: QueryContext<MyChangesQuery>, changed: readonly Changed[]): Promise<ChangeRow[]> {
  const ofCustomers = [...Map.groupBy(changed, ({ customer }) => customer)]
  const found = ofCustomers.map(([customer, of]) =>
    ask.journals.named(
      ask.journals.partitionOf(customer),
      of.map(({ first }) => first),
    ),
  )
  const facts = new Map((await Promise.all(found)).flat().map((fact) => [fact.id, fact]))
  const names = new Names(ask)
  const parts = { names, wording: names.wording(), ...(await noteReadings(ask, [...facts.values()])) }
  const rows = changed.map(async ({ customer, first, otherUnit }): Promise<ChangeRow[]> => {
    const fact = facts.get(first)
    return fact
      ? [{ ...(await timelineRowOf(ask, fact, parts)), customer: await names.customer(customer), otherUnit }]
      : []
  })
  return (await Promise.all(rows)).flat()
}

function waiting(promises: readonly PromiseDocument[], ask: QueryContext<MyChangesQuery>): Promise<WaitingPromise[]> {
  const names = new Names(ask)
  const shown = promises.map(async (promise) => ({
    ...openPromise(promise, { ...ask, names }),
    customer: await names.customer(promise.customer),
  }))
  return Promise.all(shown)
}

export const myChangesQuery = defineQuery({
  name: 'my-changes',
  about:
    'What happened with my customers since I last looked, what I am asked to answer for, and what is about to break.',
  route: '/changes/mine',
  query: MyChangesQuery,
  answer: MyChangesAnswer,
  async read(ask): Promise<MyChangesAnswer> {
    requireReader(ask)
    const { member } = ask.viewer
    const customers = await customersLedBy(member, ask.documents)
    const walk = walkOf(ask)
    const changed = await changedOf(ask, customers, walk)
    const ends = walk.begins + (ask.query.limit ?? usualLimit)
    const at = [String(walk.since), String(walk.upTo), ends]
    const breaking = await promisesDueBy(daysFrom(ask.clock, 3), member, ask.documents)
    return ask.open({
      customers: customers.length,
      rows: await rowsOf(ask, changed.slice(walk.begins, ends)),
      next: ends < changed.length ? writeCursor(`${walkName} ${ask.query.since}`, at) : undefined,
      total: changed.length,
      offered: await waiting(await promisesOfferedTo(member, ask.documents), ask),
      handovers: await handoversOfferedTo(member, { documents: ask.documents, names: new Names(ask) }),
      breaking: await waiting(breaking, ask),
    })
  },
})
