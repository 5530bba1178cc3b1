/** To whom a won opportunity is credited, and with how much of its value. */
import { shared } from '#kernel'
import type { OpportunityDocument } from '../opportunities.view.js'

export interface Credited {
  member?: string
  unit: string
  amountMinor: number
}

/** Shares of the value in group currency that make up all of it; without shares all is the owner's. */
export function creditedOf({ credit, groupMinor = 0, owner, unit }: OpportunityDocument): Credited[] {
  if (credit.length === 0) return [{ member: owner, unit, amountMinor: groupMinor }]
  const percents = credit.map(({ percent }) => percent)
  return shared(groupMinor, percents).map((amountMinor, at) => ({
    ...credit[at],
    unit: credit[at]?.unit ?? unit,
    amountMinor,
  }))
}
