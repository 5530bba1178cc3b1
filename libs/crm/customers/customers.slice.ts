/** Customers: the register, its identifiers and sites, hierarchy, contradictions, and merging. */
import { defineSlice } from '#kernel'
import { customer } from './customer.decider.js'
import { customerEvents } from './customer.events.js'
import { customersView } from './customers.view.js'
import { customerTargets } from './document/customer.target.js'
import { reasonsTopic } from './document/reasons.topic.js'
import { registerSection } from './document/register.section.js'
import { fieldsComplete } from './fields-complete.metric.js'
import { identifier, identifierRefusals } from './identifier.decider.js'
import { aliasOf } from './merging/alias.js'
import { identifierEvents } from './merging/identifier.events.js'
import { groupOf, identity } from './merging/identity.reference.js'
import { merge, mergeRefusals } from './merging/merge.decider.js'
import { mergeEvents } from './merging/merge.events.js'
import { otherNames } from './other-names.view.js'
import { contradictionRefusals } from './rules/contradictions.js'
import { customerRefusals } from './rules/customer-refusals.js'

export const customers = defineSlice({
  name: 'customers',
  about: 'Who the group deals with: register, identifiers, hierarchy, sites, contradictions, merging.',
  events: [customerEvents, identifierEvents, mergeEvents],
  deciders: [customer, identifier, merge],
  views: [customersView, otherNames],
  metrics: [fieldsComplete],
  references: [identity],
  sections: [registerSection],
  topics: [reasonsTopic],
  targets: customerTargets,
  refusals: [customerRefusals, contradictionRefusals, identifierRefusals, mergeRefusals],
  rules: {
    identitySets: { changedBy: new Set(['merge.made']), setOf: groupOf, aliasOf },
    unitsColumn: { view: customersView, column: 'units' },
  },
})
