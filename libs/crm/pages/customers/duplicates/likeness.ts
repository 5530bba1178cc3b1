/** Which records may be one: those that share what tells, or a name and something else. */
import { BadCursor, holds, type QueryContext, refuse, type SharedTrait, type View } from '#kernel'
import { requireReason } from '../../../access/access.js'

/** What alone makes two records suspected of being one; a name does together with one of the others. */
const telling: ReadonlySet<string> = new Set(['said', 'identifier', 'mail'])
const named = 'name'

/** More records of one value say little of any two of them: a switchboard, a name that is everybody's. */
const mostOfOne = 12

/** Two records, and by what they are alike. */
export interface Alike {
  ids: readonly [string, string]
  reasons: string[]
}

/** What pairs are found by. */
export interface Comparing<D> {
  view: View<D & object>
  /** Traits of the view that lead from one to another. */
  by: readonly string[]
  /** What somebody said, beside them. */
  said?: readonly SharedTrait[]
  /** What else two that are suspected have in common. */
  further(one: D, other: D): readonly string[]
  /** The record that one stands in by now. */
  standing(id: string): string | undefined
}

/** Records that were said to be others. */
interface Told {
  others: readonly string[]
}

/** Pairs that were not said to be two, those with most reasons first, with what stands of each record. */
export async function suspectedPairs<D extends Told>(
  { documents }: QueryContext<object>,
  { view, by, said = [], further, standing }: Comparing<D>,
): Promise<{ pairs: Alike[]; standing: ReadonlyMap<string, D> }> {
  const shared = [...said, ...(await documents.alike(view as View, { by, most: mostOfOne }))]
  const candidates = pairsIn(shared).filter(({ reasons }) => reasons.some((one) => telling.has(one) || one === named))
  const ids = [...new Set(candidates.flatMap((pair) => pair.ids))]
  const found = await Promise.all(ids.map(async (id) => [id, await documents.get(view, id)] as const))
  const known = new Map(found.flatMap(([id, document]) => (document ? [[id, document] as const] : [])))
  const isApart = (from: D, id: string) => from.others.some((other) => standing(other) === id)
  const pairs = candidates.flatMap(({ ids: [a, b], reasons }): Alike[] => {
    const [one, other] = [known.get(a), known.get(b)]
    if (!one || !other || isApart(one, b) || isApart(other, a)) return []
    const all = [...new Set([...reasons, ...further(one, other)])]
    return isSuspected(all) ? [{ ids: [a, b], reasons: all }] : []
  })
  return { pairs: pairs.sort(mostAlike), standing: known }
}

function pairsIn(shared: readonly SharedTrait[]): Alike[] {
  const pairs = new Map<string, Alike>()
  for (const { trait, keys } of shared) {
    const inOrder = [...new Set(keys)].sort()
    for (const [at, one] of inOrder.entries())
      for (const other of inOrder.slice(at + 1)) {
        const pair = pairs.get(`${one} ${other}`) ?? { ids: [one, other], reasons: [] }
        pairs.set(`${one} ${other}`, { ...pair, reasons: [...new Set([...pair.reasons, trait])] })
      }
  }
  return [...pairs.values()]
}

const isSuspected = (reasons: readonly string[]): boolean =>
  reasons.some((reason) => telling.has(reason)) || (reasons.includes(named) && reasons.length > 1)

interface PairsAsked {
  limit?: number
  cursor?: string
  skip?: number
}

/** @throws BadCursor when the pair that the page before ended with is none any more */
export function pageOf(pairs: readonly Alike[], { limit = 20, cursor, skip = 0 }: PairsAsked) {
  const after = cursor === undefined ? 0 : pairs.findIndex((pair) => cursorOf(pair) === cursor) + 1
  if (cursor !== undefined && after === 0) throw new BadCursor()
  const from = after + skip
  const shown = pairs.slice(from, from + limit)
  const last = shown.at(-1)
  return { shown, next: last && from + limit < pairs.length ? cursorOf(last) : undefined }
}

const cursorOf = ({ ids }: Alike): string => ids.join(' ')

const mostAlike = (one: Alike, other: Alike): number =>
  other.reasons.length - one.reasons.length || (one.ids.join(' ') < other.ids.join(' ') ? -1 : 1)

/**
 * @throws DomainError `not-allowed` for whoever does not look after the register, or reads all of it; `reason-needed`:
 * what is personal makes most pairs
 */
export function requireDuplicateReader({ viewer, reading }: QueryContext<object>): void {
  if (!holds(viewer, ['steward', 'group', 'auditor']) && !viewer.member.startsWith('system:')) refuse('not-allowed')
  requireReason({ reading })
}
