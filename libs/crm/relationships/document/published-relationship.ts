/** What others read of a relationship: where it stands, whose it is, and what is due by time alone. */
import { Choice, Day, Flag, Id, Ids, Instant, Integer, Nested, Optional } from '#kernel'
import { type Stage, stages } from '../../organization/events/group.events.js'
import { type Status, statuses } from '../relationship.events.js'

class Target {
  @Choice(stages) stage!: Stage
  @Optional() @Day() by?: string
}

export class PublishedRelationship {
  /** `<customer>.<unit>`. */
  @Id('relationship') id!: string
  @Id('customer') customer!: string
  @Id('unit') unit!: string
  /** Of its first fact. */
  @Optional() @Instant() since?: string
  @Choice(stages) stage!: Stage
  @Optional() @Instant() stageSince?: string
  @Optional() @Choice(stages) stageBefore?: Stage
  @Optional() @Nested(Target) target?: Target
  @Optional() @Id('member') owner?: string
  @Ids('member', { max: 20 }) with!: string[]
  @Flag() keyAccount!: boolean
  /** Until `passiveFrom`: from then on passive, and lost from `lostFrom` on, by time alone. */
  @Choice(statuses) status!: Status
  @Optional() @Day() passiveFrom?: string
  @Optional() @Day() lostFrom?: string
  /** How many incomes count, and the day of the last. */
  @Integer({ min: 0, max: 1_000_000_000 }) incomes!: number
  @Optional() @Day() lastIncome?: string
  @Integer({ min: 0, max: 1_000_000_000 }) touches!: number
  @Optional() @Instant() lastTouch?: string
}
