/** How many deals have we won? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { byProfile } from './deals.dimension.js'
import { placeOf } from './deals.js'

export const dealsWon = defineMetric({
  name: 'deals-won',
  label: { en: 'Deals won', fi: 'Voitetut kaupat', sv: 'Vunna affärer', de: 'Gewonnene Aufträge', nb: 'Vunne salg' },
  kind: 'flow',
  unit: 'count',
  better: 'higher',
  owner: 'sales',
  question: {
    en: 'How many deals have we won?',
    fi: 'Kuinka monta kauppaa olemme voittaneet?',
    sv: 'Hur många affärer har vi vunnit?',
    de: 'Wie viele Aufträge haben wir gewonnen?',
    nb: 'Hvor mange salg har vi vunnet?',
  },
  formula: {
    en: 'opportunities won, on the day they were won, each once for its own unit and owner',
    fi: 'voitetut myyntimahdollisuudet voittopäivänään, kukin kerran omalle yksikölleen ja vastuuhenkilölleen',
    sv: 'vunna affärsmöjligheter, den dag de vanns, var och en en gång för sin egen enhet och ansvariga',
    de: 'gewonnene Verkaufschancen, an dem Tag, an dem sie gewonnen wurden, jede einmal für ihre eigene Einheit und zuständige Person',
    nb: 'vunne salgsmuligheter, den dagen de ble vunnet, hver én gang for sin egen enhet og ansvarlige',
  },
  of: opportunities,
  dimensions: [...byUnit, byMember, byProfile, ...byProduct, bySector],
  measure: standingMetric((deal) =>
    deal.status === 'won' && deal.wonAt ? [{ ...placeOf(deal), on: deal.wonAt }] : [],
  ),
})
