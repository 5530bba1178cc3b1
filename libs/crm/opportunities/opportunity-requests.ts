/** What is asked for about an opportunity: as its events, with amounts not yet priced. */
import { Flag, type Guarded, ListOf, Money, Nested, Optional, Text } from '#kernel'
import { OpportunityFields, OpportunityOpening, SoldProduct } from './opportunity.events.js'

export class OpenOpportunity extends OpportunityOpening {
  @Optional() @Nested(Money) value?: Money
}

/** Of these fields single ones are edited. */
export class EditableOpportunity extends OpportunityFields {
  @Optional() @Nested(Money) value?: Money
}

export class LineToSell extends SoldProduct {
  /** Of one. */
  @Nested(Money) price!: Money
}

export class SetLines {
  @ListOf(LineToSell, { max: 100 }) lines!: LineToSell[]
  /** The opportunity's value becomes the sum of the lines. */
  @Optional() @Flag() valueFollows?: boolean
}

export class WinOpportunity {
  /** The opportunity's own value when left out; without that the win is not valued. */
  @Optional() @Nested(Money) value?: Money
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
}
