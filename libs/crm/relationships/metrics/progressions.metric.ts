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
  question: 'How many relationships have become deeper?',
  formula:
    'changes of stage upwards on the ladder, under the stage reached, on the day of the change; endings and reopenings do not count',
  of: relationships,
  dimensions: [...byUnit, byMember, byStage, bySector],
  measure: moves(1),
})
