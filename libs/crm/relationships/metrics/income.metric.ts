/** What have customers bought of us? */
import { amountCounted, defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byUnit } from '../../organization/organization.dimension.js'
import { incomesView } from '../incomes.view.js'

export const incomeMetric = defineMetric({
  name: 'income',
  label: { en: 'Income', fi: 'Tulot', sv: 'Intäkter', de: 'Erlöse', nb: 'Inntekter' },
  kind: 'flow',
  unit: 'money',
  better: 'higher',
  owner: 'sales',
  question: {
    en: 'How much have customers bought of us?',
    fi: 'Kuinka paljon asiakkaat ovat ostaneet meiltä?',
    sv: 'Hur mycket har kunderna köpt av oss?',
    de: 'Wie viel haben Kunden bei uns gekauft?',
    nb: 'Hvor mye har kundene kjøpt av oss?',
  },
  formula: {
    en: 'value of everything that is income, as deals that are won, in group currency by the rate of its day, on the day it was earned; what is taken back no longer counts, what has no known rate is left out and said to be',
    fi: 'kaiken tulon arvo, kuten voitettujen kauppojen, konsernin valuutassa päivän kurssilla, päivänä, jona tulo syntyi; perutut eivät enää kuulu summaan, ja se, mille ei ole tunnettua kurssia, jää pois ja mainitaan',
    sv: 'värdet av allt som är intäkt, som vunna affärer, omräknat till koncernens valuta enligt dagskursen, den dag det tjänades in; det som tas tillbaka räknas inte längre, och det som saknar känd kurs utelämnas och nämns',
    de: 'Wert von allem, was Einnahme ist, wie gewonnene Aufträge, in Konzernwährung zum jeweiligen Tageskurs, an dem Tag, an dem es verdient wurde; Zurückgenommenes zählt nicht mehr, und was keinen bekannten Kurs hat, wird weggelassen und genannt',
    nb: 'verdien av alt som er inntekt, som vunne salg, omregnet til konsernets valuta etter dagskursen, den dagen det ble tjent; det som trekkes tilbake, telles ikke lenger, og det som mangler kjent kurs, utelates og nevnes',
  },
  of: incomesView,
  dimensions: [...byUnit, bySector],
  measure: standingMetric(({ at, unit, value, valueDay }) => [{ on: at, unit, ...amountCounted(value, valueDay) }]),
})
