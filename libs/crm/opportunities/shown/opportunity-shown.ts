/** How an opportunity shows in lists and by itself: its document with names for ids. */
import {
  Choice,
  Codes,
  Day,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  mostMinor,
  Nested,
  Optional,
  Personal,
  type Precision,
  PricedMoney,
  precisions,
  type QueryContext,
  shownMoney,
  shownTimes,
  Title,
} from '#kernel'
import { customerNames } from '../../customers/customers.queries.js'
import { memberNamed, namesIn, productNamed, unitNamed } from '../../organization/names.queries.js'
import { worthIn } from '../../organization/valuation.queries.js'
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
  @Id('customer') customer!: string
  @Optional() @Label() customerName?: string
  @Id('unit') unit!: string
  @Optional() @Label() unitName?: string
  @Optional() @Id('member') owner?: string
  @Optional() @Personal({ subject: 'member' }) @Label() ownerName?: Guarded<string>
  /** Asked to lead it, and has not answered. */
  @Optional() @Id('member') offeredTo?: string
  @Optional() @Personal({ subject: 'member' }) @Label() offeredToName?: Guarded<string>
  @Choice(profiles) profile!: Profile
  @Choice(opportunityStages) stage!: OpportunityStage
  @Optional() @Instant() stageSince?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) stageSinceOn?: string
  @Optional() @Choice(precisions) stageSincePrecision?: Precision
  @Choice(opportunityStatuses) status!: (typeof opportunityStatuses)[number]
  @Optional() @Nested(PricedMoney) value?: PricedMoney
  /** Whole percent. */
  @Optional() @Integer({ min: 0, max: 100 }) probability?: number
  /** Probability × value in minor units of group currency, while it is open. */
  @Optional() @Integer({ min: -mostMinor, max: mostMinor }) weightedMinor?: number
  @Optional() @Day() closesOn?: string
  @Optional() @Id('product') product?: string
  @Optional() @Label() productName?: string
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
  /** Fields whose name is today's: at the moment asked about none was known. */
  @Optional() @Codes() namesOfToday?: string[]
}

/** The opportunities with names for ids, in the same order; not yet opened. */
export async function shownOpportunities(
  documents: readonly OpportunityDocument[],
  ask: Pick<QueryContext, 'documents' | 'present' | 'moment' | 'references' | 'referencesToday' | 'viewer'>,
): Promise<ShownOpportunity[]> {
  const names = await customerNames(
    documents.map(({ customer }) => customer),
    ask,
  )
  const worth = worthIn(ask.references)
  return documents.map((doc) => ({
    id: doc.id,
    name: doc.name,
    customer: doc.customer,
    unit: doc.unit,
    owner: doc.owner,
    offeredTo: doc.offeredTo,
    ...namesIn({
      customerName: names.get(doc.customer) ?? {},
      unitName: unitNamed(doc.unit, ask),
      ownerName: memberNamed(doc.owner, ask),
      offeredToName: memberNamed(doc.offeredTo, ask),
      productName: productNamed(doc.product, ask),
    }),
    profile: doc.profile,
    stage: doc.stage,
    status: doc.status,
    value: doc.value && shownMoney(doc.value, doc.valueDay, worth),
    probability: doc.probability,
    weightedMinor: worthOfDeal(doc, worth).weightedMinor,
    closesOn: doc.closesOn,
    product: doc.product,
    ...shownTimes(doc, doc.times, 'stageSince', 'openedAt', 'wonAt', 'lostAt'),
    reason: doc.reason,
  }))
}
