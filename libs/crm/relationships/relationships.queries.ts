/** What other slices ask about a relationship: what its schedule of statuses means on a day. */
import { type Documents, everyDocument, type Where } from '#kernel'
import type { Status } from './relationship.events.js'
import { type RelationshipDocument, relationships } from './relationships.view.js'
import { isIncome, type StatusFrom, statusOn } from './rules/life-cycle.js'

/** The status on a day. */
export const statusAt = ({ schedule }: Pick<RelationshipDocument, 'schedule'>, day: string): Status =>
  statusOn(schedule, day)

/** When the status that holds on a day began; absent for a prospect, and where no day is known. */
export const statusSince = ({ schedule }: Pick<RelationshipDocument, 'schedule'>, day: string): string | undefined =>
  schedule.findLast(({ from }) => from <= day)?.from || undefined

/** The next change that time alone will bring. */
export const statusNext = ({ schedule }: Pick<RelationshipDocument, 'schedule'>, day: string): StatusFrom | undefined =>
  schedule.find(({ from }) => from > day)

/** Rows whose status is this one on a day: what is stored, moved on by what time alone has changed. */
export function whereStatus(status: Status, day: string): Where {
  const stated: Where = { column: 'status', eq: status }
  const isLost: Where = { column: 'lostFrom', to: day }
  if (status === 'lost') return { or: [stated, isLost] }
  const isPassive: Where = { column: 'passiveFrom', to: day }
  if (status === 'passive') return { or: [stated, { and: [isPassive, { not: isLost }] }] }
  return { and: [stated, { not: isPassive }] }
}

/** Ids of the events that state its income, in order. */
export const incomesOf = ({ causes }: Pick<RelationshipDocument, 'causes'>): string[] =>
  causes.filter(isIncome).map(({ event }) => event)

/** Customers that a member leads a relationship with, each once. */
export async function customersLedBy(member: string, docs: Documents): Promise<string[]> {
  const customers = new Set<string>()
  const led = everyDocument(docs, relationships, { where: { column: 'owner', eq: member } })
  for await (const { customer } of led) customers.add(customer)
  return [...customers]
}
