/** What others read of a customer: of the register what is open, and which units deal with it. */
import { Choice, Country, Id, Ids, Instant, Integer, Label, Optional } from '#kernel'
import { type Sector, sectors } from '../customer.events.js'

export class PublishedCustomer {
  @Id('customer') id!: string
  @Optional() @Instant() since?: string
  @Optional() @Label() name?: string
  @Optional() @Choice(sectors) sector?: Sector
  @Optional() @Country() country?: string
  @Optional() @Label({ max: 100 }) city?: string
  @Optional() @Integer({ min: 0, max: 10_000_000 }) employees?: number
  @Optional() @Id('customer') parent?: string
  /** That have a relationship with it. */
  @Ids('unit', { max: 10_000 }) units!: string[]
}
