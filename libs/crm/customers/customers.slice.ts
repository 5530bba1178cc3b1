/** Customers: the register, its identifiers and sites, hierarchy, and contradictions. */
import { defineSlice } from '#kernel'
import { customer } from './customer.decider.js'
import { customerEvents } from './customer.events.js'
import { customersView } from './customers.view.js'
import { contradictionsQuery } from './document/contradictions.query.js'
import { customerTargets } from './document/customer.target.js'
import { customerHistory, customerRegister } from './document/customers.resource.js'
import { customerWords } from './document/customers.words.js'
import { reasonsTopic } from './document/reasons.topic.js'
import { registerSection } from './document/register.section.js'
import { bySector } from './document/sector.dimension.js'
import { fieldsComplete } from './fields-complete.metric.js'
import { identifier, identifierRefusals } from './identifier.decider.js'
import { identifierEvents } from './merging/identifier.events.js'
import { otherNames } from './other-names.view.js'
import { contradictionRefusals } from './rules/contradictions.js'
import { customerRefusals } from './rules/customer-refusals.js'

export const customers = defineSlice({
  name: 'customers',
  about: 'Who the group deals with: register, identifiers, hierarchy, sites, contradictions.',
  resources: [customerHistory, customerRegister],
  events: [customerEvents, identifierEvents],
  deciders: [customer, identifier],
  views: [customersView, otherNames],
  dimensions: [bySector],
  metrics: [fieldsComplete],
  queries: [contradictionsQuery],
  sections: [registerSection],
  topics: [reasonsTopic],
  targets: customerTargets,
  vocabulary: customerWords,
  refusals: [customerRefusals, contradictionRefusals, identifierRefusals],
  rules: {
    unitsColumn: { view: customersView, column: 'units' },
  },
})
