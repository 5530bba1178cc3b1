/** What may we expect of what could be won? */
import { byProduct, byUnit, changing, defineMetric } from '#kernel'
import { opportunities } from '../opportunities.view.js'
import { placeOf } from './deals.js'

export const weightedPipeline = defineMetric({
  name: 'weighted-pipeline',
  kind: 'stock',
  unit: 'money',
  better: 'higher',
  owner: 'sales',
  question: 'How much may we expect of what is not decided yet?',
  formula:
    'value × probability of opportunities open at the end of the day, in group currency; those without a value or a probability count nothing',
  of: opportunities,
  dimensions: [...byUnit, 'member', 'stage', 'profile', ...byProduct, 'sector'],
  measure: changing((deal) =>
    deal.status === 'open' ? [{ ...placeOf(deal), stage: deal.stage, value: deal.weightedMinor ?? 0 }] : [],
  ),
})
