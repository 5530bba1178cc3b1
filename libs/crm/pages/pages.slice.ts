/** The pages that draw on many slices: a customer in one view, its timeline, lists. They have no events of their own. */
import { defineSlice } from '#kernel'
import { customersPage } from './customers/customers-page.js'
import { timelinePage } from './timeline/timeline-page.js'

export const pages = defineSlice({
  name: 'pages',
  about: 'What people read: customers and relationships in lists and in full, timelines, briefs, replay.',
  pages: [customersPage, timelinePage],
})
