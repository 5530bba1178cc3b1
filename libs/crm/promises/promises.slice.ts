/** Promises: what we said we would do, and whether we did. */
import { defineSlice } from '#kernel'
import { followUps } from './follow-ups.process.js'
import { promise } from './promise.decider.js'
import { promiseEvents } from './promise.events.js'
import { promiseRefusals } from './promise-refusals.js'
import { customerPromisesPage, myPromisesPage } from './promises.query.js'
import { promises } from './promises.view.js'
import { promisesKept } from './promises-kept.metric.js'
import { promisesSection } from './shown/promises.section.js'
import { promisesTopic } from './shown/promises.topic.js'
import { promiseWords } from './shown/promises.words.js'

export const promisesSlice = defineSlice({
  name: 'promises',
  about: 'What we said we would do: by when, on whose clock, who answers for it, and whether it was kept.',
  switchable: true,
  events: [promiseEvents],
  deciders: [promise],
  processes: [followUps],
  views: [promises],
  metrics: [promisesKept],
  queries: [myPromisesPage, customerPromisesPage],
  sections: [promisesSection],
  topics: [promisesTopic],
  vocabulary: promiseWords,
  refusals: [promiseRefusals],
})
