/** How many relationships have become deeper? */
import { byUnit, defineMetric } from '#kernel'
import { relationships } from '../relationships.view.js'
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
  question: 'How many relationships have become deeper?',
  formula:
    'changes of stage upwards on the ladder, under the stage reached, on the day of the change; endings and reopenings do not count',
  of: relationships,
  dimensions: [...byUnit, 'member', 'stage', 'sector'],
  measure: moves(1),
})
