/** Handovers: what somebody leads is offered to others, each of whom accepts, or not yet. */
import { defineSlice } from '#kernel'
import { handoverRefusals } from '../families/handing-over.js'
import { answeringHandovers } from './answering.process.js'
import { handingOver } from './handing-over.process.js'
import { handover } from './handover.decider.js'
import { handoverEvents } from './handover.events.js'
import { handoverWords } from './handovers.words.js'

export const handoversSlice = defineSlice({
  name: 'handovers',
  about: 'What somebody leads passes to named members, each of whom accepts it.',
  events: [handoverEvents],
  deciders: [handover],
  processes: [handingOver, answeringHandovers],
  vocabulary: handoverWords,
  refusals: [handoverRefusals],
})
