/** How an opportunity shows in lists and by itself: its document with names for ids. */
import {
  Choice,
  Day,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  mostMinor,
  Nested,
  Optional,
  type Precision,
  precisions,
  type QueryContext,
  shownTimes,
  Title,
} from '#kernel'
import { moneyShown, ShownMoney, worthIn } from '../../organization/valuation.queries.js'
import { NamedCustomer, NamedMember, NamedProduct, NamedUnit, Names } from '../../pages/shown/names.js'
import { type OpportunityDocument, worthOfDeal } from '../opportunities.view.js'
import {
  type LossReason,
  lossReasons,
  type OpportunityStage,
  opportunityStages,
  opportunityStatuses,
  type Profile,
  profiles,
} from '../opportunity.events.js'

export class ShownOpportunity {
  @Id('opportunity') id!: string
  @Title() name!: Guarded<string>
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Nested(NamedUnit) unit!: NamedUnit
  @Optional() @Nested(NamedMember) owner?: NamedMember
  /** Asked to lead it, and has not answered. */
  @Optional() @Nested(NamedMember) offeredTo?: NamedMember
  @Choice(profiles) profile!: Profile
  @Choice(opportunityStages) stage!: OpportunityStage
  @Optional() @Instant() stageSince?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) stageSinceOn?: string
  @Optional() @Choice(precisions) stageSincePrecision?: Precision
  @Optional() @Choice(opportunityStages) stageBefore?: OpportunityStage
  /** When stage, value, closing, probability or owner became other than they were, or it was won, lost or taken up again. */
  @Optional() @Instant() movedAt?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) movedAtOn?: string
  @Optional() @Choice(precisions) movedAtPrecision?: Precision
  @Choice(opportunityStatuses) status!: (typeof opportunityStatuses)[number]
  @Optional() @Nested(ShownMoney) value?: ShownMoney
  /** Whole percent. */
  @Optional() @Integer({ min: 0, max: 100 }) probability?: number
  /** Probability × value in minor units of group currency, while it is open. */
  @Optional() @Integer({ min: -mostMinor, max: mostMinor }) weightedMinor?: number
  @Optional() @Day() closesOn?: string
  @Optional() @Nested(NamedProduct) product?: NamedProduct
  @Optional() @Instant() openedAt?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) openedAtOn?: string
  @Optional() @Choice(precisions) openedAtPrecision?: Precision
  @Optional() @Instant() wonAt?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) wonAtOn?: string
  @Optional() @Choice(precisions) wonAtPrecision?: Precision
  @Optional() @Instant() lostAt?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) lostAtOn?: string
  @Optional() @Choice(precisions) lostAtPrecision?: Precision
  /** Why it was lost. */
  @Optional() @Choice(lossReasons) reason?: LossReason
}

/** The opportunities with names beside ids, in the same order; not yet opened. */
export function shownOpportunities(
  documents: readonly OpportunityDocument[],
  ask: QueryContext<object>,
): Promise<ShownOpportunity[]> {
  const names = new Names(ask)
  return Promise.all(documents.map((document) => shownOpportunity(document, { ask, names })))
}

async function shownOpportunity(
  doc: OpportunityDocument,
  { ask, names }: { ask: QueryContext<object>; names: Names },
): Promise<ShownOpportunity> {
  const worth = worthIn(ask.references)
  return {
    id: doc.id,
    name: doc.name,
    customer: await names.customer(doc.customer),
    unit: names.unit(doc.unit),
    owner: names.member(doc.owner),
    offeredTo: names.member(doc.offeredTo),
    profile: doc.profile,
    stage: doc.stage,
    stageBefore: doc.stageBefore,
    status: doc.status,
    value: doc.value && moneyShown(doc.value, doc.valueDay, ask),
    probability: doc.probability,
    weightedMinor: worthOfDeal(doc, worth).weightedMinor,
    closesOn: doc.closesOn,
    product: names.product(doc.product),
    ...shownTimes(doc, doc.times, 'stageSince', 'movedAt', 'openedAt', 'wonAt', 'lostAt'),
    reason: doc.reason,
  }
}
