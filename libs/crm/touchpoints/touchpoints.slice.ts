/** Touchpoints: every encounter with a customer, in any channel, by any function. */
import { defineSlice } from '#kernel'
import { encounterTargets } from './encounter.target.js'
import { encounterWords } from './kinds/encounter.words.js'
import { touchpointMetrics } from './metrics/metrics.js'
import { gistsView } from './notes/gists.view.js'
import { opensPrivate } from './notes/private-notes.queries.js'
import { privateNotes } from './notes/private-notes.view.js'
import { saidTopic } from './notes/said.topic.js'
import { saidView } from './notes/said.view.js'
import { meetingsSection } from './plans/meetings.section.js'
import { plans } from './plans/plans.view.js'
import { touchpointRefusals } from './rules/touchpoint-refusals.js'
import { touchpoint } from './touchpoint.decider.js'
import { encounterEvents, privateTypes, touchpointEvents } from './touchpoint.events.js'
import { touchpointKindNames } from './touchpoints.queries.js'
import { touches, touchpointsView } from './touchpoints.view.js'

export const touchpoints = defineSlice({
  name: 'touchpoints',
  about: 'Every encounter with a customer: planned, moved, held, evaluated, or just recorded.',
  events: [touchpointEvents, encounterEvents],
  deciders: [touchpoint],
  views: [touchpointsView, touches, plans, privateNotes, gistsView, saidView],
  metrics: touchpointMetrics,
  sections: [meetingsSection],
  topics: [saidTopic],
  targets: encounterTargets,
  vocabulary: [...encounterWords, { set: 'touchpoint-kind', words: Object.fromEntries(touchpointKindNames) }],
  refusals: [touchpointRefusals],
  rules: { privateWriting: { isPrivate: (type) => privateTypes.has(type), opensPrivate } },
})
