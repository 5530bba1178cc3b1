/** What may we expect of what could be won? */
import { amountCounted, byProduct, byUnit, changing, defineMetric, percentShare } from '#kernel'
import { opportunities } from '../opportunities.view.js'
import { placeOf } from './deals.js'

export const weightedPipeline = defineMetric({
  name: 'weighted-pipeline',
  label: {
    en: 'Weighted pipeline',
    fi: 'Painotettu tarjouskanta',
    sv: 'Viktad pipeline',
    de: 'Gewichtete Pipeline',
    nb: 'Vektet pipeline',
  },
  version: 2,
  kind: 'stock',
  unit: 'money',
  better: 'higher',
  owner: 'sales',
  question: 'How much may we expect of what is not decided yet?',
  formula:
    'value × probability of opportunities open at the end of the day, in group currency by the rate of its day; those without a value or a probability count nothing, those without a known rate are left out and said to be',
  of: opportunities,
  dimensions: [...byUnit, 'member', 'stage', 'profile', ...byProduct, 'sector'],
  measure: changing(({ value, valueDay = '', probability, ...deal }) =>
    deal.status === 'open' && value && probability !== undefined
      ? [{ ...placeOf(deal), stage: deal.stage, ...amountCounted(value, valueDay, percentShare(probability)) }]
      : [],
  ),
})
