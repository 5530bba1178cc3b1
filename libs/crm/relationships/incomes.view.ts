/** Every income as what figures count and the score draws, of whatever slice; not kept, because relationships hold what they come to. */
import { type AnyFact, amountOf, defineView, type PricedMoney } from '#kernel'
import { amountNotStated, income, noCurrency, type StatedIncome } from '../families/income.js'

export interface CountedIncome {
  /** Id of what earned it. */
  record: string
  unit: string
  at: string
  value: PricedMoney
  /** Whose rate holds where the value is not stated in group currency. */
  valueDay: string
}

const counted = (_: CountedIncome | undefined, fact: AnyFact, said: StatedIncome | 'taken-back') => {
  const { entity: record, unit, at, day = at.slice(0, 10) } = fact
  if (said === 'taken-back' || unit === undefined) return null
  return { record, unit, at, value: said.value ?? amountNotStated, valueDay: day }
}

export const incomesView = defineView<CountedIncome>()({
  name: 'incomes',
  version: 1,
  kept: false,
  of: [],
  on: {},
  families: [income.foldedBy(counted)],
  draws: {
    follows: ['record', 'unit', 'value', 'valueDay'],
    of: ({ record, unit, value, valueDay }) =>
      value.currency === noCurrency ? [] : [{ line: 'income', thing: record, unit, amount: amountOf(value, valueDay) }],
  },
})
