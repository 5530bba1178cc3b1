/** How long does it take to win a deal? */
import { BEFORE_ALL, defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { byProfile } from './deals.dimension.js'
import { placeOf } from './deals.js'

const dayMs = 86_400_000

export const salesCycleDays = defineMetric({
  name: 'sales-cycle-days',
  label: { en: 'Sales cycle', fi: 'Myyntisyklin kesto', sv: 'Säljcykel', de: 'Verkaufszyklus', nb: 'Salgssyklus' },
  kind: 'duration',
  unit: 'days',
  better: 'lower',
  owner: 'sales',
  question: 'How long does it take from the first hint to a deal that is won?',
  formula: 'days from the opening of an opportunity until it is won, on the day it is won; lost ones do not count',
  of: opportunities,
  dimensions: [...byUnit, byMember, byProfile, ...byProduct, bySector],
  measure: standingMetric((deal) => {
    if (deal.status !== 'won' || !deal.wonAt || deal.openedAt === BEFORE_ALL) return []
    const length = (Date.parse(deal.wonAt) - Date.parse(deal.openedAt)) / dayMs
    return [{ ...placeOf(deal), on: deal.wonAt, length }]
  }),
})
