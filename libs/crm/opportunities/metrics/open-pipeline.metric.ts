/** What could we win? */
import { amountCounted, byProduct, byUnit, changing, defineMetric } from '#kernel'
import { opportunities } from '../opportunities.view.js'
import { placeOf } from './deals.js'

export const openPipeline = defineMetric({
  name: 'open-pipeline',
  label: {
    en: 'Open pipeline',
    fi: 'Avoin tarjouskanta',
    sv: 'Öppen pipeline',
    de: 'Offene Pipeline',
    nb: 'Åpen pipeline',
  },
  version: 2,
  kind: 'stock',
  unit: 'money',
  better: 'higher',
  owner: 'sales',
  question: 'How much are we offering that is not decided yet?',
  formula:
    'value of opportunities open at the end of the day, in group currency by the rate of its day; those without a value count nothing, those without a known rate are left out and said to be',
  of: opportunities,
  dimensions: [...byUnit, 'member', 'stage', 'profile', ...byProduct, 'sector'],
  measure: changing(({ value, valueDay = '', ...deal }) =>
    deal.status === 'open' && value ? [{ ...placeOf(deal), stage: deal.stage, ...amountCounted(value, valueDay) }] : [],
  ),
})
