/** How many relationships have become shallower? */
import { byUnit, defineMetric } from '#kernel'
import { relationships } from '../relationships.view.js'
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
  question: 'How many relationships have become shallower?',
  formula:
    'changes of stage downwards on the ladder, under the stage reached, on the day of the change; endings and reopenings do not count',
  of: relationships,
  dimensions: [...byUnit, 'member', 'stage', 'sector'],
  measure: moves(-1),
})
