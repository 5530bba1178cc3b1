/** How many relationships have become shallower? */
import { defineMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byUnit } from '../../organization/organization.dimension.js'
import { relationships } from '../relationships.view.js'
import { byStage } from './relationships.dimension.js'
import { moves } from './stage-moves.js'

export const regressions = defineMetric({
  name: 'regressions',
  label: {
    en: 'Shallower relationships',
    fi: 'Heikentyneet suhteet',
    sv: 'Försvagade relationer',
    de: 'Abgeschwächte Beziehungen',
    nb: 'Svekkede relasjoner',
  },
  kind: 'flow',
  unit: 'count',
  better: 'lower',
  owner: 'management',
  question: {
    en: 'How many relationships have become shallower?',
    fi: 'Kuinka moni asiakassuhde on heikentynyt?',
    sv: 'Hur många relationer har blivit ytligare?',
    de: 'Wie viele Beziehungen sind loser geworden?',
    nb: 'Hvor mange relasjoner er blitt svakere?',
  },
  formula: {
    en: 'changes of stage downwards on the ladder, under the stage reached, on the day of the change; endings and reopenings do not count',
    fi: 'siirtymiä alaspäin vaiheiden portaikossa, saavutetulla vaiheella, muutoksen päivänä; päättymisiä ja uudelleen avaamisia ei lasketa',
    sv: 'byten av stadium nedåt på stegen, på det stadium som nåddes, den dag det skedde; avslut och återupptaganden räknas inte',
    de: 'Stufenwechsel nach unten auf der Leiter, bei der erreichten Stufe, am Tag des Wechsels; Beendigungen und Wiederaufnahmen zählen nicht',
    nb: 'bytter av trinn nedover på stigen, på trinnet som ble nådd, den dagen det skjedde; avslutninger og gjenopptakelser telles ikke',
  },
  of: relationships,
  dimensions: [...byUnit, byMember, byStage, bySector],
  measure: moves(-1),
})
