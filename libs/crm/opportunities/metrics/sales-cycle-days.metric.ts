/** How long does it take to win a deal? */
import { BEFORE_ALL, defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byProduct, byUnit } from '../../organization/organization.dimension.js'
import { opportunities } from '../opportunities.view.js'
import { byProfile } from './deals.dimension.js'
import { placeOf } from './deals.js'

const dayMs = 86_400_000

export const salesCycleDays = defineMetric({
  name: 'sales-cycle-days',
  label: { en: 'Sales cycle', fi: 'Myyntisyklin kesto', sv: 'Säljcykel', de: 'Verkaufszyklus', nb: 'Salgssyklus' },
  kind: 'duration',
  unit: 'days',
  better: 'lower',
  owner: 'sales',
  question: {
    en: 'How long does it take from the first hint to a deal that is won?',
    fi: 'Kuinka kauan ensimmäisestä vihjeestä voitettuun kauppaan kuluu?',
    sv: 'Hur lång tid tar det från första tipset till en vunnen affär?',
    de: 'Wie lange dauert es vom ersten Hinweis bis zum gewonnenen Auftrag?',
    nb: 'Hvor lang tid tar det fra første hint til et vunnet salg?',
  },
  formula: {
    en: 'days from the opening of an opportunity until it is won, on the day it is won; lost ones do not count',
    fi: 'päiviä myyntimahdollisuuden avaamisesta sen voittamiseen, voittopäivänä; hävittyjä ei lasketa',
    sv: 'dagar från att affärsmöjligheten öppnas tills den är vunnen, den dag den vinns; förlorade räknas inte',
    de: 'Tage von der Eröffnung einer Verkaufschance, bis sie gewonnen ist, an dem Tag, an dem sie gewonnen wird; verlorene zählen nicht',
    nb: 'dager fra salgsmuligheten åpnes til den er vunnet, den dagen den vinnes; tapte telles ikke',
  },
  of: opportunities,
  dimensions: [...byUnit, byMember, byProfile, ...byProduct, bySector],
  measure: standingMetric((deal) => {
    if (deal.status !== 'won' || !deal.wonAt || deal.openedAt === BEFORE_ALL) return []
    const length = (Date.parse(deal.wonAt) - Date.parse(deal.openedAt)) / dayMs
    return [{ ...placeOf(deal), on: deal.wonAt, length }]
  }),
})
