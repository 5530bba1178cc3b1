/** The queries that draw on many slices: a customer in one view, its timeline, lists. They have no events of their own. */
import type { TargetDeclaration } from '#imports'
import { defineSlice, type Slice } from '#kernel'
import { fieldWords } from '../texts/field.words.js'
import { viewWords } from '../texts/view.words.js'
import { briefQueryOf } from './brief/brief.query.js'
import { dueTopic } from './brief/topics/due.topic.js'
import { othersTopic } from './brief/topics/others.topic.js'
import { purchasesTopic } from './brief/topics/purchases.topic.js'
import { standingTopic } from './brief/topics/standing.topic.js'
import { touchesTopic } from './brief/topics/touches.topic.js'
import { customerQueryOf } from './customer/customer.query.js'
import { customersQuery } from './customers/customers.query.js'
import { contactDuplicatesQuery } from './customers/duplicates/contact-duplicates.query.js'
import { customerDuplicatesQuery } from './customers/duplicates/customer-duplicates.query.js'
import { hierarchyQuery } from './customers/hierarchy.query.js'
import { contactMergesQuery } from './customers/merges/contact-merges.query.js'
import { mergesQuery } from './customers/merges/merges.query.js'
import { leftBehindQuery } from './organization/left-behind.query.js'
import { meQueryOf } from './organization/me.query.js'
import { vocabularyQueryOf } from './organization/vocabulary.query.js'
import { relationshipQuery } from './relationships/relationship.query.js'
import { relationshipBoardQuery } from './relationships/relationship-board.query.js'
import { relationshipsQuery } from './relationships/relationships.query.js'
import { standingsSection } from './relationships/standings.section.js'
import { scoreQuery } from './score/score.query.js'
import { searchQueryOf } from './search/search.query.js'
import { sectionsOf, topicsOf } from './shown/collected.js'
import { listRefusals } from './shown/lists/asked-list.js'
import { pageWords } from './shown/pages.words.js'
import { recordNamesQuery } from './shown/records/record-names.query.js'
import { gate } from './shown/subject.js'
import { contactEventQuery, customerEventQuery } from './timeline/beside-event.query.js'
import { contactTimelineQuery } from './timeline/contact-timeline.query.js'
import { myChangesQuery } from './timeline/my-changes.query.js'
import { replayQuery } from './timeline/replay.query.js'
import { timelineQuery } from './timeline/timeline.query.js'
import { myVisitsQuery } from './touchpoints/my-visits.query.js'
import { touchpointQuery } from './touchpoints/touchpoint.query.js'

const own = defineSlice({
  name: 'pages',
  about: 'What people read: customers and relationships in lists and in full, timelines, briefs, replay.',
  queries: [
    customersQuery,
    mergesQuery,
    contactMergesQuery,
    timelineQuery,
    scoreQuery,
    contactTimelineQuery,
    customerEventQuery,
    contactEventQuery,
    myChangesQuery,
    hierarchyQuery,
    replayQuery,
    customerDuplicatesQuery,
    contactDuplicatesQuery,
    relationshipsQuery,
    relationshipBoardQuery,
    relationshipQuery,
    touchpointQuery,
    myVisitsQuery,
    leftBehindQuery,
    recordNamesQuery,
  ],
  vocabulary: [...pageWords, fieldWords, viewWords],
  refusals: [listRefusals],
  sections: [standingsSection],
  topics: [standingTopic, purchasesTopic, touchesTopic, dueTopic, othersTopic],
  rules: { gate },
})

/** The pages of a business: what its slices show is shown by them. @param slices all others */
export function pagesOver(slices: readonly Slice[]): Slice {
  const sections = sectionsOf([...slices, own])
  const section = Object.fromEntries(sections.map(({ of: { name, title } }) => [name, title]))
  const vocabulary = [...own.vocabulary, { set: 'section', words: section }]
  const shown = { sections, topics: topicsOf([...slices, own]) }
  return {
    ...own,
    vocabulary,
    queries: [
      ...own.queries,
      customerQueryOf(sections),
      briefQueryOf(shown),
      meQueryOf(slices),
      vocabularyQueryOf([...slices, { ...own, vocabulary }]),
      searchQueryOf(slices.flatMap(({ targets }) => targets) as unknown[] as TargetDeclaration[]),
    ],
  }
}
