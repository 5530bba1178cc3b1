/** Under which other names is a customer found: those of records merged into it, and its identifiers? */
import { defineView, type Fact, gone } from '#kernel'
import { customerEvents } from './customer.events.js'
import { identifierEvents } from './merging/identifier.events.js'

export interface OtherName {
  /** Of the merged record, or of the identifier. */
  id: string
  customer: string
  name: string
}

/** The name of a merged record; the customer's own stands in its own document. */
const named = (known: OtherName | undefined, { entity, customer, data }: Fact<string, { name?: string }>) =>
  entity === customer || data.name === undefined ? known : { id: entity, customer, name: data.name }

export const otherNames = defineView<OtherName>()({
  name: 'other-names',
  version: 1,
  of: [identifierEvents],
  from: [customerEvents],
  on: {
    'customer.registered': named,
    'customer.profile-changed': named,
    'identifier.claimed': (_, { entity, customer, data }) => ({ id: entity, customer, name: data.value }),
    'identifier.released': gone,
  },
  columns: { customer: 'id', name: 'text' },
  indexes: [['name']],
  words: ['name'],
})
