/** What other slices ask about a relationship: what its schedule of statuses means on a day. */
import type { Where } from '#kernel'
import { isIncome, type StatusFrom, statusOn } from './life-cycle.js'
import type { Status } from './relationship.events.js'
import type { RelationshipDocument } from './relationships.view.js'

/** The status at an instant or on a day. */
export const statusAt = ({ schedule }: Pick<RelationshipDocument, 'schedule'>, now: string): Status =>
  statusOn(schedule, now.slice(0, 10))

/** The day on which the status that holds at an instant began; absent for a prospect. */
export const statusSince = ({ schedule }: Pick<RelationshipDocument, 'schedule'>, now: string): string | undefined =>
  schedule.findLast(({ from }) => from <= now.slice(0, 10))?.from

/** The next change that time alone will bring. */
export const statusNext = ({ schedule }: Pick<RelationshipDocument, 'schedule'>, now: string): StatusFrom | undefined =>
  schedule.find(({ from }) => from > now.slice(0, 10))

/** Rows whose status is this one at an instant: what is stored, moved on by what time alone has changed. */
export function whereStatus(status: Status, now: string): Where {
  const day = now.slice(0, 10)
  const stated: Where = { column: 'status', eq: status }
  const isLost: Where = { column: 'lostFrom', to: day }
  if (status === 'lost') return { or: [stated, isLost] }
  const isPassive: Where = { column: 'passiveFrom', to: day }
  if (status === 'passive') return { or: [stated, { and: [isPassive, { not: isLost }] }] }
  return { and: [stated, { not: isPassive }] }
}

/** Ids of the opportunities whose wins were its income, in order. */
export const incomesOf = ({ causes }: Pick<RelationshipDocument, 'causes'>): string[] =>
  causes.filter(isIncome).map(({ of }) => of)
