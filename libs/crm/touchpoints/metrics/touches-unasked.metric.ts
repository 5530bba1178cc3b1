/** Do we come before we are asked? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byFunction, byMember, byUnit } from '../../organization/organization.dimension.js'
import { touchpointsView } from '../touchpoints.view.js'

export const touchesUnasked = defineMetric({
  name: 'touches-unasked',
  label: {
    en: 'Touches unasked',
    fi: 'Oma-aloitteiset kohtaamiset',
    sv: 'Kontakter på eget initiativ',
    de: 'Unaufgeforderte Kontakte',
    nb: 'Kontakter på eget initiativ',
  },
  kind: 'ratio',
  unit: 'percent',
  better: 'higher',
  owner: 'sales',
  question: 'Which share of the encounters did we start unasked?',
  formula: 'encounters started by us unasked ÷ encounters of which it is known who started them',
  of: touchpointsView,
  dimensions: [...byUnit, byMember, byFunction, bySector],
  measure: standingMetric(({ at, unit, member, function: of, startedBy }) =>
    startedBy === undefined
      ? []
      : [{ on: at, unit, member, function: of, value: startedBy === 'we-unasked' ? 1 : 0, whole: 1 }],
  ),
})
