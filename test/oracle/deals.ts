/** What deals must say, and which facts could not have happened when they did, told in the plainest way. */
import type { Oracle, OracleFact } from './oracle.js'

export interface OracleDeal {
  customer: string
  unit: string | undefined
  stage: unknown
  status: string
  value: unknown
  probability: unknown
  /** Customer and unit of each of its facts. */
  places: Set<string>
}

/** Id → the deal, where it has been opened. */
export function dealsOf(oracle: Oracle): Map<string, OracleDeal> {
  const deals = new Map<string, OracleDeal>()
  const ofDeals = oracle.all().filter(({ stream }) => stream.startsWith('opportunity-'))
  const places = new Map<string, Set<string>>()
  for (const { stream, customers, unit } of ofDeals)
    places.set(stream, (places.get(stream) ?? new Set()).add(`${customers} ${unit}`))
  for (const fact of ofDeals) {
    const id = fact.stream.slice('opportunity-'.length)
    const known = deals.get(id)
    if (fact.type === 'opportunity.opened') deals.set(id, opened(fact, oracle, places.get(fact.stream) ?? new Set()))
    else if (known) turn(known, fact)
  }
  return deals
}

function opened({ data, unit }: OracleFact, oracle: Oracle, places: Set<string>): OracleDeal {
  const { stage, probability } = data
  const customer = oracle.survivor(data.customer as string)
  return { customer, unit, stage, status: 'open', value: data.value, probability, places }
}

function turn(deal: OracleDeal, { type, data }: OracleFact): void {
  if (type === 'opportunity.stage-changed') deal.stage = data.to
  // What it was won for stands, whatever its terms say for a later day; another win says itself for what.
  const isWin = type === 'opportunity.won'
  if (data.value !== undefined && (isWin || deal.status !== 'won')) deal.value = data.value
  if (isWin) deal.status = 'won'
  if (data.probability !== undefined) deal.probability = data.probability
}

/** Of one record's facts in order, those that what precedes them rules out. */
export function impossibleAmong(facts: readonly OracleFact[]): string[] {
  const isDeal = facts.some(({ type }) => type.startsWith('opportunity.'))
  return isDeal ? impossibleOfDeal(facts) : impossibleOfRelationship(facts)
}

function impossibleOfDeal(facts: readonly OracleFact[]): string[] {
  let status = 'none'
  return facts.flatMap(({ id, type }) => {
    const needs = type === 'opportunity.opened' ? 'none' : 'open'
    const isPossible = status === needs
    if (type === 'opportunity.opened') status = 'open'
    if (type === 'opportunity.won') status = 'won'
    return isPossible ? [] : [id]
  })
}

function impossibleOfRelationship(facts: readonly OracleFact[]): string[] {
  let stage: unknown = 'identified'
  return facts.flatMap(({ id, type, data }) => {
    const isPossible = type !== 'relationship.stage-changed' || data.from === stage
    if (type === 'relationship.stage-changed') stage = data.to
    if (type === 'relationship.ended') stage = 'ended'
    return isPossible ? [] : [id]
  })
}
