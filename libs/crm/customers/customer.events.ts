/** What can be known and decided about a customer: an organisation the group deals with. */
import {
  Choice,
  Code,
  CodeOf,
  Codes,
  Country,
  Currency,
  defineEvents,
  Flag,
  type Guarded,
  Id,
  Integer,
  Label,
  mostMinor,
  Optional,
  Phone,
  Text,
} from '#kernel'
import { notADuplicate } from '../families/duplicates.js'
import { type FieldGroup, fieldGroups } from '../organization/events/group.events.js'

export const sectors = [
  'hospitality',
  'healthcare',
  'food-service',
  'laboratory',
  'pharma',
  'marine',
  'retail',
  'education',
  'industry',
  'technology',
  'software',
  'telecommunications',
  'finance',
  'marketing',
  'employment',
  'entertainment',
  'services',
  'other',
] as const
export type Sector = (typeof sectors)[number]

/** What makes somebody suspect that two records are of one organisation. */
export const suspicions = ['identifier', 'name', 'import'] as const

/** What a register holds besides the name. */
class CustomerFacts {
  @Optional() @Choice(sectors) sector?: Sector
  @Optional() @Country() country?: string
  @Optional() @Label() street?: string
  @Optional() @Label({ max: 20 }) postalCode?: string
  @Optional() @Label({ max: 100 }) city?: string
  @Optional() @Label() website?: string
  @Optional() @Phone() phone?: Guarded<string>
  @Optional() @Integer({ min: 0, max: 10_000_000 }) employees?: number
  /** Yearly, minor units of `revenueCurrency`. */
  @Optional() @Integer({ min: 0, max: mostMinor }) revenueMinor?: number
  @Optional() @Currency() revenueCurrency?: string
  @Optional() @Integer({ min: 1000, max: 2100 }) foundedYear?: number
  /** Why it buys from us. */
  @Optional() @Text({ max: 2000 }) whyBuys?: Guarded<string>
  /** What it expects. */
  @Optional() @Text({ max: 2000 }) expects?: Guarded<string>
  /** What it gains by us. */
  @Optional() @Text({ max: 2000 }) gains?: Guarded<string>
}

/** Fields of the register that are edited one by one. */
export class CustomerProfile extends CustomerFacts {
  @Optional() @Label() name?: string
}

export class CustomerRegistered extends CustomerFacts {
  @Label() name!: string
}

/** What changed; fields that were emptied stand in `cleared`. */
export class CustomerProfileChanged extends CustomerProfile {
  @Optional() @Codes({ max: 20 }) cleared?: string[]
}

export class CustomerParentSet {
  /** The customer it belongs to; left out when it stands alone. */
  @Optional() @Id('customer') parent?: string
}

export class CustomerSite {
  @Id('site') site!: string
  @Label() name!: string
  @Optional() @Country() country?: string
  @Optional() @Label() street?: string
  @Optional() @Label({ max: 100 }) city?: string
  /** The record merged into the customer that keeps the site; left out when it is the customer's own. */
  @Optional() @Id('customer') record?: string
}

export class CustomerSiteClosed {
  @Id('site') site!: string
  /** The record merged into the customer that keeps the site; left out when it is the customer's own. */
  @Optional() @Id('customer') record?: string
}

export class CustomerLinked {
  /** Code of the other system. */
  @Id('system') system!: string
  /** Id of the record there. */
  @Code() record!: string
}

export class CustomerContradicted {
  @Choice(fieldGroups) fieldGroup!: FieldGroup
  @CodeOf('field') field!: string
  /** What we hold, and what the other system says; as text. */
  @Text({ max: 500 }) ours!: Guarded<string>
  @Text({ max: 500 }) theirs!: Guarded<string>
  @Id('system') system!: string
}

export class CustomerContradictionResolved {
  /** Id of the event that states the contradiction. */
  @Id('event') contradiction!: string
  /** Whether the other system's value was taken over. */
  @Flag() takenOver!: boolean
}

export class DuplicateSuspected {
  @Id('customer') of!: string
  @Choice(suspicions) because!: (typeof suspicions)[number]
}

export class DuplicateDismissed {
  @Id('customer') of!: string
}

const example: CustomerRegistered = {
  name: 'Hotelli Merituuli Oy',
  sector: 'hospitality',
  country: 'FI',
  city: 'Turku',
  employees: 140,
  whyBuys: 'One supplier for cold rooms in all their kitchens',
}

export const customerEvents = defineEvents(
  'customer',
  {
    registered: {
      payload: CustomerRegistered,
      texts: {
        en: 'Customer registered',
        fi: 'Asiakas rekisteröity',
        sv: 'Kund registrerad',
        de: 'Kunde erfasst',
        nb: 'Kunde registrert',
      },
      version: 1,
      examples: [example, { name: 'Isdom' }],
    },
    profileChanged: {
      payload: CustomerProfileChanged,
      texts: {
        en: 'Customer details changed',
        fi: 'Asiakkaan tiedot muuttuneet',
        sv: 'Kunduppgifter ändrade',
        de: 'Kundendaten geändert',
        nb: 'Kundeopplysninger endret',
      },
      version: 1,
      examples: [{ employees: 155, city: 'Naantali', whyBuys: 'Our service is there the same day.' }],
    },
    parentSet: {
      payload: CustomerParentSet,
      texts: {
        en: 'Parent company set',
        fi: 'Emoyhtiö merkitty',
        sv: 'Moderbolag angivet',
        de: 'Muttergesellschaft festgelegt',
        nb: 'Morselskap angitt',
      },
      version: 1,
      examples: [{ parent: 'c7k2m9q4x1z8w3v5' }, {}],
    },
    siteOpened: {
      payload: CustomerSite,
      texts: {
        en: 'Site opened',
        fi: 'Toimipaikka lisätty',
        sv: 'Anläggning tillagd',
        de: 'Standort hinzugefügt',
        nb: 'Avdeling lagt til',
      },
      version: 1,
      examples: [{ site: 'main-kitchen', name: 'Main kitchen', country: 'FI', city: 'Turku' }],
    },
    siteClosed: {
      payload: CustomerSiteClosed,
      texts: {
        en: 'Site closed',
        fi: 'Toimipaikka suljettu',
        sv: 'Anläggning stängd',
        de: 'Standort geschlossen',
        nb: 'Avdeling lagt ned',
      },
      version: 1,
      examples: [{ site: 'main-kitchen' }],
    },
    linked: {
      payload: CustomerLinked,
      texts: {
        en: 'Linked to another system',
        fi: 'Yhdistetty toiseen järjestelmään',
        sv: 'Kopplad till ett annat system',
        de: 'Mit anderem System verknüpft',
        nb: 'Koblet til et annet system',
      },
      version: 1,
      examples: [{ system: 'erp', record: '10045' }],
    },
    contradicted: {
      payload: CustomerContradicted,
      texts: {
        en: 'Contradiction found',
        fi: 'Ristiriita havaittu',
        sv: 'Motsägelse upptäckt',
        de: 'Widerspruch festgestellt',
        nb: 'Motstrid oppdaget',
      },
      version: 1,
      examples: [{ fieldGroup: 'address', field: 'city', ours: 'Turku', theirs: 'Naantali', system: 'erp' }],
    },
    contradictionResolved: {
      payload: CustomerContradictionResolved,
      texts: {
        en: 'Contradiction resolved',
        fi: 'Ristiriita ratkaistu',
        sv: 'Motsägelse löst',
        de: 'Widerspruch geklärt',
        nb: 'Motstrid avklart',
      },
      version: 1,
      examples: [{ contradiction: '0f8fad5b-d9cb-869f-a165-70867728950e', takenOver: true }],
    },
    duplicateSuspected: {
      payload: DuplicateSuspected,
      texts: {
        en: 'Duplicate suspected',
        fi: 'Kaksoiskappaletta epäillään',
        sv: 'Dubblett misstänkt',
        de: 'Dublette vermutet',
        nb: 'Duplikat mistenkt',
      },
      version: 1,
      examples: [{ of: 'c7k2m9q4x1z8w3v5', because: 'identifier' }],
    },
    duplicateDismissed: {
      payload: DuplicateDismissed,
      texts: notADuplicate,
      version: 1,
      examples: [{ of: 'c7k2m9q4x1z8w3v5' }],
    },
  },
  { published: true },
)
