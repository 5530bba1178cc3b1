/** What could we win? */
import { amountCounted, changing, defineMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { byDealStage, byProfile } from './deals.dimension.js'
import { placeOf } from './deals.js'

export const openPipeline = defineMetric({
  name: 'open-pipeline',
  label: {
    en: 'Open pipeline',
    fi: 'Avoin tarjouskanta',
    sv: 'Öppen pipeline',
    de: 'Offene Pipeline',
    nb: 'Åpen pipeline',
  },
  version: 2,
  kind: 'stock',
  unit: 'money',
  better: 'higher',
  owner: 'sales',
  question: {
    en: 'How much are we offering that is not decided yet?',
    fi: 'Kuinka paljon tarjoamme sellaista, mistä ei ole vielä päätetty?',
    sv: 'Hur mycket erbjuder vi som inte är avgjort än?',
    de: 'Wie viel bieten wir an, das noch nicht entschieden ist?',
    nb: 'Hvor mye tilbyr vi som ikke er avgjort ennå?',
  },
  formula: {
    en: 'value of opportunities open at the end of the day, in group currency by the rate of its day; those without a value count nothing, those without a known rate are left out and said to be',
    fi: 'päivän lopussa avoimien myyntimahdollisuuksien arvo konsernin valuutassa päivän kurssilla; ilman arvoa ei lasketa mitään, ilman tunnettua kurssia jäävät pois ja mainitaan',
    sv: 'värdet av affärsmöjligheter som är öppna vid dagens slut, omräknat till koncernens valuta enligt dagskursen; de utan värde räknas inte, de utan känd kurs utelämnas och nämns',
    de: 'Wert der am Ende des Tages offenen Verkaufschancen, in Konzernwährung zum jeweiligen Tageskurs; ohne Wert zählen sie nichts, ohne bekannten Kurs werden sie weggelassen und genannt',
    nb: 'verdien av salgsmuligheter som er åpne ved slutten av dagen, omregnet til konsernets valuta etter dagskursen; de uten verdi teller ingenting, de uten kjent kurs utelates og nevnes',
  },
  of: opportunities,
  dimensions: [...byUnit, byMember, byDealStage, byProfile, ...byProduct, bySector],
  measure: changing(({ value, valueDay = '', ...deal }) =>
    deal.status === 'open' && value ? [{ ...placeOf(deal), stage: deal.stage, ...amountCounted(value, valueDay) }] : [],
  ),
})
