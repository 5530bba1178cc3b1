/** What have we won? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { creditedOf } from './credited.js'
import { byProfile } from './deals.dimension.js'

export const wonRevenue = defineMetric({
  name: 'won-revenue',
  label: {
    en: 'Revenue won',
    fi: 'Voitettu myynti',
    sv: 'Vunnen försäljning',
    de: 'Gewonnener Umsatz',
    nb: 'Vunnet omsetning',
  },
  version: 3,
  kind: 'flow',
  unit: 'money',
  better: 'higher',
  owner: 'sales',
  question: {
    en: 'How much have we won?',
    fi: 'Kuinka paljon olemme voittaneet?',
    sv: 'Hur mycket har vi vunnit?',
    de: 'Wie viel haben wir gewonnen?',
    nb: 'Hvor mye har vi vunnet?',
  },
  formula: {
    en: 'value of opportunities won, in group currency by the rate of its day, on the day they were won; credited to members and units by their shares; a deal that is reopened no longer counts, one without a known rate, or without an amount, is left out and said to be',
    fi: 'voitettujen myyntimahdollisuuksien arvo konsernin valuutassa päivän kurssilla, voittopäivänä; hyvitetään käyttäjille ja yksiköille osuuksien mukaan; uudelleen avattua ei enää lasketa, ja se, jolla ei ole tunnettua kurssia tai summaa, jää pois ja mainitaan',
    sv: 'värdet av vunna affärsmöjligheter, omräknat till koncernens valuta enligt dagskursen, den dag de vanns; fördelat på medarbetare och enheter efter deras andelar; en affär som öppnas igen räknas inte längre, och en utan känd kurs eller utan belopp utelämnas och nämns',
    de: 'Wert der gewonnenen Verkaufschancen, in Konzernwährung zum jeweiligen Tageskurs, an dem Tag, an dem sie gewonnen wurden; Mitgliedern und Einheiten nach ihren Anteilen zugerechnet; was wieder eröffnet wird, zählt nicht mehr, und was keinen bekannten Kurs oder keinen Betrag hat, wird weggelassen und genannt',
    nb: 'verdien av vunne salgsmuligheter, omregnet til konsernets valuta etter dagskursen, den dagen de ble vunnet; fordelt på medarbeidere og enheter etter andelene deres; et salg som åpnes igjen, telles ikke lenger, og et uten kjent kurs eller uten beløp utelates og nevnes',
  },
  of: opportunities,
  dimensions: [...byUnit, byMember, byProfile, ...byProduct, bySector],
  measure: standingMetric((deal) =>
    deal.status === 'won' && deal.wonAt
      ? creditedOf(deal).map((credited) => ({
          on: deal.times.wonAt?.on ?? (deal.wonAt as string),
          profile: deal.profile,
          product: deal.product,
          ...credited,
        }))
      : [],
  ),
})
