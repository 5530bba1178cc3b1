/** How many of the deals that were decided did we win? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { byProfile } from './deals.dimension.js'
import { placeOf } from './deals.js'

export const winRate = defineMetric({
  name: 'win-rate',
  label: { en: 'Win rate', fi: 'Voitto-osuus', sv: 'Vinstandel', de: 'Gewinnquote', nb: 'Vinnandel' },
  kind: 'ratio',
  unit: 'percent',
  better: 'higher',
  owner: 'sales',
  question: 'How many of the deals that were decided did we win?',
  formula: 'opportunities won ÷ opportunities won or lost, on the day they were decided',
  of: opportunities,
  dimensions: [...byUnit, byMember, byProfile, ...byProduct, bySector],
  measure: standingMetric((deal) => {
    const on = deal.status === 'won' ? deal.wonAt : deal.lostAt
    return deal.status === 'open' || !on
      ? []
      : [{ ...placeOf(deal), on, value: deal.status === 'won' ? 1 : 0, whole: 1 }]
  }),
})
