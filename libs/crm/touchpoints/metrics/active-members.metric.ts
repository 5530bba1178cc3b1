/** Who of us meets customers? */
import { defineMetric, standingMetric } from '#kernel'
import { byFunction, byUnit } from '../../organization/organization.dimension.js'
import { touchpointsView } from '../touchpoints.view.js'

export const activeMembers = defineMetric({
  name: 'active-members',
  label: {
    en: 'Active members',
    fi: 'Aktiiviset käyttäjät',
    sv: 'Aktiva medarbetare',
    de: 'Aktive Mitglieder',
    nb: 'Aktive medarbeidere',
  },
  kind: 'distinct',
  unit: 'count',
  better: 'higher',
  owner: 'management',
  question: {
    en: 'How many of us have recorded an encounter?',
    fi: 'Kuinka moni meistä on kirjannut kohtaamisen?',
    sv: 'Hur många av oss har antecknat en kontakt?',
    de: 'Wie viele von uns haben einen Kontakt festgehalten?',
    nb: 'Hvor mange av oss har registrert en kontakt?',
  },
  formula: {
    en: 'different members who recorded an encounter that took place in the period',
    fi: 'eri käyttäjät, jotka kirjasivat jaksolla tapahtuneen kohtaamisen',
    sv: 'olika medarbetare som antecknade en kontakt som ägde rum i perioden',
    de: 'verschiedene Mitglieder, die einen Kontakt festhielten, der im Zeitraum stattfand',
    nb: 'ulike medarbeidere som registrerte en kontakt som fant sted i perioden',
  },
  of: touchpointsView,
  dimensions: [...byUnit, byFunction],
  measure: standingMetric(({ at, unit, member, function: of }) =>
    member.startsWith('system:') ? [] : [{ on: at, unit, function: of, who: member }],
  ),
})
