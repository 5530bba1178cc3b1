/** What could we win? */
import { amountCounted, changing, defineMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { byDealStage, byProfile } from './deals.dimension.js'
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
  dimensions: [...byUnit, byMember, byDealStage, byProfile, ...byProduct, bySector],
  measure: changing(({ value, valueDay = '', ...deal }) =>
    deal.status === 'open' && value ? [{ ...placeOf(deal), stage: deal.stage, ...amountCounted(value, valueDay) }] : [],
  ),
})
