/** What the register says of a customer, each field with the event that it comes from. */
import {
  AnyValue,
  Choice,
  CodeOf,
  CodesOf,
  Flag,
  fieldsOf,
  type Guarded,
  Id,
  Instant,
  Label,
  ListOf,
  Nested,
  Optional,
  type Precision,
  precisions,
  type QueryContext,
  shownTimes,
  Text,
} from '#kernel'
import { alphabetOf } from '../../organization/reader.queries.js'
import { NamedCustomer, type Names } from '../../pages/shown/names.js'
import { EventRef, refsById, refsOf } from '../../pages/shown/refs.js'
import { type CustomerContext, defineSection } from '../../pages/shown/section.js'
import type { CustomerSubject } from '../../pages/shown/subject.js'
import type { Wording } from '../../texts/wording.js'
import { CustomerProfile, CustomerSite } from '../customer.events.js'
import { type CustomerDocument, customersView } from '../customers.view.js'
import { sectorWords } from './customers.words.js'

class RegisterField {
  @CodeOf('field') field!: string
  @AnyValue() value!: unknown
  /** The value as it is read, where that is not how it is kept: a sector, a country, an amount. */
  @Optional() @Label({ max: 200 }) valueName?: string
  @ListOf(EventRef) from!: EventRef[]
}

class Identifier {
  @CodeOf('identifier-scheme') scheme!: string
  @Label({ max: 64 }) value!: string
  @ListOf(EventRef) from!: EventRef[]
}

/** The same customer in another system. */
class Link {
  @Id('system') system!: string
  @Label({ max: 64 }) record!: string
}

/** What another system says otherwise. */
class ShownContradiction {
  @Label({ max: 64 }) id!: string
  @CodeOf('field') field!: string
  @Text({ max: 500 }) ours!: Guarded<string>
  @Text({ max: 500 }) theirs!: Guarded<string>
  @Id('system') system!: string
  @Optional() @Instant() at?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) atOn?: string
  @Optional() @Choice(precisions) atPrecision?: Precision
}

class Register {
  @ListOf(RegisterField) fields!: RegisterField[]
  /** Fields nobody has filled in. */
  @CodesOf('field') unknown!: string[]
  @Optional() @Nested(NamedCustomer) parent?: NamedCustomer
  /** Absent in the past: which customers belonged to this one is told by their own histories. */
  @Optional() @ListOf(NamedCustomer) daughters?: NamedCustomer[]
  @Flag() moreDaughters!: boolean
  @ListOf(CustomerSite) sites!: CustomerSite[]
  @ListOf(Identifier) identifiers!: Identifier[]
  @ListOf(Link) links!: Link[]
  /** Records that were merged into this one. */
  @ListOf(NamedCustomer) mergedFrom!: NamedCustomer[]
  @ListOf(ShownContradiction) contradictions!: ShownContradiction[]
  /** Records that may be the same organisation. */
  @ListOf(NamedCustomer) suspected!: NamedCustomer[]
}

const mostDaughters = 50
const profile = fieldsOf(CustomerProfile).map(({ name }) => name)

/** Ids of the events that the register of a customer rests on. */
const eventsOfRegister = ({ from, identifiers }: CustomerDocument): (string | undefined)[] => [
  ...Object.values(from),
  ...identifiers.map(({ event }) => event),
]

async function registerOf(ask: CustomerContext): Promise<Register> {
  const { subject, names } = ask
  const document = subject.document as CustomerDocument
  const known = document as unknown as Record<string, unknown>
  const [refs, parent, daughters, suspected] = await Promise.all([
    refsById(ask, subject.partition, eventsOfRegister(document)),
    names.customer(document.parent),
    daughtersOf(ask, subject),
    suspectedOf(document, names),
  ])
  const filled = profile.filter((field) => known[field] !== undefined)
  return {
    fields: filled.map((field) => ({
      ...{ field, value: known[field], valueName: wordsOf(field, document, names.wording()) },
      from: refsOf(refs, document.from[field]),
    })),
    unknown: profile.filter((field) => known[field] === undefined),
    parent,
    daughters: daughters?.slice(0, mostDaughters),
    moreDaughters: (daughters?.length ?? 0) > mostDaughters,
    sites: document.sites.map((site) => siteOf(site, subject.id)),
    identifiers: document.identifiers.map(({ scheme, value, event }) => ({
      scheme,
      value,
      from: refsOf(refs, event),
    })),
    links: document.links,
    mergedFrom: document.mergedFrom,
    contradictions: document.contradictions.map(({ id, field, ours, theirs, system, at, time }) => ({
      id,
      field,
      ours,
      theirs,
      system,
      ...shownTimes({ at }, { at: time }, 'at'),
    })),
    suspected,
  }
}

/** What codes and amounts of the register are read as. */
function wordsOf(field: string, document: CustomerDocument, wording: Wording): string | undefined {
  const { sector, country, revenueMinor, revenueCurrency } = document
  if (field === 'sector' && sector !== undefined) return sectorWords.words[sector]?.[wording.language]
  if (field === 'country' && country !== undefined) return wording.country(country)
  if (field !== 'revenueMinor' || revenueMinor === undefined || revenueCurrency === undefined) return undefined
  return wording.money({ amountMinor: revenueMinor, currency: revenueCurrency })
}

const siteOf = ({ record, ...site }: CustomerDocument['sites'][number], customer: string): CustomerSite =>
  record === customer ? site : { ...site, record }

/** Each once, however many of its records were suspected; what has been merged into the customer is none. */
async function suspectedOf({ id, suspected }: CustomerDocument, names: Names): Promise<NamedCustomer[]> {
  const named = await Promise.all(suspected.map((one) => names.customer(one)))
  return [...new Map(named.map((one) => [one.id, one])).values()].filter((one) => one.id !== id)
}

/** Whoever says that it belongs to the customer, or to a record merged into it. */
async function daughtersOf(
  ask: QueryContext<object>,
  { partition }: CustomerSubject,
): Promise<NamedCustomer[] | undefined> {
  const { documents: docs, moment } = ask
  if (moment.asOf !== undefined || moment.knownAt !== undefined) return undefined
  const where = { column: 'parent', in: [...partition.ids] }
  const { documents } = await docs.find(customersView, {
    where,
    sort: [{ column: 'name' }],
    locale: alphabetOf(ask),
    limit: mostDaughters + 1,
  })
  return documents.map(({ id: daughter, name }) => ({ id: daughter, name }))
}

class Registered {
  @Nested(Register) register!: Register
}

export const registerSection = defineSection({
  name: 'register',
  order: 10,
  title: { en: 'Register', fi: 'Asiakasrekisteri', sv: 'Kundregister', de: 'Stammdaten', nb: 'Kunderegister' },
  answer: Registered,
  read: async (ask) => ({ register: await registerOf(ask) }),
})
