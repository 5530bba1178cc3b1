/** Opportunities: what we hope to sell, in the stages of its profile, until it is won or lost. */
import { defineSlice } from '#kernel'
import { customerOpportunitiesPage, opportunitiesPage } from './lists/opportunities.query.js'
import { opportunityBoardPage } from './lists/opportunity-board.query.js'
import { byDealStage, byProfile } from './metrics/deals.dimension.js'
import { opportunityMetrics } from './metrics/metrics.js'
import { opportunities } from './opportunities.view.js'
import { opportunity } from './opportunity.decider.js'
import { opportunityEvents } from './opportunity.events.js'
import { opportunityPage } from './opportunity.query.js'
import { opportunityTargets } from './opportunity.target.js'
import { opportunityRefusals } from './rules/opportunity-rules.js'
import { opportunitiesSection } from './shown/opportunities.section.js'
import { opportunitiesTopic } from './shown/opportunities.topic.js'

export const opportunitiesSlice = defineSlice({
  name: 'opportunities',
  about: 'What we hope to sell: product sales and project sales with stages of their own, until won or lost.',
  switchable: true,
  events: [opportunityEvents],
  deciders: [opportunity],
  views: [opportunities],
  dimensions: [byDealStage, byProfile],
  metrics: opportunityMetrics,
  queries: [opportunitiesPage, opportunityBoardPage, customerOpportunitiesPage, opportunityPage],
  sections: [opportunitiesSection],
  topics: [opportunitiesTopic],
  targets: opportunityTargets,
  refusals: [opportunityRefusals],
})
