/** Who is the customer, by the register and by which units deal with it? */
import { type AnyFact, defineView, type Fact, roughTimeOf, type StatedTime, type Trait, unset } from '#kernel'
import { dealsWith } from '../families/deals-with.js'
import { encounters } from '../families/encounter.js'
import { offer } from '../families/offer.js'
import { companyName, identifierDigits, phoneTrait, traitOf } from '../merging/likeness.queries.js'
import { mergeEvents } from '../merging/merge.events.js'
import { holding, parentStated, type Statement, stated, valuesOf } from '../merging/statements.queries.js'
import { relationshipEvents } from '../relationships/relationship.events.js'
import { type CustomerContradicted, type CustomerProfile, customerEvents } from './customer.events.js'
import { boundedOffers, offered, offersWorth } from './document/open-offers.js'
import { PublishedCustomer } from './document/published-customer.js'
import { met, noStatuses, type RelationshipStatuses, statusesOf, withStatus } from './document/relationship-statuses.js'
import { identifierEvents } from './merging/identifier.events.js'
import { type KeptSite, withoutSite, withSite } from './merging/kept-sites.js'

export interface CustomerDocument extends CustomerProfile, RelationshipStatuses {
  id: string
  /** Instant since when it is known. */
  since: string
  parent?: string
  sites: KeptSite[]
  identifiers: { scheme: string; value: string; event: string; stream: string }[]
  links: { system: string; record: string }[]
  contradictions: (CustomerContradicted & { id: string; at: string; time?: StatedTime })[]
  /** How many. */
  contradicted: number
  suspected: string[]
  /** How many; absent where there are none. */
  suspectedCount?: number
  /** Customers that were said to be other organisations. */
  others: string[]
  /** Ids of the customers merged into it, each with the name it has itself. */
  mergedFrom: { id: string; name?: string }[]
  /** Units that have a relationship with it. */
  units: string[]
  /** Event that set or emptied each field last. */
  from: Record<string, string>
  /** What each record states, where others than its own do. */
  said?: Statement[]
}

type Doc = CustomerDocument

const begun = ({ customer, at }: AnyFact): Doc => ({
  ...noStatuses,
  id: customer,
  since: at,
  sites: [],
  identifiers: [],
  links: [],
  contradictions: [],
  contradicted: 0,
  suspected: [],
  others: [],
  mergedFrom: [],
  units: [],
  from: {},
})

/** The document with what every fact of the customer tells: that it is known. */
const there = (doc: Doc | undefined, fact: AnyFact): Doc => doc ?? begun(fact)

/** The document with the unit that deals with the customer. */
function touched(doc: Doc | undefined, fact: AnyFact): Doc {
  const known = there(doc, fact)
  if (fact.unit === undefined || known.units.includes(fact.unit)) return known
  return withStatus({ ...known, units: [...known.units, fact.unit].sort() }, fact, 'identified')
}

const contradictedBy = (doc: Doc, contradictions: Doc['contradictions']): Doc => ({
  ...doc,
  contradictions,
  contradicted: contradictions.length,
})

const suspecting = (doc: Doc, suspected: string[]): Doc => ({
  ...doc,
  suspected,
  suspectedCount: suspected.length || undefined,
})

/** The same organisation may be there twice: by what it is called and numbered. */
function likenessOf({ name, phone, identifiers = [] }: Partial<Doc>): Trait[] {
  const digits = identifiers.flatMap(({ value }) => identifierDigits(value) ?? [])
  return [
    ...digits.map((value) => ({ trait: 'identifier', value })),
    ...traitOf('name', name, companyName),
    ...phoneTrait(phone),
  ]
}

const isOwn = (fact: Fact<string, unknown>): boolean => fact.entity === fact.customer

const statementsIn = (doc: Doc): Statement[] =>
  Object.entries(doc.from).map(([field, event]) => {
    const value = doc[field as keyof Doc]
    return { record: doc.id, field, event, ...(value === undefined ? {} : { value }) }
  })

/** The document with what a record states: the customer's own fields hold, those of merged records fill gaps. */
function told(doc: Doc | undefined, fact: AnyFact, stating: Parameters<typeof stated>[2]): Doc {
  const known = there(doc, fact)
  const said = stated(known.said ?? statementsIn(known), fact, stating)
  const records = new Set(said.map(({ record }) => record))
  const held = holding(said, [known.id, ...records])
  const from = Object.fromEntries([...held].map(([field, { event }]) => [field, event]))
  const bare = unset(
    known,
    said.map(({ field }) => field),
  )
  const isOwnAlone = records.size === 1 && records.has(known.id)
  return { ...bare, ...valuesOf(held), from, ...(isOwnAlone ? {} : { said }) }
}

function profiled(doc: Doc | undefined, fact: Fact<string, CustomerProfile>): Doc {
  const known = told(doc, fact, fact.data)
  return isOwn(fact) ? known : { ...known, mergedFrom: named(known.mergedFrom, fact) }
}

function named(merged: Doc['mergedFrom'], { entity: id, data: { name } }: Fact<string, CustomerProfile>) {
  if (!merged.some((one) => one.id === id)) return [...merged, { id, name }]
  return name === undefined ? merged : merged.map((one) => (one.id === id ? { id, name } : one))
}

export const customersView = defineView<Doc>()({
  name: 'customers',
  version: 12,
  keyedBy: 'partition',
  of: [customerEvents, identifierEvents, mergeEvents],
  from: [relationshipEvents],
  on: {
    'customer.registered': profiled,
    'customer.profile-changed': profiled,
    'customer.parent-set': (doc, fact) => told(doc, fact, parentStated(fact.data)),
    'customer.site-opened': (doc, fact) => {
      const known = there(doc, fact)
      return { ...known, sites: withSite(known.sites, fact) }
    },
    'customer.site-closed': (doc, fact) => {
      const known = there(doc, fact)
      return { ...known, sites: withoutSite(known.sites, fact) }
    },
    'customer.linked': (doc, fact) => {
      const known = there(doc, fact)
      return { ...known, links: [...known.links, fact.data] }
    },
    'customer.contradicted': (doc, fact) => {
      const known = there(doc, fact)
      const contradiction = { ...fact.data, id: fact.id, at: fact.at, ...roughTimeOf(fact) }
      return contradictedBy(known, [...known.contradictions, contradiction])
    },
    'customer.contradiction-resolved': (doc, fact) => {
      const known = there(doc, fact)
      return contradictedBy(
        known,
        known.contradictions.filter(({ id }) => id !== fact.data.contradiction),
      )
    },
    'customer.duplicate-suspected': (doc, fact) => {
      const known = there(doc, fact)
      const others = known.others.filter((id) => id !== fact.data.of)
      return suspecting({ ...known, others }, [...known.suspected.filter((id) => id !== fact.data.of), fact.data.of])
    },
    'customer.duplicate-dismissed': (doc, fact) => {
      const known = there(doc, fact)
      const others = [...new Set([...known.others, fact.data.of])]
      const suspected = known.suspected.filter((id) => id !== fact.data.of)
      return suspecting({ ...known, others }, suspected)
    },
    'identifier.claimed': (doc, fact) => {
      const known = there(doc, fact)
      const { scheme, value } = fact.data
      return { ...known, identifiers: [...known.identifiers, { scheme, value, event: fact.id, stream: fact.stream }] }
    },
    'identifier.released': (doc, fact) => {
      const known = there(doc, fact)
      return { ...known, identifiers: known.identifiers.filter(({ stream }) => stream !== fact.stream) }
    },
    'merge.made': there,
    'relationship.stage-changed': (doc, fact) => withStatus(there(doc, fact), fact, fact.data.to),
    'relationship.ended': (doc, fact) => withStatus(there(doc, fact), fact, 'ended'),
    'relationship.reopened': (doc, fact) => withStatus(there(doc, fact), fact, fact.data.at),
  },
  families: [
    dealsWith.foldedBy(touched),
    encounters.foldedBy((doc: Doc | undefined, fact) => met(there(doc, fact), fact)),
    offer.foldedBy((doc: Doc | undefined, fact, said) => offered(there(doc, fact), fact, said)),
  ],
  any: there,
  measured: ['name', 'sector', 'country', 'city', 'employees', 'identifiers', 'units', 'from', 'said'],
  columns: {
    id: 'id',
    name: 'text',
    sector: 'code',
    country: 'code',
    city: 'text',
    employees: 'integer',
    parent: 'id',
    units: 'ids',
    since: 'instant',
    stageRank: 'integer',
    lastTouch: 'instant',
    openCount: 'integer',
    contradicted: 'integer',
    suspectedCount: 'integer',
  },
  indexes: [
    ['id'],
    ['name'],
    ['sector', 'name'],
    ['country', 'name'],
    ['city'],
    ['employees'],
    ['parent', 'name'],
    ['since'],
    ['stageRank', 'name'],
    ['lastTouch'],
    ['openCount'],
    ['contradicted', 'name'],
    ['suspectedCount'],
  ],
  valued: {
    columns: { openGroupMinor: 'integer' },
    indexes: [['openGroupMinor']],
    of: (document, worth) => ({ openGroupMinor: offersWorth(document, worth).groupMinor }),
  },
  restless: ['lastTouch'],
  words: ['name'],
  outline: ['id', 'name', 'sector', 'units'],
  shared: ({ topStage: _, lastTouch: __, lastTouchTime: ___, ...doc }, reads) => ({
    ...doc,
    ...statusesOf(doc, reads),
  }),
  bounded: boundedOffers,
  clear: ['phone'],
  likeness: { of: likenessOf },
  tags: ['sector'],
  published: {
    name: 'customer',
    version: 1,
    about: 'An organisation the group deals with, merged records as one: as it is known now.',
    row: PublishedCustomer,
  },
  taggedBy: ['customer.registered', 'customer.profile-changed'],
})
