/** How deep are our relationships? */
import { changing, defineMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byUnit } from '../../organization/organization.dimension.js'
import { relationships } from '../relationships.view.js'
import { byStage } from './relationships.dimension.js'

export const relationshipsByStage = defineMetric({
  name: 'relationships-by-stage',
  label: {
    en: 'Relationships by stage',
    fi: 'Suhteet vaiheittain',
    sv: 'Relationer per stadium',
    de: 'Beziehungen nach Stufe',
    nb: 'Relasjoner etter stadium',
  },
  kind: 'stock',
  unit: 'count',
  better: 'neither',
  owner: 'management',
  question: 'How many relationships are at each stage?',
  formula: 'relationships at the end of the day, by the stage they are at; ended ones stay under ended',
  of: relationships,
  dimensions: [...byUnit, byMember, byStage, bySector],
  measure: changing(({ unit, owner, stage }) => [{ unit, member: owner, stage }]),
})
