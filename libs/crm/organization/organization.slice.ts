/** The organization: group, subsidiaries, selling units, members and roles, products and rates. */
import { defineSlice, type Slice } from '#kernel'
import { groupRefusals, groupWith } from './deciders/group.decider.js'
import { member, memberRefusals } from './deciders/member.decider.js'
import { catalogue, membership } from './deciders/organization.resource.js'
import { product, productRefusals } from './deciders/product.decider.js'
import { publishingRefusals, rates as ratesDecider } from './deciders/rates.decider.js'
import { subsidiary, subsidiaryRefusals } from './deciders/subsidiary.decider.js'
import { unit, unitRefusals } from './deciders/unit.decider.js'
import { productEvents, ratesEvents } from './events/catalogues.events.js'
import { groupEvents } from './events/group.events.js'
import { memberEvents } from './events/member.events.js'
import { subsidiaryEvents, unitEvents } from './events/unit.events.js'
import { byFunction, byMember, byProduct, byUnit } from './organization.dimension.js'
import { fiscalYearsOf, latestDayIn, memberOf, organization, viewerOf, zoneOf } from './organization.reference.js'
import { organizationTargets } from './organization.target.js'
import { rateRefusals, ratesReference, valuation } from './rates.reference.js'

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
    targets: organizationTargets,
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
      members: { viewerOf, memberOf },
    },
  })
