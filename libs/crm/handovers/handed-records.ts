/** What may be handed over, and which records of a kind somebody leads today. */
import { dayIn, mostFollowing, type Resolving, type Where } from '#kernel'
import type { HandedKind } from '../families/handover.js'
import { opportunities } from '../opportunities/opportunities.view.js'
import { zoneOf } from '../organization/organization.reference.js'
import { promises } from '../promises/promises.view.js'
import { relationships } from '../relationships/relationships.view.js'
import { plannedOf } from '../touchpoints/plans/plans.queries.js'

/** Category of the streams of each. */
export const handedCategories: Readonly<Record<HandedKind, string>> = {
  relationship: 'relationship',
  opportunity: 'opportunity',
  promise: 'promise',
  visit: 'touchpoint',
}

interface Led {
  id: string
  unit: string
  /** Asked to lead it, and has not answered. */
  offeredTo?: string
  /** Those who lead it, or take part. */
  leads: readonly (string | undefined)[]
}

export interface Leading {
  unit: string
  /** Absent: what nobody leads. */
  from?: string
}

type Reading = Pick<Resolving, 'documents' | 'present' | 'now'>

/** So many are found: as many as a request takes beside as many that it names. More are handed over by another one. */
const limit = 2 * mostFollowing

/** What this member is not asked to lead yet. */
const owned = ({ unit, from }: Leading, to: string): Where[] => [
  { column: 'unit', eq: unit },
  { column: 'owner', eq: from ?? null },
  { not: { column: 'offeredTo', eq: to } },
]

const ledBy = ({ owner, ...record }: Omit<Led, 'leads'> & { owner?: string }): Led => ({ ...record, leads: [owner] })

const found: Readonly<Record<HandedKind, (leading: Leading, by: Reading, to: string) => Promise<Led[]>>> = {
  relationship: async (leading, { documents }, to) => {
    const where = { and: [...owned(leading, to), { not: { column: 'stage', eq: 'ended' } }] }
    return (await documents.find(relationships, { where, sort: [{ column: 'name' }], limit })).documents.map(ledBy)
  },
  opportunity: async (leading, { documents }, to) => {
    const where = { and: [...owned(leading, to), { column: 'status', eq: 'open' }] }
    const page = await documents.find(opportunities, { where, sort: [{ column: 'closesOn' }], limit })
    return page.documents.map(ledBy)
  },
  promise: async (leading, { documents }, to) => {
    const where = { and: [...owned(leading, to), { column: 'status', in: ['open', 'offered', 'declined'] }] }
    return (await documents.find(promises, { where, sort: [{ column: 'due' }], limit })).documents.map(ledBy)
  },
  visit: async ({ unit, from }, { documents, present, now }) => {
    if (from === undefined) return []
    const todayIn = (of?: string) => dayIn(now, zoneOf(of, present))
    const planned = await plannedOf(from, { documents, references: present, todayIn })
    return planned.filter((plan) => plan.unit === unit).map(({ members, ...plan }) => ({ ...plan, leads: members }))
  },
}

/** Ids of the records of a kind that somebody leads and nobody has asked this member to lead yet, the most urgent first. */
export async function ledRecords(
  { kind, to }: { kind: HandedKind; to: string },
  leading: Leading,
  by: Reading,
): Promise<string[]> {
  const led = await found[kind](leading, by, to)
  return led.filter(({ offeredTo, leads }) => offeredTo !== to && !leads.includes(to)).map(({ id }) => id)
}
