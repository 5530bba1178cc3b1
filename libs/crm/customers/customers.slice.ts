/** Customers: the register, its identifiers and sites, hierarchy, and contradictions. */
import { defineSlice } from '#kernel'
import { contradictionRefusals } from './contradictions.js'
import { customer, customerRefusals } from './customer.decider.js'
import { customerEvents } from './customer.events.js'
import { customersView } from './customers.view.js'
import { customerTargets } from './document/customer.target.js'
import { customerHistory, customerRegister } from './document/customers.resource.js'
import { reasonsTopic } from './document/reasons.topic.js'
import { registerSection } from './document/register.section.js'
import { bySector } from './document/sector.dimension.js'
import { fieldsComplete } from './fields-complete.metric.js'
import { identifier, identifierRefusals } from './identifier.decider.js'
import { identifierEvents } from './merging/identifier.events.js'
import { otherNames } from './other-names.view.js'

export const customers = defineSlice({
  name: 'customers',
  about: 'Who the group deals with: register, identifiers, hierarchy, sites, contradictions.',
  resources: [customerHistory, customerRegister],
  events: [customerEvents, identifierEvents],
  deciders: [customer, identifier],
  views: [customersView, otherNames],
  dimensions: [bySector],
  metrics: [fieldsComplete],
  sections: [registerSection],
  topics: [reasonsTopic],
  targets: customerTargets,
  refusals: [customerRefusals, contradictionRefusals, identifierRefusals],
  rules: {
    unitsColumn: { view: customersView, column: 'units' },
  },
})
