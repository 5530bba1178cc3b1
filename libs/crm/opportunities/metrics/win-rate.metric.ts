/** How many of the deals that were decided did we win? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { byProfile } from './deals.dimension.js'
import { placeOf } from './deals.js'

export const winRate = defineMetric({
  name: 'win-rate',
  label: {
    en: 'Win rate',
    fi: 'Voitettujen kauppojen osuus',
    sv: 'Andel vunna affärer',
    de: 'Abschlussquote',
    nb: 'Tilslagsprosent',
  },
  kind: 'ratio',
  unit: 'percent',
  better: 'higher',
  owner: 'sales',
  question: {
    en: 'How many of the deals that were decided did we win?',
    fi: 'Kuinka monta ratkenneista kaupoista voitimme?',
    sv: 'Hur många av de avgjorda affärerna vann vi?',
    de: 'Wie viele der entschiedenen Aufträge haben wir gewonnen?',
    nb: 'Hvor mange av de avgjorte salgene vant vi?',
  },
  formula: {
    en: 'opportunities won ÷ opportunities won or lost, on the day they were decided',
    fi: 'voitetut myyntimahdollisuudet ÷ voitetut tai hävityt myyntimahdollisuudet, ratkaisupäivänä',
    sv: 'vunna affärsmöjligheter ÷ vunna eller förlorade affärsmöjligheter, den dag de avgjordes',
    de: 'gewonnene Verkaufschancen ÷ gewonnene oder verlorene Verkaufschancen, an dem Tag, an dem sie entschieden wurden',
    nb: 'vunne salgsmuligheter ÷ vunne eller tapte salgsmuligheter, den dagen de ble avgjort',
  },
  of: opportunities,
  dimensions: [...byUnit, byMember, byProfile, ...byProduct, bySector],
  measure: standingMetric((deal) => {
    const on = deal.status === 'won' ? deal.wonAt : deal.lostAt
    return deal.status === 'open' || !on
      ? []
      : [{ ...placeOf(deal), on, value: deal.status === 'won' ? 1 : 0, whole: 1 }]
  }),
})
