/** What others read of an opportunity: nothing that is sealed. */
import { Choice, Day, Id, Ids, Instant, Integer, Label, Nested, Optional, PricedMoney } from '#kernel'
import {
  type LossReason,
  lossReasons,
  type OpportunityStage,
  opportunityStages,
  opportunityStatuses,
  type Profile,
  profiles,
} from '../opportunity.events.js'

export class PublishedOpportunity {
  @Id('opportunity') id!: string
  @Id('customer') customer!: string
  @Id('unit') unit!: string
  @Choice(profiles) profile!: Profile
  @Choice(opportunityStatuses) status!: (typeof opportunityStatuses)[number]
  @Choice(opportunityStages) stage!: OpportunityStage
  @Optional() @Instant() stageSince?: string
  @Optional() @Id('member') owner?: string
  @Optional() @Id('product') product?: string
  @Optional() @Id('customer-project') customerProject?: string
  @Ids('contact') contacts!: string[]
  @Optional() @Nested(PricedMoney) value?: PricedMoney
  /** Of a value that is not stated in group currency: the day whose rate holds. */
  @Optional() @Day() valueDay?: string
  @Optional() @Integer({ min: 0, max: 100 }) probability?: number
  @Optional() @Day() closesOn?: string
  @Optional() @Instant() openedAt?: string
  @Optional() @Instant() wonAt?: string
  @Optional() @Instant() lostAt?: string
  @Optional() @Choice(lossReasons) reason?: LossReason
  /** Whoever won it instead. */
  @Optional() @Label() lostTo?: string
}
