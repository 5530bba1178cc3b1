/** What have we won? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { creditedOf } from './credited.js'
import { byProfile } from './deals.dimension.js'

export const wonRevenue = defineMetric({
  name: 'won-revenue',
  label: {
    en: 'Revenue won',
    fi: 'Voitettu myynti',
    sv: 'Vunnen försäljning',
    de: 'Gewonnener Umsatz',
    nb: 'Vunnet omsetning',
  },
  version: 3,
  kind: 'flow',
  unit: 'money',
  better: 'higher',
  owner: 'sales',
  question: 'How much have we won?',
  formula:
    'value of opportunities won, in group currency by the rate of its day, on the day they were won; credited to members and units by their shares; a deal that is reopened no longer counts, one without a known rate, or without an amount, is left out and said to be',
  of: opportunities,
  dimensions: [...byUnit, byMember, byProfile, ...byProduct, bySector],
  measure: standingMetric((deal) =>
    deal.status === 'won' && deal.wonAt
      ? creditedOf(deal).map((credited) => ({
          on: deal.times.wonAt?.on ?? (deal.wonAt as string),
          profile: deal.profile,
          product: deal.product,
          ...credited,
        }))
      : [],
  ),
})
