/** How many relationships have become deeper? */
import { defineMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byUnit } from '../../organization/organization.dimension.js'
import { relationships } from '../relationships.view.js'
import { byStage } from './relationships.dimension.js'
import { moves } from './stage-moves.js'

export const progressions = defineMetric({
  name: 'progressions',
  label: {
    en: 'Deeper relationships',
    fi: 'Syventyneet suhteet',
    sv: 'Fördjupade relationer',
    de: 'Vertiefte Beziehungen',
    nb: 'Dypere relasjoner',
  },
  kind: 'flow',
  unit: 'count',
  better: 'higher',
  owner: 'management',
  question: {
    en: 'How many relationships have become deeper?',
    fi: 'Kuinka moni asiakassuhde on syventynyt?',
    sv: 'Hur många relationer har fördjupats?',
    de: 'Wie viele Beziehungen sind enger geworden?',
    nb: 'Hvor mange relasjoner er blitt dypere?',
  },
  formula: {
    en: 'changes of stage upwards on the ladder, under the stage reached, on the day of the change; endings and reopenings do not count',
    fi: 'siirtymiä ylöspäin vaiheiden portaikossa, saavutetulla vaiheella, muutoksen päivänä; päättymisiä ja uudelleen avaamisia ei lasketa',
    sv: 'byten av stadium uppåt på stegen, på det stadium som nåddes, den dag det skedde; avslut och återupptaganden räknas inte',
    de: 'Stufenwechsel nach oben auf der Leiter, bei der erreichten Stufe, am Tag des Wechsels; Beendigungen und Wiederaufnahmen zählen nicht',
    nb: 'bytter av trinn oppover på stigen, på trinnet som ble nådd, den dagen det skjedde; avslutninger og gjenopptakelser telles ikke',
  },
  of: relationships,
  dimensions: [...byUnit, byMember, byStage, bySector],
  measure: moves(1),
})
