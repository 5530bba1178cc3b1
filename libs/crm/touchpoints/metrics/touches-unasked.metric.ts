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
  question: {
    en: 'Which share of the encounters did we start unasked?',
    fi: 'Kuinka suuren osan kohtaamisista aloitimme pyytämättä?',
    sv: 'Hur stor andel av kontakterna inledde vi på eget initiativ?',
    de: 'Welchen Anteil der Kontakte haben wir unaufgefordert begonnen?',
    nb: 'Hvor stor andel av kontaktene startet vi uoppfordret?',
  },
  formula: {
    en: 'encounters started by us unasked ÷ encounters of which it is known who started them',
    fi: 'pyytämättä aloittamamme kohtaamiset ÷ kohtaamiset, joiden aloittaja tiedetään',
    sv: 'kontakter som vi inledde på eget initiativ ÷ kontakter där det är känt vem som inledde dem',
    de: 'Kontakte, die wir unaufgefordert begonnen haben ÷ Kontakte, von denen bekannt ist, wer sie begonnen hat',
    nb: 'kontakter vi startet uoppfordret ÷ kontakter der det er kjent hvem som startet dem',
  },
  of: touchpointsView,
  dimensions: [...byUnit, byMember, byFunction, bySector],
  measure: standingMetric(({ at, unit, member, function: of, startedBy }) =>
    startedBy === undefined
      ? []
      : [{ on: at, unit, member, function: of, value: startedBy === 'we-unasked' ? 1 : 0, whole: 1 }],
  ),
})
