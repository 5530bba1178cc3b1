/** Opportunities by their names, which stand opened beside the documents: in their order, and those that say some words. */
import {
  all,
  asksFor,
  type Documents,
  type Find,
  type Found,
  InvalidInput,
  type QueryContext,
  type Search,
  totalOf,
} from '#kernel'
import { type OpportunityDocument, opportunities } from '../opportunities.view.js'
import { worthColumns } from './opportunity-lists.js'

type Ask = Pick<QueryContext, 'documents'>

/** @throws InvalidInput where names stand behind another order, or amounts are asked about as well */
export function inOrderOfNames(find: Find, { documents: docs }: Ask): Promise<Found<OpportunityDocument>> {
  requireNamesOnly(find)
  if (find.sort?.[0]?.column !== 'name' || find.sort.length > 1) return refused('sort', 'name stands alone in an order')
  return byName(find, docs)
}

/** Of more, what is read to count them is too much for an answer. */
const mostCounted = 1000

/** @throws InvalidInput where amounts are asked about as well */
export async function searched(
  search: Search,
  { documents: docs }: Ask,
): Promise<Found<OpportunityDocument> & { total?: number }> {
  requireNamesOnly(search)
  const page = await docs.search<OpportunityDocument>(opportunities, search)
  return { ...page, total: await totalOf(page, search, () => countOf(search, docs)) }
}

async function countOf(search: Search, docs: Documents): Promise<number | undefined> {
  let total = 0
  for await (const count of counted({ ...search, cursor: undefined }, docs)) {
    if (total >= mostCounted) return undefined
    total += count
  }
  return total
}

/** How many there are on each page from the cursor on, whatever is to be passed over. */
async function* counted({ cursor: from, skip: _, ...search }: Search, docs: Documents): AsyncGenerator<number> {
  let cursor = from
  do {
    const page: Found<OpportunityDocument> = await docs.search(opportunities, { ...search, limit: batch, cursor })
    yield page.documents.length
    cursor = page.next
  } while (cursor !== undefined)
}

function requireNamesOnly(find: Find): void {
  if (asksFor(find, worthColumns))
    refused('filter', `${[...worthColumns].join(' and ')} are not asked for together with names`)
}

function refused(path: string, why: string): never {
  throw new InvalidInput([{ path, code: 'filter-syntax', limit: why }])
}

/** Begins the cursors of those without a name. */
const nameless = '~'
const usualLimit = 50
/** Read at once while looking for those without a name. */
const batch = 200

/**
 * In the order of names, which are kept opened for that beside the documents. Those whose name was
 * erased, or of which the reader sees no names, come last, the latest opened first.
 */
async function byName(find: Find, docs: Documents): Promise<Found<OpportunityDocument>> {
  const { limit = usualLimit, cursor = '', skip = 0 } = find
  if (cursor.startsWith(nameless)) return withoutName({ ...find, limit, cursor: cursor.slice(1) || undefined }, docs)
  const named = await docs.search(opportunities, { ...find, limit, text: '' })
  if (named.next !== undefined) return named
  const room = limit - named.documents.length
  if (room === 0) return { ...named, next: nameless }
  let left = named.documents.length > 0 ? 0 : skip
  if (left > 0) for await (const count of counted({ ...find, text: '' }, docs)) left -= count
  const rest = await withoutName({ ...find, limit: room, cursor: undefined, skip: left }, docs)
  return { documents: [...named.documents, ...rest.documents], next: rest.next }
}

async function withoutName(
  { skip = 0, ...find }: Find & { limit: number },
  docs: Documents,
): Promise<Found<OpportunityDocument>> {
  let passed = 0
  const inOrder = { ...find, sort: [{ column: 'openedAt', descending: true }] }
  const found: OpportunityDocument[] = []
  let from = find.cursor
  do {
    const page = await docs.find(opportunities, { ...inOrder, limit: batch, cursor: from })
    const named = await namedAmong(page.documents, find, docs)
    for (const [place, document] of page.documents.entries()) {
      if (named.has(document.id) || passed++ < skip) continue
      found.push(document)
      if (found.length < find.limit) continue
      const { next } = await docs.find(opportunities, { ...inOrder, limit: place + 1, cursor: from })
      return { documents: found, next: next === undefined ? undefined : nameless + next }
    }
    from = page.next
  } while (from !== undefined)
  return { documents: found }
}

/** Ids of those in the order of opening whose names are there to be sorted by; none is opened for that. */
async function namedAmong(inOrder: readonly OpportunityDocument[], find: Find, docs: Documents): Promise<Set<string>> {
  const opened = { column: 'openedAt', from: inOrder.at(-1)?.openedAt, to: inOrder[0]?.openedAt }
  const query = { where: all(find.where, opened), sort: find.sort, text: '', limit: 500 }
  const named = new Set<string>()
  let cursor: string | undefined
  do {
    const page: Found<OpportunityDocument> = await docs.search(opportunities, { ...query, cursor })
    for (const { id } of page.documents) named.add(id)
    cursor = page.next
  } while (cursor !== undefined)
  return named
}
