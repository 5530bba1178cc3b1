/** What may we expect of what could be won? */
import { amountCounted, changing, defineMetric, percentShare } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { byDealStage, byProfile } from './deals.dimension.js'
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
  dimensions: [...byUnit, byMember, byDealStage, byProfile, ...byProduct, bySector],
  measure: changing(({ value, valueDay = '', probability, ...deal }) =>
    deal.status === 'open' && value && probability !== undefined
      ? [{ ...placeOf(deal), stage: deal.stage, ...amountCounted(value, valueDay, percentShare(probability)) }]
      : [],
  ),
})
