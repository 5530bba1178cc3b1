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
  question: 'How many relationships have become shallower?',
  formula:
    'changes of stage downwards on the ladder, under the stage reached, on the day of the change; endings and reopenings do not count',
  of: relationships,
  dimensions: [...byUnit, byMember, byStage, bySector],
  measure: moves(-1),
})
