/** What could we win? */
import { byProduct, byUnit, changing, defineMetric } from '#kernel'
import { opportunities } from '../opportunities.view.js'
import { placeOf } from './deals.js'

export const openPipeline = defineMetric({
  name: 'open-pipeline',
  kind: 'stock',
  unit: 'money',
  better: 'higher',
  owner: 'sales',
  question: 'How much are we offering that is not decided yet?',
  formula: 'value of opportunities open at the end of the day, in group currency; those without a value count nothing',
  of: opportunities,
  dimensions: [...byUnit, 'member', 'stage', 'profile', ...byProduct, 'sector'],
  measure: changing((deal) =>
    deal.status === 'open' ? [{ ...placeOf(deal), stage: deal.stage, value: deal.groupMinor ?? 0 }] : [],
  ),
})
