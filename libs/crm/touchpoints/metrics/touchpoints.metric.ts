/** How much do we meet our customers? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byFunction, byMember, byUnit } from '../../organization/organization.dimension.js'
import { touchpointsView } from '../touchpoints.view.js'

export const touchpointsMetric = defineMetric({
  name: 'touchpoints',
  label: { en: 'Touchpoints', fi: 'Kohtaamiset', sv: 'Kontakter', de: 'Kontakte', nb: 'Kontakter' },
  kind: 'flow',
  unit: 'count',
  better: 'higher',
  owner: 'sales',
  question: 'How often do we meet our customers, in any channel?',
  formula: 'encounters, each once for its leading customer, on the day they took place; plans do not count',
  of: touchpointsView,
  dimensions: [...byUnit, byMember, byFunction, bySector],
  measure: standingMetric(({ at, unit, member, function: of }) => [{ on: at, unit, member, function: of }]),
})
