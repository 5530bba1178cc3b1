/** What can happen to an opportunity, from the first hint to won or lost. */
import {
  Choice,
  Codes,
  Day,
  Decimal,
  defineEvents,
  type Guarded,
  Id,
  Ids,
  Integer,
  Label,
  ListOf,
  Nested,
  Optional,
  openBefore,
  PricedMoney,
  Text,
  Title,
} from '#kernel'
import { dealsWith } from '../families/deals-with.js'
import { handoverFacts } from '../families/handover.js'
import { IncomeKeeps, income } from '../families/income.js'
import { offer } from '../families/offer.js'

export const profiles = ['product-sale', 'project-sale'] as const
export type Profile = (typeof profiles)[number]

export const opportunityStatuses = ['open', 'won', 'lost'] as const

/** Stages of both profiles; which may be used is the profile's. */
export const opportunityStages = [
  'prospecting',
  'engaging',
  'needs-agreed',
  'offered',
  'negotiating',
  'specified',
  'tendering',
  'shortlisted',
] as const
export type OpportunityStage = (typeof opportunityStages)[number]

export const profileStages: Readonly<Record<Profile, readonly OpportunityStage[]>> = {
  'product-sale': ['prospecting', 'engaging', 'needs-agreed', 'offered', 'negotiating'],
  'project-sale': ['prospecting', 'engaging', 'specified', 'tendering', 'shortlisted', 'negotiating'],
}

/** What is sold, but for its price. */
export class SoldProduct {
  @Id('product') product!: string
  @Decimal() quantity!: string
}

export class OpportunityLine extends SoldProduct {
  /** Of one. */
  @Nested(PricedMoney) price!: PricedMoney
}

export class Credit {
  @Id('member') member!: string
  @Id('unit') unit!: string
  /** Whole percent; all shares together make 100. */
  @Integer({ min: 1, max: 100 }) percent!: number
}

/** What may be stated of an opportunity besides its name and value. */
class OpportunityTerms {
  @Optional() @Id('member') owner?: string
  /** Whole percent. */
  @Optional() @Integer({ min: 0, max: 100 }) probability?: number
  @Optional() @Day() closesOn?: string
  @Optional() @Id('product') product?: string
  @Optional() @Ids('contact') contacts?: string[]
  @Optional() @Id('customer-project') customerProject?: string
  @Optional() @Text({ max: 4000 }) about?: Guarded<string>
}

/** What opening states of an opportunity, but for its value. */
export class OpportunityOpening extends OpportunityTerms {
  @Id('customer') customer!: string
  @Id('unit') unit!: string
  @Title() name!: Guarded<string>
  @Choice(profiles) profile!: Profile
  @Choice(opportunityStages) stage!: OpportunityStage
}

export class OpportunityOpened extends OpportunityOpening {
  @Optional() @Nested(PricedMoney) value?: PricedMoney
}

/** Fields that are edited one by one, but for the value. */
export class OpportunityFields extends OpportunityTerms {
  @Optional() @Title() name?: Guarded<string>
}

/** What changed; fields that were emptied stand in `cleared`. */
export class OpportunityChanged extends OpportunityFields {
  @Optional() @Nested(PricedMoney) value?: PricedMoney
  @Optional() @Codes({ max: 20 }) cleared?: string[]
}

export class OpportunityStageChanged {
  @Choice(opportunityStages) to!: OpportunityStage
  @Optional() @Integer({ min: 0, max: 100 }) probability?: number
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
}

export class LinesSet {
  @ListOf(OpportunityLine, { max: 100 }) lines!: OpportunityLine[]
}

export class CreditShared {
  @ListOf(Credit, { max: 20 }) shares!: Credit[]
}

export class OpportunityWon {
  /** Left out where nobody has said what it is worth: it counts as a deal, and cannot be valued. */
  @Optional() @Nested(PricedMoney) value?: PricedMoney
  @Nested(IncomeKeeps) keeps!: IncomeKeeps
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
}

export const lossReasons = ['price', 'time', 'product', 'relationship', 'project-dropped', 'other'] as const
export type LossReason = (typeof lossReasons)[number]

export class OpportunityLost {
  @Optional() @Choice(lossReasons) reason?: LossReason
  /** Whoever won it. */
  @Optional() @Label() to?: string
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
}

export class OpportunityReopened {
  @Choice(opportunityStages) at!: OpportunityStage
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
}

const value: PricedMoney = { amountMinor: 4_820_000, currency: 'EUR', groupMinor: 4_820_000, rateDay: '2026-03-02' }

export const opportunityEvents = defineEvents(
  'opportunity',
  {
    opened: {
      payload: OpportunityOpened,
      texts: {
        en: 'Opportunity opened',
        fi: 'Myyntimahdollisuus avattu',
        sv: 'Affärsmöjlighet öppnad',
        de: 'Verkaufschance eröffnet',
        nb: 'Salgsmulighet åpnet',
      },
      version: 2,
      upcasters: openBefore,
      examples: [
        {
          customer: 'c7k2m9q4x1z8w3v5',
          unit: 'fi-food',
          name: 'Cold rooms for the new wing',
          profile: 'project-sale',
          stage: 'engaging',
          owner: 'aino',
          value,
          probability: 40,
          closesOn: '2026-09-30',
          about: 'Four cold rooms and their monitoring.',
        },
      ],
      touchpoint: { kind: 'opportunity-opened', summary: (data) => data.name },
      families: [offer.of(({ value }: OpportunityOpened) => ({ turn: 'opened', value }))],
    },
    changed: {
      payload: OpportunityChanged,
      texts: {
        en: 'Opportunity changed',
        fi: 'Myyntimahdollisuus muuttunut',
        sv: 'Affärsmöjlighet ändrad',
        de: 'Verkaufschance geändert',
        nb: 'Salgsmulighet endret',
      },
      version: 2,
      upcasters: openBefore,
      examples: [
        {
          name: 'Cold rooms for both wings',
          probability: 60,
          closesOn: '2026-08-31',
          about: 'Five cold rooms and their monitoring.',
        },
        { owner: 'bengt', cleared: ['probability'] },
      ],
      families: [offer.of(({ value }: OpportunityChanged) => ({ value }))],
    },
    stageChanged: {
      payload: OpportunityStageChanged,
      texts: {
        en: 'Opportunity moved on',
        fi: 'Myyntimahdollisuus edennyt',
        sv: 'Affärsmöjlighet i nytt skede',
        de: 'Verkaufschance in neuer Phase',
        nb: 'Salgsmulighet i ny fase',
      },
      version: 1,
      examples: [{ to: 'tendering', probability: 50, why: 'They ask three suppliers.' }],
      touchpoint: { kind: 'opportunity-stage-changed', summary: (data) => data.why },
    },
    linesSet: {
      payload: LinesSet,
      texts: {
        en: 'Lines set',
        fi: 'Rivit kirjattu',
        sv: 'Rader angivna',
        de: 'Positionen festgelegt',
        nb: 'Linjer angitt',
      },
      version: 1,
      examples: [{ lines: [{ product: 'kr-400', quantity: '2', price: value }] }],
    },
    creditShared: {
      payload: CreditShared,
      texts: {
        en: 'Credit shared',
        fi: 'Ansio jaettu',
        sv: 'Förtjänst fördelad',
        de: 'Erfolg aufgeteilt',
        nb: 'Fortjeneste fordelt',
      },
      version: 1,
      examples: [
        {
          shares: [
            { member: 'aino', unit: 'fi-food', percent: 70 },
            { member: 'bengt', unit: 'se', percent: 30 },
          ],
        },
      ],
    },
    won: {
      payload: OpportunityWon,
      texts: {
        en: 'Opportunity won',
        fi: 'Kauppa voitettu',
        sv: 'Affär vunnen',
        de: 'Auftrag gewonnen',
        nb: 'Salg vunnet',
      },
      version: 2,
      upcasters: openBefore,
      examples: [
        { value, keeps: { passiveAfterMonths: 24, lostAfterMonths: 48 }, why: 'Service close by.' },
        { keeps: { passiveAfterMonths: 24, lostAfterMonths: 48 } },
      ],
      touchpoint: { kind: 'opportunity-won', summary: (data) => data.why },
      families: [
        income.of(({ value, keeps }: OpportunityWon) => ({ value, keeps })),
        offer.of(({ value }: OpportunityWon) => ({ turn: 'decided', value })),
      ],
    },
    lost: {
      payload: OpportunityLost,
      texts: {
        en: 'Opportunity lost',
        fi: 'Kauppa hävitty',
        sv: 'Affär förlorad',
        de: 'Auftrag verloren',
        nb: 'Salg tapt',
      },
      version: 1,
      examples: [{ reason: 'price', why: 'Eight per cent dearer over ten years.' }],
      touchpoint: { kind: 'opportunity-lost', summary: (data) => data.why },
      families: [offer.of(() => ({ turn: 'decided' }))],
    },
    reopened: {
      payload: OpportunityReopened,
      texts: {
        en: 'Opportunity reopened',
        fi: 'Myyntimahdollisuus avattu uudelleen',
        sv: 'Affärsmöjlighet återupptagen',
        de: 'Verkaufschance wieder aufgenommen',
        nb: 'Salgsmulighet gjenopptatt',
      },
      version: 1,
      examples: [{ at: 'negotiating', why: 'The other supplier could not deliver.' }],
      touchpoint: { kind: 'opportunity-reopened', summary: (data) => data.why },
      families: [income.of(() => 'taken-back'), offer.of(() => ({ turn: 'reopened' }))],
    },
    ...handoverFacts,
  },
  { published: true, families: [dealsWith.of(() => true)] },
)
