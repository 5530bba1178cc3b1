/** The organization: group, subsidiaries, selling units, members and roles, products and rates. */
import { defineSlice, type Slice } from '#kernel'
import { groupRefusals, groupWith } from './deciders/group.decider.js'
import { member } from './deciders/member.decider.js'
import { memberRefusals } from './deciders/member-refusals.js'
import { catalogue, membership } from './deciders/organization.resource.js'
import { organizationTargets } from './deciders/organization.target.js'
import { product, productRefusals } from './deciders/product.decider.js'
import { publishingRefusals, rates as ratesDecider } from './deciders/rates.decider.js'
import { subsidiary, subsidiaryRefusals } from './deciders/subsidiary.decider.js'
import { unit, unitRefusals } from './deciders/unit.decider.js'
import { productEvents, ratesEvents } from './events/catalogues.events.js'
import { groupEvents } from './events/group.events.js'
import { memberEvents } from './events/member.events.js'
import { organizationWords, stageNames } from './events/organization.words.js'
import { subsidiaryEvents, unitEvents } from './events/unit.events.js'
import { byFunction, byMember, byProduct, byUnit } from './organization.dimension.js'
import {
  fiscalYearsOf,
  languageOfMember,
  latestDayIn,
  memberOf,
  organization,
  readerOf,
  viewerOf,
  zoneOf,
} from './organization.reference.js'
import { groupQueryWith } from './queries/group.query.js'
import { ladderQuery, membersQuery, productsQuery, ratesQuery, unitsQuery } from './queries/organization.query.js'
import { rateRefusals, ratesReference, valuation } from './rates.reference.js'
import { stageNamed } from './reader.queries.js'

/** @param switchable names of the slices that units may do without */
export const organizationWith = (switchable: readonly string[]): Slice =>
  defineSlice({
    name: 'organization',
    about: 'The group, its subsidiaries, selling units, members with their roles, products and exchange rates.',
    resources: [catalogue, membership],
    events: [groupEvents, subsidiaryEvents, unitEvents, memberEvents, productEvents, ratesEvents],
    deciders: [groupWith(switchable), subsidiary, unit, member, product, ratesDecider],
    references: [organization, ratesReference],
    dimensions: [...byUnit, byMember, byFunction, ...byProduct],
    queries: [groupQueryWith(switchable), unitsQuery, membersQuery, productsQuery, ladderQuery, ratesQuery],
    targets: organizationTargets,
    vocabulary: [{ set: 'stage', words: stageNames, named: stageNamed }, ...organizationWords],
    refusals: [
      groupRefusals,
      memberRefusals,
      productRefusals,
      publishingRefusals,
      rateRefusals,
      subsidiaryRefusals,
      unitRefusals,
    ],
    rules: {
      calendar: { zoneOf, latestDayIn, fiscalYearsOf },
      valuation,
      members: { viewerOf, memberOf, languageOf: languageOfMember, readerOf },
    },
  })
