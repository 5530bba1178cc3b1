/** Every income as what figures count, of whatever slice; not kept, because relationships hold what they come to. */
import { type AnyFact, defineView, type PricedMoney } from '#kernel'
import { amountNotStated, income, type StatedIncome } from '../families/income.js'

export interface CountedIncome {
  unit: string
  at: string
  value: PricedMoney
  /** Whose rate holds where the value is not stated in group currency. */
  valueDay: string
}

const counted = (_: CountedIncome | undefined, fact: AnyFact, said: StatedIncome | 'taken-back') => {
  const { unit, at, day = at.slice(0, 10) } = fact
  if (said === 'taken-back' || unit === undefined) return null
  return { unit, at, value: said.value ?? amountNotStated, valueDay: day }
}

export const incomesView = defineView<CountedIncome>()({
  name: 'incomes',
  version: 1,
  kept: false,
  of: [],
  on: {},
  families: [income.foldedBy(counted)],
})
