/** The pages that draw on many slices: a customer in one view, its timeline, lists. They have no events of their own. */
import { defineSlice } from '#kernel'
import { briefPage } from './brief/brief-page.js'
import { saidView } from './brief/said.view.js'
import { customerPage } from './customer/customer-page.js'
import { customersPage } from './customers/customers-page.js'
import { mergesPage } from './customers/merges-page.js'
import { listRefusals } from './list/list-query.js'
import { groupPage } from './organization/group-page.js'
import { ladderPage, membersPage, productsPage, ratesPage, unitsPage } from './organization/organization-pages.js'
import { relationshipPage } from './relationships/relationship-page.js'
import { relationshipsPage } from './relationships/relationships-page.js'
import { replayPage } from './replay/replay-page.js'
import { timelinePage } from './timeline/timeline-page.js'
import { myVisitsPage } from './touchpoints/my-visits-page.js'
import { touchpointPage } from './touchpoints/touchpoint-page.js'

export const pages = defineSlice({
  name: 'pages',
  about: 'What people read: customers and relationships in lists and in full, timelines, briefs, replay.',
  views: [saidView],
  pages: [
    customersPage,
    mergesPage,
    customerPage,
    timelinePage,
    briefPage,
    replayPage,
    relationshipsPage,
    relationshipPage,
    touchpointPage,
    myVisitsPage,
    groupPage,
    unitsPage,
    membersPage,
    productsPage,
    ladderPage,
    ratesPage,
  ],
  refusals: [listRefusals],
})
