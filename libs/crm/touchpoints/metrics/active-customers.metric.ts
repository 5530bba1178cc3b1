/** Which customers do we meet? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byFunction, byUnit } from '../../organization/organization.dimension.js'
import { touchpointsView } from '../touchpoints.view.js'

export const activeCustomers = defineMetric({
  name: 'active-customers',
  label: {
    en: 'Customers met',
    fi: 'Tavatut asiakkaat',
    sv: 'Träffade kunder',
    de: 'Getroffene Kunden',
    nb: 'Kunder vi har møtt',
  },
  kind: 'distinct',
  unit: 'count',
  better: 'higher',
  owner: 'sales',
  question: 'How many customers have we met?',
  formula: 'different customers who led an encounter that took place in the period',
  of: touchpointsView,
  dimensions: [...byUnit, byFunction, bySector],
  measure: standingMetric(({ at, unit, customer, function: of }) => [{ on: at, unit, function: of, who: customer }]),
})
