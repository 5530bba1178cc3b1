/** Who of us meets customers? */
import { defineMetric, standingMetric } from '#kernel'
import { byFunction, byUnit } from '../../organization/organization.dimension.js'
import { touchpointsView } from '../touchpoints.view.js'

export const activeMembers = defineMetric({
  name: 'active-members',
  label: {
    en: 'Active members',
    fi: 'Aktiiviset käyttäjät',
    sv: 'Aktiva användare',
    de: 'Aktive Mitglieder',
    nb: 'Aktive brukere',
  },
  kind: 'distinct',
  unit: 'count',
  better: 'higher',
  owner: 'management',
  question: 'How many of us have recorded an encounter?',
  formula: 'different members who recorded an encounter that took place in the period',
  of: touchpointsView,
  dimensions: [...byUnit, byFunction],
  measure: standingMetric(({ at, unit, member, function: of }) =>
    member.startsWith('system:') ? [] : [{ on: at, unit, function: of, who: member }],
  ),
})
