/** How deep are our relationships? */
import { byUnit, changing, defineMetric } from '#kernel'
import { relationships } from '../relationships.view.js'

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
  dimensions: [...byUnit, 'member', 'stage', 'sector'],
  measure: changing(({ unit, owner, stage }) => [{ unit, member: owner, stage }]),
})
