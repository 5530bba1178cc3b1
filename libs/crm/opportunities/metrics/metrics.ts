/** All that is measured of opportunities. */
import { dealsWon } from './deals-won.metric.js'
import { openPipeline } from './open-pipeline.metric.js'
import { salesCycleDays } from './sales-cycle-days.metric.js'
import { weightedPipeline } from './weighted-pipeline.metric.js'
import { winRate } from './win-rate.metric.js'
import { wonRevenue } from './won-revenue.metric.js'

export const opportunityMetrics = [wonRevenue, dealsWon, winRate, openPipeline, weightedPipeline, salesCycleDays]
