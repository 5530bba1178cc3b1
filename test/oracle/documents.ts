/** What a few documents and figures must say, told from the oracle's facts in the plainest way. */
import type { Oracle, OracleFact, OracleMoment } from './oracle.js'

const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)

/** Facts of a touchpoint that are no touch themselves. */
const aboutTouches = ['planned', 'moved', 'cancelled', 'evaluated', 'structured', 'gist-added', 'kept-private'].concat(
  ['offered', 'accepted', 'declined'].map((turn) => `handover-${turn}`),
)

export const isTouch = (type: string): boolean =>
  type.startsWith('touchpoint.') && !aboutTouches.includes(type.slice('touchpoint.'.length))

export interface OracleRelationship {
  stage: string
  status: string
  touches: number
  lastTouch: string | undefined
}

/** Unit → where the customer's relationship with it stands. */
export function relationshipsOf(
  oracle: Oracle,
  customer: string,
  moment: OracleMoment = {},
): Map<string, OracleRelationship> {
  const perUnit = new Map<string, OracleRelationship>()
  for (const { type, data, unit, at } of oracle.customer(customer, moment)) {
    if (unit === undefined) continue
    const known = perUnit.get(unit) ?? { stage: 'identified', status: 'prospect', touches: 0, lastTouch: undefined }
    if (type === 'relationship.stage-changed') known.stage = data.to as string
    if (type === 'relationship.ended') known.stage = 'ended'
    if (type === 'relationship.reopened') known.stage = data.at as string
    if (type === 'relationship.status-corrected') known.status = data.status as string
    if (isTouch(type)) Object.assign(known, { touches: known.touches + 1, lastTouch: at })
    perUnit.set(unit, known)
  }
  return perUnit
}

export interface OracleCustomer {
  name: unknown
  sector: unknown
  units: string[]
  since: string
}

/** The customer's register entry; undefined when nothing is known of it. Its own word holds, else the last of merged records. */
export function customerOf(oracle: Oracle, customer: string, moment: OracleMoment = {}): OracleCustomer | undefined {
  const facts = oracle.customer(customer, moment)
  const [first] = facts
  if (!first) return undefined
  const stated = facts.filter(({ type }) => ['customer.registered', 'customer.profile-changed'].includes(type))
  const isOwn = (fact: OracleFact) => idOf(fact.stream) === customer
  const fieldOf = (name: string) => {
    const speaking = stated.filter(({ data }) => data[name] !== undefined || [data.cleared].flat().includes(name))
    return (speaking.filter(isOwn).at(-1) ?? speaking.at(-1))?.data[name]
  }
  const units = facts.flatMap(({ unit }) => (unit === undefined ? [] : [unit]))
  return {
    name: fieldOf('name'),
    sector: fieldOf('sector'),
    units: [...new Set(units)].sort(),
    since: first.at,
  }
}

/** Touchpoints that the customer leads, each as its last touch says: `unit/day/function/sector` → how many. */
export function touchesCounted(oracle: Oracle, customer: string, moment: OracleMoment = {}): Map<string, number> {
  const sector = customerOf(oracle, customer, moment)?.sector ?? ''
  const rows = new Map<string, string>()
  for (const { stream, type, data, at } of oracle.led(customer, moment)) {
    if (isTouch(type)) rows.set(stream, `${data.unit}/${at.slice(0, 10)}/${data.function ?? ''}/${sector}`)
  }
  const counts = new Map<string, number>()
  for (const row of rows.values()) counts.set(row, (counts.get(row) ?? 0) + 1)
  return counts
}

export interface OracleRecord {
  customer: string
  /** Type and moment of each fact since the last email. */
  seen: string[]
}

/** Touchpoint → what its record saw, at the customer that leads its earliest fact, of those where anything is left. */
export function touchpointRecords(oracle: Oracle): Map<string, OracleRecord> {
  const records = new Map<string, OracleRecord>()
  const facts = oracle.all().filter(({ stream }) => stream.startsWith('touchpoint-'))
  for (const [stream, own] of Map.groupBy(facts, (fact) => fact.stream)) {
    const byCustomer = [...Map.groupBy(own, ({ customers: [leader = ''] }) => oracle.survivor(leader))]
    const earliest = (of: readonly OracleFact[]) => Math.min(...of.map(({ position }) => position))
    const inOrder = byCustomer.sort(([, a], [, b]) => earliest(a) - earliest(b))
    const left = inOrder.map(([customer, of]) => {
      const email = of.findLastIndex(({ type }) => type === 'touchpoint.email')
      return { customer, seen: of.slice(email + 1).map(({ type, at }) => `${type} ${at}`) }
    })
    const record = left.find(({ seen }) => seen.length > 0)
    if (record) records.set(idOf(stream), record)
  }
  return records
}
