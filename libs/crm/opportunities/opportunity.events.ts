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

export const profiles = ['product-sale', 'project-sale'] as const
export type Profile = (typeof profiles)[number]

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

/** How long an income keeps a customer, by the group's rule of its day. */
export class IncomeKeeps {
  @Integer({ min: 1, max: 240 }) passiveAfterMonths!: number
  @Integer({ min: 1, max: 480 }) lostAfterMonths!: number
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

/** What a win counts as whose worth nobody has said: an amount in no currency, which no rate values. */
export const amountNotStated: PricedMoney = { amountMinor: 0, currency: 'XXX' }

const value: PricedMoney = { amountMinor: 4_820_000, currency: 'EUR', groupMinor: 4_820_000, rateDay: '2026-03-02' }

export const opportunityEvents = defineEvents(
  'opportunity',
  {
    opened: {
      payload: OpportunityOpened,
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
    },
    changed: {
      payload: OpportunityChanged,
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
    },
    stageChanged: {
      payload: OpportunityStageChanged,
      version: 1,
      examples: [{ to: 'tendering', probability: 50, why: 'They ask three suppliers.' }],
      touchpoint: { kind: 'opportunity-stage-changed', summary: (data) => data.why },
    },
    linesSet: {
      payload: LinesSet,
      version: 1,
      examples: [{ lines: [{ product: 'kr-400', quantity: '2', price: value }] }],
    },
    creditShared: {
      payload: CreditShared,
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
      version: 2,
      upcasters: openBefore,
      examples: [
        { value, keeps: { passiveAfterMonths: 24, lostAfterMonths: 48 }, why: 'Service close by.' },
        { keeps: { passiveAfterMonths: 24, lostAfterMonths: 48 } },
      ],
      touchpoint: { kind: 'opportunity-won', summary: (data) => data.why },
      income: (data) => data.value,
    },
    lost: {
      payload: OpportunityLost,
      version: 1,
      examples: [{ reason: 'price', why: 'Eight per cent dearer over ten years.' }],
      touchpoint: { kind: 'opportunity-lost', summary: (data) => data.why },
    },
    reopened: {
      payload: OpportunityReopened,
      version: 1,
      examples: [{ at: 'negotiating', why: 'The other supplier could not deliver.' }],
      touchpoint: { kind: 'opportunity-reopened', summary: (data) => data.why },
    },
  },
  { published: true },
)
