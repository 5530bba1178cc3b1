/** The customers' own projects: what they intend, known long before they decide. */
import { defineSlice } from '#kernel'
import { customerProject } from './customer-project.decider.js'
import { customerProjectEvents } from './customer-project.events.js'
import { customerProjectRefusals } from './customer-project-refusals.js'
import { customerProjectsPage } from './customer-projects.query.js'
import { customerProjectsSection } from './customer-projects.section.js'
import { customerProjectsTopic } from './customer-projects.topic.js'
import { customerProjects } from './customer-projects.view.js'
import { customerProjectWords } from './customer-projects.words.js'

export const customerProjectsSlice = defineSlice({
  name: 'customer-projects',
  about: 'What the customers themselves intend: what, when, who decides, how they buy, and whom they bought from.',
  switchable: true,
  events: [customerProjectEvents],
  deciders: [customerProject],
  views: [customerProjects],
  queries: [customerProjectsPage],
  sections: [customerProjectsSection],
  topics: [customerProjectsTopic],
  vocabulary: customerProjectWords,
  refusals: [customerProjectRefusals],
})
