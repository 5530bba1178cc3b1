/** What have customers bought of us? */
import { amountCounted, defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byUnit } from '../../organization/organization.dimension.js'
import { incomesView } from '../incomes.view.js'

export const incomeMetric = defineMetric({
  name: 'income',
  label: { en: 'Income', fi: 'Tulot', sv: 'Intäkter', de: 'Erlöse', nb: 'Inntekter' },
  kind: 'flow',
  unit: 'money',
  better: 'higher',
  owner: 'sales',
  question: 'How much have customers bought of us?',
  formula:
    'value of everything that is income, as deals that are won, in group currency by the rate of its day, on the day it was earned; what is taken back no longer counts, what has no known rate is left out and said to be',
  of: incomesView,
  dimensions: [...byUnit, bySector],
  measure: standingMetric(({ at, unit, value, valueDay }) => [{ on: at, unit, ...amountCounted(value, valueDay) }]),
})
