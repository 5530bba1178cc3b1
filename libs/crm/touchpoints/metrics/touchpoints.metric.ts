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
  question: {
    en: 'How often do we meet our customers, in any channel?',
    fi: 'Kuinka usein kohtaamme asiakkaamme, missä kanavassa tahansa?',
    sv: 'Hur ofta möter vi våra kunder, i vilken kanal som helst?',
    de: 'Wie oft begegnen wir unseren Kunden, auf welchem Weg auch immer?',
    nb: 'Hvor ofte møter vi kundene våre, i hvilken som helst kanal?',
  },
  formula: {
    en: 'encounters, each once for its leading customer, on the day they took place; plans do not count',
    fi: 'kohtaamiset, kukin kerran pääasiakkaalleen, päivänä, jona ne tapahtuivat; suunnitelmia ei lasketa',
    sv: 'kontakter, var och en en gång för sin huvudkund, den dag de ägde rum; planer räknas inte',
    de: 'Kontakte, jeder einmal für seinen führenden Kunden, an dem Tag, an dem sie stattfanden; Pläne zählen nicht',
    nb: 'kontakter, hver én gang for sin hovedkunde, den dagen de fant sted; planer telles ikke',
  },
  of: touchpointsView,
  dimensions: [...byUnit, byMember, byFunction, bySector],
  measure: standingMetric(({ at, unit, member, function: of }) => [{ on: at, unit, member, function: of }]),
})
