/** Touchpoints: every encounter with a customer, in any channel, by any function. */
import { defineSlice } from '#kernel'
import { touchpointMetrics } from './metrics/metrics.js'
import { plans } from './plans/plans.view.js'
import { opensPrivate } from './private-notes.queries.js'
import { privateNotes } from './private-notes.view.js'
import { touchpoint } from './touchpoint.decider.js'
import { encounterEvents, privateTypes, touchpointEvents } from './touchpoint.events.js'
import { touchpointRefusals } from './touchpoint-rules.js'
import { touches, touchpointsView } from './touchpoints.view.js'

export const touchpoints = defineSlice({
  name: 'touchpoints',
  about: 'Every encounter with a customer: planned, moved, held, evaluated, or just recorded.',
  events: [touchpointEvents, encounterEvents],
  deciders: [touchpoint],
  views: [touchpointsView, touches, plans, privateNotes],
  metrics: touchpointMetrics,
  refusals: [touchpointRefusals],
  rules: { privateWriting: { isPrivate: (type) => privateTypes.has(type), opensPrivate } },
})
