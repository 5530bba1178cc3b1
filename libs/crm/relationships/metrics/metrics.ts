/** All that is measured of relationships. */
import { incomeMetric } from './income.metric.js'
import { progressions } from './progressions.metric.js'
import { regressions } from './regressions.metric.js'
import { relationshipsByStage } from './relationships-by-stage.metric.js'
import { relationshipsByStatus } from './relationships-by-status.metric.js'
import { timeInStage } from './time-in-stage.metric.js'

export const relationshipMetrics = [
  relationshipsByStage,
  relationshipsByStatus,
  progressions,
  regressions,
  timeInStage,
  incomeMetric,
]
