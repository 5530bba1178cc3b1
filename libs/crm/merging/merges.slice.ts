/** Merges: which customers are one organisation and which contacts one person, however many records there are of them. */
import { defineSlice } from '#kernel'
import { aliasOf } from './alias.js'
import { identity, setOf } from './identity.reference.js'
import { contactMerge, merge, mergeRefusals } from './merge.decider.js'
import { contactMergeEvents, mergeEvents } from './merge.events.js'

export const mergesSlice = defineSlice({
  name: 'merges',
  about: 'Which records of customers and of contacts are one, and since when that is known.',
  events: [mergeEvents, contactMergeEvents],
  deciders: [merge, contactMerge],
  references: [identity],
  refusals: [mergeRefusals],
  rules: {
    identitySets: { changedBy: new Set(['merge.made', 'contactmerge.made']), setOf, aliasOf },
  },
})
