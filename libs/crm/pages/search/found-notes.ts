/**
 * What was written about any customer and says some words, the latest first. Of private notes no index holds the words:
 * those that the reader may open are looked through.
 */
import {
  type Fact,
  inEffectiveOrder,
  parsedPosition,
  type QueryContext,
  readCursor,
  totalOf,
  type Where,
  writeCursor,
} from '#kernel'
import { isOwnToday } from '../../customers/customers.queries.js'
import { privateNotes } from '../../touchpoints/notes/private-notes.view.js'
import { privateTypes } from '../../touchpoints/touchpoint.events.js'
import { PrivateNotes } from '../shown/notes/private-notes.js'
import { isReadable } from '../shown/subject.js'
import { latestFirst } from '../timeline/timeline.query.js'
import { saysText } from '../timeline/timeline-filter.js'

type Ask = QueryContext<{ text: string; limit?: number }>

/** Where a page ended. */
type Place = Pick<Fact, 'at' | 'position'>

/** Private notes that are looked through, those shared last first. */
const mostPrivate = 200

/** By which a cursor knows its words again. */
const walkOf = ({ query: { text } }: Ask): string => JSON.stringify(['notes', text])

/** A page, the latest first. @throws BadCursor */
export async function foundNotes(
  ask: Ask,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ facts: Fact[]; next?: string; total?: number }> {
  const after = cursor === undefined ? undefined : placeOf(readCursor(walkOf(ask), cursor).map(String))
  const [indexed, kept] = await Promise.all([indexedNotes(ask, limit + 1, after), privateNotesSaying(ask)])
  const found = [...indexed, ...kept.facts].sort(latestFirst).filter(isBehind(after))
  const facts = found.slice(0, limit)
  const last = found.length > limit ? facts.at(-1) : undefined
  const next = last && writeCursor(walkOf(ask), [last.at, String(last.position)])
  const total = await totalOf({ documents: facts, next }, { cursor }, async () => undefined)
  return { facts, next, total: kept.isWhole ? total : undefined }
}

const placeOf = ([at = '', position = '']: readonly string[]): Place => ({
  at,
  position: parsedPosition(position) ?? 0,
})

const isBehind =
  (after: Place | undefined) =>
  (fact: Fact): boolean =>
    after === undefined || inEffectiveOrder(fact, after) < 0

/**
 * What the index finds, without what is about customers that are not the reader's to see: so many at least, and whatever
 * else is of the same moment as the last of them, since the index knows no order among those.
 */
async function indexedNotes(ask: Ask, wanted: number, after: Place | undefined): Promise<Fact[]> {
  const of = { text: ask.query.text, sort: [{ column: 'at', descending: true }], limit: wanted }
  const where: Where | undefined = after && { column: 'at', to: after.at }
  const found: Fact[] = []
  let cursor: string | undefined
  do {
    const page = await ask.journals.search({ ...of, where, cursor })
    const facts = await factsOf(ask, page.rows)
    found.push(...facts.filter(isBehind(after)))
    cursor = page.next
  } while (cursor !== undefined && !isEnough(found, wanted))
  return found
}

function isEnough(found: readonly Fact[], wanted: number): boolean {
  const last = found[wanted - 1]
  return last !== undefined && found.some(({ at }) => at < last.at)
}

async function factsOf(ask: Ask, rows: readonly { key: string; columns: object }[]): Promise<Fact[]> {
  const byCustomer = Map.groupBy(rows, ({ columns }) => (columns as { customer: string }).customer)
  const facts = [...byCustomer].map(async ([customer, own]) => {
    const partition = ask.journals.partitionOf(customer)
    if (!(await isOwnToday(partition.ids[0], ask))) return []
    return ask.journals.named(
      partition,
      own.flatMap(({ key }) => parsedPosition(key) ?? []),
    )
  })
  return (await Promise.all(facts))
    .flat()
    .filter((fact) => isReadable(ask, fact))
    .sort(latestFirst)
}

/** `isWhole`: all that there are were looked through. */
async function privateNotesSaying(ask: Ask): Promise<{ facts: Fact[]; isWhole: boolean }> {
  if (!ask.reading.personal) return { facts: [], isWhole: true }
  const { documents, next } = await ask.documents.find(privateNotes, {
    where: mayOpen(ask),
    sort: [{ column: 'sharedAt', descending: true }],
    limit: mostPrivate,
  })
  const customers = new Set(documents.map(({ customer }) => ask.journals.partitionOf(customer).ids[0]))
  const wanted = new Set(documents.map(({ id }) => id))
  const facts = [...customers].map(async (customer) => {
    if (!(await isOwnToday(customer, ask))) return []
    const ids = ask.journals.partitionOf(customer).ids.map((id) => `customer:${id}`)
    const pages = ids.map((partition) => ask.journals.facts({ partition, types: [...privateTypes], limit: 500 }))
    return (await Promise.all(pages)).flatMap((page) => page.facts)
  })
  const known = (await Promise.all(facts)).flat().filter(({ entity, leads }) => leads && wanted.has(entity))
  const notes = await PrivateNotes.among(ask, known)
  return { facts: known.filter((fact) => saysText(ask.query.text, fact, notes)), isWhole: next === undefined }
}

/** Those of the reader's own and those that are shared; whoever opens more gives a reason for it. */
function mayOpen({ viewer, clock, reason }: Ask): Where | undefined {
  if (reason !== undefined) return undefined
  return {
    or: [
      { column: 'writer', eq: viewer.member },
      { column: 'sharedAt', to: clock },
    ],
  }
}
