/** The queries that draw on many slices: a customer in one view, its timeline, lists. They have no events of their own. */
import { defineSlice } from '#kernel'
import { briefQuery } from './brief/brief.query.js'
import { saidView } from './brief/said.view.js'
import { customerQuery } from './customer/customer.query.js'
import { contradictionsQuery } from './customers/contradictions.query.js'
import { customersQuery } from './customers/customers.query.js'
import { contactDuplicatesQuery } from './customers/duplicates/contact-duplicates.query.js'
import { customerDuplicatesQuery } from './customers/duplicates/customer-duplicates.query.js'
import { hierarchyQuery } from './customers/hierarchy.query.js'
import { mergesQuery } from './customers/merges.query.js'
import { listRefusals } from './list/list-query.js'
import { groupQuery } from './organization/group.query.js'
import { leftBehindQuery } from './organization/left-behind.query.js'
import { meQuery } from './organization/me.query.js'
import { ladderQuery, membersQuery, productsQuery, ratesQuery, unitsQuery } from './organization/organization.query.js'
import { vocabularyQuery } from './organization/vocabulary.query.js'
import { relationshipQuery } from './relationships/relationship.query.js'
import { relationshipsQuery } from './relationships/relationships.query.js'
import { scoreQuery } from './score/score.query.js'
import { searchQuery } from './search/search.query.js'
import { gate } from './shown/subject.js'
import { contactTimelineQuery } from './timeline/contact-timeline.query.js'
import { myChangesQuery } from './timeline/my-changes.query.js'
import { replayQuery } from './timeline/replay.query.js'
import { timelineQuery } from './timeline/timeline.query.js'
import { myVisitsQuery } from './touchpoints/my-visits.query.js'
import { touchpointQuery } from './touchpoints/touchpoint.query.js'

export const pages = defineSlice({
  name: 'pages',
  about: 'What people read: customers and relationships in lists and in full, timelines, briefs, replay.',
  views: [saidView],
  queries: [
    customersQuery,
    mergesQuery,
    customerQuery,
    timelineQuery,
    scoreQuery,
    contactTimelineQuery,
    myChangesQuery,
    hierarchyQuery,
    contradictionsQuery,
    briefQuery,
    replayQuery,
    searchQuery,
    customerDuplicatesQuery,
    contactDuplicatesQuery,
    relationshipsQuery,
    relationshipQuery,
    touchpointQuery,
    myVisitsQuery,
    meQuery,
    groupQuery,
    unitsQuery,
    membersQuery,
    productsQuery,
    ladderQuery,
    vocabularyQuery,
    leftBehindQuery,
    ratesQuery,
  ],
  refusals: [listRefusals],
  rules: { gate },
})
