/** What may we expect of what could be won? */
import { amountCounted, changing, defineMetric, percentShare } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { byDealStage, byProfile } from './deals.dimension.js'
import { placeOf } from './deals.js'

export const weightedPipeline = defineMetric({
  name: 'weighted-pipeline',
  label: {
    en: 'Weighted pipeline',
    fi: 'Painotettu tarjouskanta',
    sv: 'Viktad pipeline',
    de: 'Gewichtete Pipeline',
    nb: 'Vektet pipeline',
  },
  version: 2,
  kind: 'stock',
  unit: 'money',
  better: 'higher',
  owner: 'sales',
  question: {
    en: 'How much may we expect of what is not decided yet?',
    fi: 'Kuinka paljon voimme odottaa siitä, mistä ei ole vielä päätetty?',
    sv: 'Hur mycket kan vi vänta oss av det som inte är avgjort än?',
    de: 'Wie viel können wir von dem erwarten, was noch nicht entschieden ist?',
    nb: 'Hvor mye kan vi vente av det som ikke er avgjort ennå?',
  },
  formula: {
    en: 'value × probability of opportunities open at the end of the day, in group currency by the rate of its day; those without a value or a probability count nothing, those without a known rate are left out and said to be',
    fi: 'päivän lopussa avoimien myyntimahdollisuuksien arvo × todennäköisyys, konsernin valuutassa päivän kurssilla; ilman arvoa tai todennäköisyyttä ei lasketa mitään, ilman tunnettua kurssia jäävät pois ja mainitaan',
    sv: 'värde × sannolikhet för affärsmöjligheter som är öppna vid dagens slut, omräknat till koncernens valuta enligt dagskursen; de utan värde eller sannolikhet räknas inte, de utan känd kurs utelämnas och nämns',
    de: 'Wert × Wahrscheinlichkeit der am Ende des Tages offenen Verkaufschancen, in Konzernwährung zum jeweiligen Tageskurs; ohne Wert oder Wahrscheinlichkeit zählen sie nichts, ohne bekannten Kurs werden sie weggelassen und genannt',
    nb: 'verdi × sannsynlighet for salgsmuligheter som er åpne ved slutten av dagen, omregnet til konsernets valuta etter dagskursen; de uten verdi eller sannsynlighet teller ingenting, de uten kjent kurs utelates og nevnes',
  },
  of: opportunities,
  dimensions: [...byUnit, byMember, byDealStage, byProfile, ...byProduct, bySector],
  measure: changing(({ value, valueDay = '', probability, ...deal }) =>
    deal.status === 'open' && value && probability !== undefined
      ? [{ ...placeOf(deal), stage: deal.stage, ...amountCounted(value, valueDay, percentShare(probability)) }]
      : [],
  ),
})
