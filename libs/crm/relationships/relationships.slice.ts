/** Relationships: the tie between one customer and one selling unit, by stage and by life-cycle status. */
import { defineSlice } from '#kernel'
import { incomesView } from './incomes.view.js'
import { relationshipMetrics } from './metrics/metrics.js'
import { byStage, byStatus } from './metrics/relationships.dimension.js'
import { relationship, relationshipRefusals } from './relationship.decider.js'
import { relationshipEvents } from './relationship.events.js'
import { relationshipTargets } from './relationship.target.js'
import { relationships } from './relationships.view.js'

export const relationshipsSlice = defineSlice({
  name: 'relationships',
  about: 'The tie between one customer and one selling unit: stage, life-cycle status, owner, target.',
  events: [relationshipEvents],
  deciders: [relationship],
  views: [relationships, incomesView],
  dimensions: [byStage, byStatus],
  metrics: relationshipMetrics,
  targets: relationshipTargets,
  refusals: [relationshipRefusals],
})
