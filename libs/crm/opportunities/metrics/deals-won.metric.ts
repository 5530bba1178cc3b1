/** How many deals have we won? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { byProfile } from './deals.dimension.js'
import { placeOf } from './deals.js'

export const dealsWon = defineMetric({
  name: 'deals-won',
  label: { en: 'Deals won', fi: 'Voitetut kaupat', sv: 'Vunna affärer', de: 'Gewonnene Aufträge', nb: 'Vunne salg' },
  kind: 'flow',
  unit: 'count',
  better: 'higher',
  owner: 'sales',
  question: 'How many deals have we won?',
  formula: 'opportunities won, on the day they were won, each once for its own unit and owner',
  of: opportunities,
  dimensions: [...byUnit, byMember, byProfile, ...byProduct, bySector],
  measure: standingMetric((deal) =>
    deal.status === 'won' && deal.wonAt ? [{ ...placeOf(deal), on: deal.wonAt }] : [],
  ),
})
