/** How long do relationships stay at a stage? */
import { BEFORE_ALL, defineMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byUnit } from '../../organization/organization.dimension.js'
import { relationships } from '../relationships.view.js'
import { byStage } from './relationships.dimension.js'

const dayMs = 86_400_000

export const timeInStage = defineMetric({
  name: 'time-in-stage',
  label: { en: 'Time in stage', fi: 'Aika vaiheessa', sv: 'Tid i stadium', de: 'Zeit je Stufe', nb: 'Tid i stadium' },
  kind: 'duration',
  unit: 'days',
  better: 'neither',
  owner: 'management',
  question: 'How long do relationships stay at a stage?',
  formula: 'days at a stage, counted under that stage on the day it is left; stages not left yet do not count',
  of: relationships,
  dimensions: [...byUnit, byMember, byStage, bySector],
  measure: (before, after, { at }) => {
    if (!before || !after || before.stage === after.stage || before.stageSince === BEFORE_ALL) return []
    const length = (Date.parse(at) - Date.parse(before.stageSince)) / dayMs
    return [{ on: at, unit: before.unit, member: before.owner, stage: before.stage, length }]
  },
})
