/** Opportunities as queries of other slices ask for them. */
import { all, type Documents, type Find, type Found } from '#kernel'
import { type OpportunityDocument, opportunities } from './opportunities.view.js'

/** A customer's opportunities, the latest opened first; of one status when told. */
export async function opportunitiesOf(
  customer: string,
  docs: Documents,
  status?: OpportunityDocument['status'],
): Promise<OpportunityDocument[]> {
  const found = await docs.find(opportunities, {
    where: all({ column: 'customer', eq: customer }, status && { column: 'status', eq: status }),
    sort: [{ column: 'openedAt', descending: true }],
    limit: 500,
  })
  return found.documents
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
export async function byName(find: Find, docs: Documents): Promise<Found<OpportunityDocument>> {
  const { limit = usualLimit, cursor = '' } = find
  if (cursor.startsWith(nameless)) return withoutName({ ...find, limit, cursor: cursor.slice(1) || undefined }, docs)
  const named = await docs.search(opportunities, { ...find, limit, text: '' })
  if (named.next !== undefined) return named
  const room = limit - named.documents.length
  if (room === 0) return { ...named, next: nameless }
  const rest = await withoutName({ ...find, limit: room, cursor: undefined }, docs)
  return { documents: [...named.documents, ...rest.documents], next: rest.next }
}

async function withoutName(find: Find & { limit: number }, docs: Documents): Promise<Found<OpportunityDocument>> {
  const inOrder = { ...find, sort: [{ column: 'openedAt', descending: true }] }
  const found: OpportunityDocument[] = []
  let from = find.cursor
  do {
    const page = await docs.find(opportunities, { ...inOrder, limit: batch, cursor: from })
    const named = await namedAmong(page.documents, find, docs)
    for (const [place, document] of page.documents.entries()) {
      if (named.has(document.id)) continue
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
