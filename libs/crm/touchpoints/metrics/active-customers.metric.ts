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
  question: {
    en: 'How many customers have we met?',
    fi: 'Kuinka monta asiakasta olemme tavanneet?',
    sv: 'Hur många kunder har vi träffat?',
    de: 'Wie viele Kunden haben wir getroffen?',
    nb: 'Hvor mange kunder har vi møtt?',
  },
  formula: {
    en: 'different customers who led an encounter that took place in the period',
    fi: 'eri asiakkaat, jotka olivat pääasiakkaana jaksolla tapahtuneessa kohtaamisessa',
    sv: 'olika kunder som var huvudkund i en kontakt som ägde rum i perioden',
    de: 'verschiedene Kunden, die bei einem Kontakt im Zeitraum der führende Kunde waren',
    nb: 'ulike kunder som var hovedkunde i en kontakt som fant sted i perioden',
  },
  of: touchpointsView,
  dimensions: [...byUnit, byFunction, bySector],
  measure: standingMetric(({ at, unit, customer, function: of }) => [{ on: at, unit, function: of, who: customer }]),
})
