/** What other systems may send record by record, and by which topics: the same as an import may make. */
import { customerTargets } from './targets/customers.js'
import { encounterTargets, opportunityTargets } from './targets/selling.js'

/** Messages of one topic. What refers to something is best sent behind it, but need not be. */
export interface SentTopic {
  name: string
  about: string
  /** What its messages may be of. */
  targets: readonly string[]
}

const namesOf = (targets: readonly { target: string }[]): string[] => targets.map(({ target }) => target)

/** Those that others refer to come first. */
export const sentTopics: readonly SentTopic[] = [
  { name: 'customers', about: 'Customers, their sites, contacts and posts.', targets: namesOf(customerTargets) },
  {
    name: 'opportunities',
    about: 'Opportunities and what becomes of them. Key of each: the opportunity’s.',
    targets: namesOf(opportunityTargets),
  },
  { name: 'touchpoints', about: 'Encounters of every kind.', targets: namesOf(encounterTargets) },
]
