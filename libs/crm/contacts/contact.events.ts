/** What can be known and decided about a contact: a person at a customer. Whatever tells who it is, is sealed. */
import {
  Choice,
  Choices,
  Codes,
  Day,
  defineEvents,
  type Guarded,
  Id,
  Label,
  Language,
  Mail,
  Optional,
  Personal,
  Phone,
  Text,
} from '#kernel'
import { notADuplicate } from '../families/duplicates.js'

export const levels = ['strategic', 'operational'] as const
export type Level = (typeof levels)[number]

export const buyingRoles = ['decision-maker', 'influencer', 'user', 'buyer', 'gatekeeper', 'champion'] as const
export type BuyingRole = (typeof buyingRoles)[number]

export const consentPurposes = ['newsletter', 'campaigns', 'surveys', 'events', 'personal-contact'] as const
export const consentChannels = ['email', 'phone', 'text-message', 'letter', 'any'] as const

/** Why a person is erased; a choice, because what is written about it would outlive the erasure. */
export const erasureGrounds = ['asked', 'consent-withdrawn', 'retention', 'no-grounds', 'other'] as const
export type ErasureGrounds = (typeof erasureGrounds)[number]

/** Fields that are edited one by one. */
export class ContactProfile {
  @Optional() @Personal({ subject: 'contact' }) @Label() name?: Guarded<string>
  @Optional() @Personal({ subject: 'contact' }) @Mail() mail?: Guarded<string>
  @Optional() @Personal({ subject: 'contact' }) @Phone() phone?: Guarded<string>
  /** The language to use with them; says nothing about who it is. */
  @Optional() @Language() language?: string
  /** What to keep in mind about them. */
  @Optional() @Personal({ subject: 'contact' }) @Text({ max: 4000 }) note?: Guarded<string>
}

export class ContactRegistered extends ContactProfile {
  @Personal({ subject: 'contact' }) @Label() declare name: Guarded<string>
}

/** What changed; fields that were emptied stand in `cleared`. */
export class ContactChanged extends ContactProfile {
  @Optional() @Codes({ max: 10 }) cleared?: string[]
}

/** Fields of a post that are edited one by one. */
export class PostTerms {
  /** A title at a customer can tell who it is. */
  @Optional() @Personal({ subject: 'contact' }) @Label() title?: Guarded<string>
  @Optional() @Id('site') site?: string
  @Optional() @Choice(levels) level?: Level
}

export class PostStarted extends PostTerms {
  @Id('customer') customer!: string
  @Choice(levels) declare level: Level
  /** First day in the post. */
  @Day() since!: string
}

/** Which post is meant. */
export class PostNamed {
  @Id('customer') customer!: string
  /** The merged record that states it, where it is not the contact's own. */
  @Optional() @Id('contact') record?: string
}

/** What changed; fields that were emptied stand in `cleared`. */
export class PostChanged extends PostTerms {
  @Id('customer') customer!: string
  /** The merged record that states it, where it is not the contact's own. */
  @Optional() @Id('contact') record?: string
  @Optional() @Codes({ max: 5 }) cleared?: string[]
}

export class PostEnded extends PostNamed {
  /** Last day in the post; the day this is said of when left out. */
  @Optional() @Day() until?: string
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

export class BuyingRoleSet extends PostNamed {
  /** All that they have now; none when empty. */
  @Choices(buyingRoles) roles!: BuyingRole[]
}

/** What a consent is for and by which way. */
export class ConsentWithdrawn {
  @Choice(consentPurposes) purpose!: (typeof consentPurposes)[number]
  @Choice(consentChannels) channel!: (typeof consentChannels)[number]
}

export class ConsentGiven extends ConsentWithdrawn {
  /** How it was given: words, a form, a link. */
  @Optional() @Text({ max: 1000 }) evidence?: Guarded<string>
}

/** They are two persons. */
export class ContactDuplicateDismissed {
  @Id('contact') of!: string
}

export class ContactErased {
  @Choice(erasureGrounds) grounds!: ErasureGrounds
}

export const contactEvents = defineEvents(
  'contact',
  {
    registered: {
      payload: ContactRegistered,
      texts: {
        en: 'Contact registered',
        fi: 'Yhteyshenkilö lisätty',
        sv: 'Kontakt registrerad',
        de: 'Kontakt erfasst',
        nb: 'Kontakt registrert',
      },
      version: 1,
      examples: [
        { name: 'Ilona Meritähti', mail: 'ilona@merituuli.example', phone: '+358 50 555 0142', language: 'fi' },
        { name: 'Sture Fjällsten' },
      ],
    },
    changed: {
      payload: ContactChanged,
      texts: {
        en: 'Contact details changed',
        fi: 'Yhteyshenkilön tiedot muuttuneet',
        sv: 'Kontaktuppgifter ändrade',
        de: 'Kontaktdaten geändert',
        nb: 'Kontaktopplysninger endret',
      },
      version: 1,
      examples: [{ mail: 'i.meritahti@merituuli.example' }, { cleared: ['phone'] }],
    },
    postStarted: {
      payload: PostStarted,
      texts: {
        en: 'Post taken up',
        fi: 'Tehtävä alkanut',
        sv: 'Tjänst tillträdd',
        de: 'Stelle angetreten',
        nb: 'Stilling tiltrådt',
      },
      version: 1,
      examples: [
        { customer: 'c7k2m9q4x1z8w3v5', title: 'Keittiöpäällikkö', level: 'operational', since: '2024-08-01' },
      ],
    },
    postChanged: {
      payload: PostChanged,
      texts: {
        en: 'Post changed',
        fi: 'Tehtävä muuttunut',
        sv: 'Tjänst ändrad',
        de: 'Stelle geändert',
        nb: 'Stilling endret',
      },
      version: 1,
      examples: [
        { customer: 'c7k2m9q4x1z8w3v5', title: 'Hankintajohtaja', level: 'strategic' },
        { customer: 'c7k2m9q4x1z8w3v5', cleared: ['site'] },
      ],
    },
    postEnded: {
      payload: PostEnded,
      texts: {
        en: 'Post left',
        fi: 'Tehtävä päättynyt',
        sv: 'Tjänst lämnad',
        de: 'Stelle verlassen',
        nb: 'Stilling forlatt',
      },
      version: 1,
      examples: [{ customer: 'c7k2m9q4x1z8w3v5', until: '2026-01-31', why: 'Moved to a chain we know.' }],
    },
    buyingRoleSet: {
      payload: BuyingRoleSet,
      texts: {
        en: 'Role in buying set',
        fi: 'Rooli ostamisessa merkitty',
        sv: 'Roll i köp angiven',
        de: 'Rolle beim Einkauf festgelegt',
        nb: 'Rolle i innkjøp angitt',
      },
      version: 1,
      examples: [{ customer: 'c7k2m9q4x1z8w3v5', roles: ['user', 'champion'] }],
    },
    consentGiven: {
      payload: ConsentGiven,
      texts: {
        en: 'Consent given',
        fi: 'Suostumus annettu',
        sv: 'Samtycke givet',
        de: 'Einwilligung erteilt',
        nb: 'Samtykke gitt',
      },
      version: 1,
      examples: [{ purpose: 'newsletter', channel: 'email', evidence: 'Card filled in at the fair.' }],
    },
    consentWithdrawn: {
      payload: ConsentWithdrawn,
      texts: {
        en: 'Consent withdrawn',
        fi: 'Suostumus peruttu',
        sv: 'Samtycke återkallat',
        de: 'Einwilligung widerrufen',
        nb: 'Samtykke trukket tilbake',
      },
      version: 1,
      examples: [{ purpose: 'newsletter', channel: 'email' }],
    },
    duplicateDismissed: {
      payload: ContactDuplicateDismissed,
      texts: notADuplicate,
      version: 1,
      examples: [{ of: 'p4n7b2k9x1z8w3v5' }],
    },
    // From the second version on, what was destroyed for it is said by `privacy.keys-destroyed`.
    erased: {
      payload: ContactErased,
      texts: {
        en: 'Personal data erased',
        fi: 'Henkilötiedot poistettu',
        sv: 'Personuppgifter raderade',
        de: 'Personendaten gelöscht',
        nb: 'Personopplysninger slettet',
      },
      version: 2,
      upcasters: { 1: (data) => data },
      examples: [{ grounds: 'asked' }],
    },
  },
  { published: true },
)
