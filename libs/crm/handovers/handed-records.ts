/** What may be handed over, and which records of a kind somebody leads today. */
import { dayIn, type Resolving, type Where } from '#kernel'
import { opportunities } from '../opportunities/opportunities.view.js'
import { zoneOf } from '../organization/organization.reference.js'
import { promises } from '../promises/promises.view.js'
import { relationships } from '../relationships/relationships.view.js'
import { plannedOf } from '../touchpoints/plans/plans.queries.js'

export const handedKinds = ['relationship', 'opportunity', 'promise', 'visit'] as const
export type HandedKind = (typeof handedKinds)[number]

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

/** So many are looked through: more are handed over by another request. */
const limit = 500

const owned = ({ unit, from }: Leading): Where[] => [
  { column: 'unit', eq: unit },
  { column: 'owner', eq: from ?? null },
]

const ledBy = ({ owner, ...record }: Omit<Led, 'leads'> & { owner?: string }): Led => ({ ...record, leads: [owner] })

const found: Readonly<Record<HandedKind, (leading: Leading, by: Reading) => Promise<Led[]>>> = {
  relationship: async (leading, { documents }) => {
    const where = { and: [...owned(leading), { not: { column: 'stage', eq: 'ended' } }] }
    return (await documents.find(relationships, { where, sort: [{ column: 'name' }], limit })).documents.map(ledBy)
  },
  opportunity: async (leading, { documents }) => {
    const where = { and: [...owned(leading), { column: 'status', eq: 'open' }] }
    const page = await documents.find(opportunities, { where, sort: [{ column: 'closesOn' }], limit })
    return page.documents.map(ledBy)
  },
  promise: async (leading, { documents }) => {
    const where = { and: [...owned(leading), { column: 'status', in: ['open', 'offered', 'declined'] }] }
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
  const led = await found[kind](leading, by)
  return led.filter(({ offeredTo, leads }) => offeredTo !== to && !leads.includes(to)).map(({ id }) => id)
}
