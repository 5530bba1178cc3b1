/**
 * What was written about any customer and says some words, the latest first. Of private notes no index holds the words:
 * those that the reader may open are looked through.
 */
import { type Fact, parsedPosition, type QueryContext, type Where } from '#kernel'
import { isOwnToday } from '../../customers/customers.queries.js'
import { privateNotes } from '../../touchpoints/notes/private-notes.view.js'
import { privateTypes } from '../../touchpoints/touchpoint.events.js'
import { PrivateNotes } from '../shown/notes/private-notes.js'
import { isReadable } from '../shown/subject.js'
import { latestFirst } from '../timeline/timeline.query.js'
import { saysText } from '../timeline/timeline-filter.js'

type Ask = QueryContext<{ text: string; limit?: number }>

interface Saying {
  facts: Fact[]
  hasMore: boolean
}

/** Private notes that are looked through, those shared last first. */
const mostPrivate = 200

/** @param limit so many at most */
export async function foundNotes(ask: Ask, limit: number): Promise<Saying> {
  const [indexed, kept] = await Promise.all([indexedNotes(ask, limit + 1), privateNotesSaying(ask)])
  const facts = [...indexed, ...kept.facts].sort(latestFirst)
  return { facts: facts.slice(0, limit), hasMore: facts.length > limit || kept.hasMore }
}

/** What the index finds, without what is about customers that are not the reader's to see. */
async function indexedNotes(ask: Ask, wanted: number): Promise<Fact[]> {
  const found: Fact[] = []
  let cursor: string | undefined
  do {
    const sort = [{ column: 'at', descending: true }]
    const page = await ask.journals.search({ text: ask.query.text, sort, limit: wanted, cursor })
    found.push(...(await factsOf(ask, page.rows)))
    cursor = page.next
  } while (cursor !== undefined && found.length < wanted)
  return found.slice(0, wanted)
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

async function privateNotesSaying(ask: Ask): Promise<Saying> {
  if (!ask.reading.personal) return { facts: [], hasMore: false }
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
  return { facts: known.filter((fact) => saysText(ask.query.text, fact, notes)), hasMore: next !== undefined }
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
