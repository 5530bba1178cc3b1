/** What the customer itself intends, and what becomes of it: a renovation, a new ship, a tender. */
import {
  Choice,
  Codes,
  Day,
  defineEvents,
  type Guarded,
  Id,
  Ids,
  Label,
  Nested,
  Optional,
  openBefore,
  PricedMoney,
  Text,
  Title,
} from '#kernel'
import { dealsWith } from '../families/deals-with.js'

export const customerProjectKinds = ['renovation', 'new-build', 'new-ship', 'tender', 'other'] as const
export type CustomerProjectKind = (typeof customerProjectKinds)[number]

/** Whom the customer bought from. */
export const outcomes = ['ours', 'rival', 'nobody'] as const
export type ProjectOutcome = (typeof outcomes)[number]

/** What may be known of a customer's project besides its name, kind, content and value. */
class CustomerProjectTerms {
  @Optional() @Id('site') site?: string
  @Optional() @Day() startsOn?: string
  /** When the customer decides whom to buy from. */
  @Optional() @Day() decidesOn?: string
  @Optional() @Ids('contact') whoDecides?: string[]
  @Optional() @Text({ max: 2000 }) howTheyBuy?: Guarded<string>
}

/** What is said when we learn of it, but for its value. */
export class CustomerProjectLearning extends CustomerProjectTerms {
  @Id('customer') customer!: string
  @Title() name!: Guarded<string>
  @Choice(customerProjectKinds) kind!: CustomerProjectKind
  @Text({ max: 4000 }) what!: Guarded<string>
  @Optional() @Id('touchpoint') learnedFrom?: string
}

export class CustomerProjectLearned extends CustomerProjectLearning {
  /** Unit that learned of it. */
  @Id('unit') unit!: string
  @Optional() @Nested(PricedMoney) value?: PricedMoney
}

/** Fields that are edited one by one, but for the value. */
export class CustomerProjectFields extends CustomerProjectTerms {
  @Optional() @Title() name?: Guarded<string>
  @Optional() @Choice(customerProjectKinds) kind?: CustomerProjectKind
  @Optional() @Text({ max: 4000 }) what?: Guarded<string>
}

/** What changed; fields that were emptied stand in `cleared`. */
export class CustomerProjectChanged extends CustomerProjectFields {
  @Optional() @Nested(PricedMoney) value?: PricedMoney
  @Optional() @Codes({ max: 20 }) cleared?: string[]
}

export class CustomerProjectDecided {
  @Choice(outcomes) outcome!: ProjectOutcome
  /** The rival they bought from. */
  @Optional() @Label() to?: string
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
}

export class CustomerProjectDropped {
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
}

export const customerProjectEvents = defineEvents(
  'customerproject',
  {
    learned: {
      payload: CustomerProjectLearned,
      texts: {
        en: 'Customer project learned of',
        fi: 'Asiakkaan hankkeesta kuultu',
        sv: 'Kundprojekt upptäckt',
        de: 'Kundenprojekt bekannt geworden',
        nb: 'Kundeprosjekt oppdaget',
      },
      version: 2,
      upcasters: openBefore,
      examples: [
        {
          customer: 'c7k2m9q4x1z8w3v5',
          unit: 'fi-food',
          name: 'New wing',
          kind: 'new-build',
          what: 'A wing with 60 rooms and a kitchen of its own.',
          site: 'main-kitchen',
          decidesOn: '2026-10-15',
          startsOn: '2027-03-01',
          value: { amountMinor: 18_000_000, currency: 'EUR', groupMinor: 18_000_000, rateDay: '2026-03-02' },
          whoDecides: ['p3h8t5n2b6d1f9g4'],
          howTheyBuy: 'The architect specifies; the owners ask three suppliers.',
          learnedFrom: 't4n8k2m6p9q3r7s5',
        },
      ],
      touchpoint: { kind: 'customer-project-learned', summary: (data) => data.what },
    },
    changed: {
      payload: CustomerProjectChanged,
      texts: {
        en: 'Customer project changed',
        fi: 'Asiakkaan hanke muuttunut',
        sv: 'Kundprojekt ändrat',
        de: 'Kundenprojekt geändert',
        nb: 'Kundeprosjekt endret',
      },
      version: 2,
      upcasters: openBefore,
      examples: [
        { name: 'New wing and spa', decidesOn: '2026-12-01' },
        { what: 'Without the spa.', cleared: ['startsOn'] },
      ],
    },
    decided: {
      payload: CustomerProjectDecided,
      texts: {
        en: 'Customer project decided',
        fi: 'Asiakkaan hankkeesta päätetty',
        sv: 'Kundprojekt beslutat',
        de: 'Kundenprojekt entschieden',
        nb: 'Kundeprosjekt besluttet',
      },
      version: 1,
      examples: [{ outcome: 'rival', to: 'Isdom', why: 'Their offer had the service included.' }],
      touchpoint: { kind: 'customer-project-decided', summary: (data) => data.why },
    },
    dropped: {
      payload: CustomerProjectDropped,
      texts: {
        en: 'Customer project dropped',
        fi: 'Asiakkaan hankkeesta luovuttu',
        sv: 'Kundprojekt nedlagt',
        de: 'Kundenprojekt aufgegeben',
        nb: 'Kundeprosjekt skrinlagt',
      },
      version: 1,
      examples: [{ why: 'The owners put off all building for two years.' }],
      touchpoint: { kind: 'customer-project-dropped', summary: (data) => data.why },
    },
  },
  { published: true, families: [dealsWith.of(() => true)] },
)
