/** To whom a won opportunity is credited, and with how much of its value. */
import { amountCounted } from '#kernel'
import { amountNotStated } from '../../families/income.js'
import type { OpportunityDocument } from '../opportunities.view.js'

/** Shares of the value that make up all of it; without shares all is the owner's. What is not stated is counted as left out. */
export function creditedOf({ credit, value, valueDay = '', owner, unit, wonAt }: OpportunityDocument) {
  const day = wonAt?.slice(0, 10) ?? ''
  if (!value) return [{ member: owner, unit, ...amountCounted(amountNotStated, day) }]
  if (credit.length === 0) return [{ member: owner, unit, ...amountCounted(value, valueDay) }]
  const percents = credit.map(({ percent }) => percent)
  return credit.map((share, at) => ({
    member: share.member,
    unit: share.unit,
    ...amountCounted(value, valueDay, { percents, at }),
  }))
}
