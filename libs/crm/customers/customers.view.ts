/** Who is the customer, by the register and by which units deal with it? */
import { type AnyFact, defineView, type Fact, unset } from '#kernel'
import { opportunityEvents } from '../opportunities/opportunity.events.js'
import { relationshipEvents } from '../relationships/relationship.events.js'
import { privateTypes, touchpointEvents } from '../touchpoints/touchpoint.events.js'
import {
  type CustomerContradicted,
  type CustomerProfile,
  type CustomerSite,
  customerEvents,
  identifierEvents,
} from './customer.events.js'
import { mergeEvents } from './merging/merge.events.js'
import { type CustomerStanding, met, noStanding, offered, standing } from './standing.js'

export interface CustomerDocument extends CustomerProfile, CustomerStanding {
  id: string
  /** Instant since when it is known. */
  since: string
  parent?: string
  sites: CustomerSite[]
  identifiers: { scheme: string; value: string; event: string; stream: string }[]
  links: { system: string; record: string }[]
  contradictions: (CustomerContradicted & { id: string; at: string })[]
  suspected: string[]
  /** Ids and names of the customers merged into it. */
  mergedFrom: { id: string; name?: string }[]
  /** Units that have a relationship with it. */
  units: string[]
  lastFact: string
  /** Event that set each field last. */
  from: Record<string, string>
}

type Doc = CustomerDocument

const begun = ({ customer, at }: AnyFact): Doc => ({
  ...noStanding,
  id: customer,
  since: at,
  sites: [],
  identifiers: [],
  links: [],
  contradictions: [],
  suspected: [],
  mergedFrom: [],
  units: [],
  lastFact: at,
  from: {},
})

/** The document with what every fact of the customer tells: that it is known, and which unit deals with it. */
function touched(doc: Doc | undefined, fact: AnyFact): Doc {
  const known = doc ?? begun(fact)
  if (fact.unit === undefined || known.units.includes(fact.unit)) return { ...known, lastFact: fact.at }
  return standing({ ...known, lastFact: fact.at, units: [...known.units, fact.unit].sort() }, fact, 'identified')
}

const isOwn = (fact: Fact<string, unknown>): boolean => fact.entity === fact.customer

/** Facts of merged records fill gaps only; the survivor's own fields hold. */
function profiled(doc: Doc | undefined, fact: Fact<string, CustomerProfile>): Doc {
  const known = touched(doc, fact)
  const stated = Object.entries(fact.data).filter(
    ([name]) => isOwn(fact) || !(name in known.from) || name === 'cleared',
  )
  const from = { ...known.from }
  for (const [name] of stated) from[name] = fact.id
  return { ...known, ...Object.fromEntries(stated), from }
}

function registered(doc: Doc | undefined, fact: Fact<string, CustomerProfile>): Doc {
  const known = profiled(isOwn(fact) && doc ? { ...doc, from: {} } : doc, fact)
  if (isOwn(fact)) return known
  return { ...known, mergedFrom: [...known.mergedFrom, { id: fact.entity, name: fact.data.name }] }
}

export const customersView = defineView<Doc>()({
  name: 'customers',
  version: 1,
  keyedBy: 'partition',
  of: [customerEvents, identifierEvents, mergeEvents],
  from: [relationshipEvents, touchpointEvents, opportunityEvents],
  on: {
    'customer.registered': registered,
    'customer.profile-changed': (doc, fact) => unset(profiled(doc, fact), isOwn(fact) ? fact.data.cleared : []),
    'customer.parent-set': (doc, fact) =>
      isOwn(fact) || !doc?.from.parent
        ? { ...touched(doc, fact), parent: fact.data.parent, from: { ...doc?.from, parent: fact.id } }
        : doc,
    'customer.site-opened': (doc, fact) => {
      const known = touched(doc, fact)
      return { ...known, sites: [...known.sites.filter(({ site }) => site !== fact.data.site), fact.data] }
    },
    'customer.site-closed': (doc, fact) => {
      const known = touched(doc, fact)
      return { ...known, sites: known.sites.filter(({ site }) => site !== fact.data.site) }
    },
    'customer.linked': (doc, fact) => {
      const known = touched(doc, fact)
      return { ...known, links: [...known.links, fact.data] }
    },
    'customer.contradicted': (doc, fact) => {
      const known = touched(doc, fact)
      return { ...known, contradictions: [...known.contradictions, { ...fact.data, id: fact.id, at: fact.at }] }
    },
    'customer.contradiction-resolved': (doc, fact) => {
      const known = touched(doc, fact)
      return { ...known, contradictions: known.contradictions.filter(({ id }) => id !== fact.data.contradiction) }
    },
    'customer.duplicate-suspected': (doc, fact) => {
      const known = touched(doc, fact)
      return { ...known, suspected: [...known.suspected.filter((id) => id !== fact.data.of), fact.data.of] }
    },
    'customer.duplicate-dismissed': (doc, fact) => {
      const known = touched(doc, fact)
      return { ...known, suspected: known.suspected.filter((id) => id !== fact.data.of) }
    },
    'identifier.claimed': (doc, fact) => {
      const known = touched(doc, fact)
      const { scheme, value } = fact.data
      return { ...known, identifiers: [...known.identifiers, { scheme, value, event: fact.id, stream: fact.stream }] }
    },
    'identifier.released': (doc, fact) => {
      const known = touched(doc, fact)
      return { ...known, identifiers: known.identifiers.filter(({ stream }) => stream !== fact.stream) }
    },
    'merge.made': touched,
    'relationship.stage-changed': (doc, fact) => standing(touched(doc, fact), fact, fact.data.to),
    'relationship.ended': (doc, fact) => standing(touched(doc, fact), fact, 'ended'),
    'relationship.reopened': (doc, fact) => standing(touched(doc, fact), fact, fact.data.at),
    'touchpoint.planned': touched,
    'touchpoint.moved': touched,
    'touchpoint.cancelled': touched,
    'touchpoint.evaluated': touched,
    'touchpoint.structured': touched,
    'touchpoint.kept-private': touched,
    'opportunity.opened': (doc, fact) => offered(touched(doc, fact), fact, { open: true, value: fact.data.value }),
    'opportunity.changed': (doc, fact) => offered(touched(doc, fact), fact, { value: fact.data.value }),
    'opportunity.won': (doc, fact) => offered(touched(doc, fact), fact, { open: false }),
    'opportunity.lost': (doc, fact) => offered(touched(doc, fact), fact, { open: false }),
    'opportunity.reopened': (doc, fact) => offered(touched(doc, fact), fact, { open: true }),
  },
  // Nobody else knows of a private note, so it stands for no contact kept.
  families: {
    touchpoint: (doc, fact) => (privateTypes.has(fact.type) ? touched(doc, fact) : met(touched(doc, fact), fact)),
  },
  any: touched,
  measured: ['name', 'sector', 'country', 'city', 'employees', 'identifiers', 'units', 'from'],
  columns: {
    id: 'id',
    name: 'text',
    sector: 'code',
    country: 'code',
    city: 'text',
    employees: 'integer',
    parent: 'id',
    units: 'ids',
    lastFact: 'instant',
    since: 'instant',
    topStage: 'code',
    stageRank: 'integer',
    lastTouch: 'instant',
    openCount: 'integer',
    openGroupMinor: 'integer',
  },
  indexes: [
    ['id'],
    ['name'],
    ['sector', 'name'],
    ['country', 'name'],
    ['city'],
    ['employees'],
    ['parent', 'name'],
    ['lastFact'],
    ['since'],
    ['stageRank', 'name'],
    ['lastTouch'],
    ['openCount'],
    ['openGroupMinor'],
  ],
  outline: ['id', 'name', 'sector', 'units'],
  tags: ['sector'],
})
