/** One row of the customer list: what the group has with a customer, and what one unit has. */
import {
  Choice,
  Country,
  Flag,
  Id,
  Instant,
  Integer,
  Label,
  ListOf,
  mostMinor,
  Nested,
  Optional,
  type Precision,
  precisions,
  type QueryContext,
  shownTimes,
  Unread,
} from '#kernel'
import { type Sector, sectors } from '../../customers/customer.events.js'
import { openWorthOf } from '../../customers/customers.queries.js'
import type { CustomerDocument } from '../../customers/customers.view.js'
import { type Stage, stages } from '../../organization/events/group.events.js'
import { UnvaluedShown } from '../../organization/valuation.queries.js'
import { type Status, statuses } from '../../relationships/relationship.events.js'
import { statusAt } from '../../relationships/relationships.queries.js'
import type { RelationshipDocument } from '../../relationships/relationships.view.js'
import { NamedCustomer, NamedMember, NamedUnit, type Names } from '../shown/names.js'
import { Spark } from '../shown/spark-shown.js'

/** Where a unit stands with the customer. */
export class UnitStanding {
  @Nested(NamedUnit) unit!: NamedUnit
  @Choice(stages) stage!: Stage
  @Optional() @Instant() stageSince?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) stageSinceOn?: string
  @Optional() @Choice(precisions) stageSincePrecision?: Precision
  @Choice(statuses) status!: Status
  @Optional() @Nested(NamedMember) owner?: NamedMember
  @Flag() keyAccount!: boolean
  @Optional() @Instant() lastTouch?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) lastTouchOn?: string
  @Optional() @Choice(precisions) lastTouchPrecision?: Precision
}

export class CustomerRow {
  @Id('customer') id!: string
  /** Absent while only others have spoken of it. */
  @Optional() @Label() name?: string
  @Optional() @Choice(sectors) sector?: Sector
  @Optional() @Country() country?: string
  @Optional() @Label({ max: 100 }) city?: string
  @Optional() @Integer({ min: 0, max: 10_000_000 }) employees?: number
  @Optional() @Nested(NamedCustomer) parent?: NamedCustomer
  /** Units that deal with it. */
  @ListOf(NamedUnit, { max: 1000 }) units!: NamedUnit[]
  /** The most advanced stage of all units. */
  @Optional() @Choice(stages) stage?: Stage
  @Optional() @Integer({ min: 0, max: 1_000_000 }) openOpportunities?: number
  /** Minor units of group currency; without those that cannot be valued. */
  @Optional() @Integer({ min: 0, max: mostMinor }) openGroupMinor?: number
  /** Open opportunities whose value it leaves out. */
  @Optional() @ListOf(UnvaluedShown, { max: 200 }) openUnvalued?: UnvaluedShown[]
  /** The same in the reader’s language. */
  @Optional() @Label({ max: 500 }) openLeftOut?: string
  /** By any unit. */
  @Optional() @Instant() lastTouch?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) lastTouchOn?: string
  @Optional() @Choice(precisions) lastTouchPrecision?: Precision
  /** Only when the list is asked for a unit. */
  @Optional() @Nested(UnitStanding) here?: UnitStanding
  /** The score in small: of the unit asked for, else of the one that is most advanced. */
  @Optional() @Unread() @Nested(Spark) spark?: Spark
}

interface Asking {
  ask: QueryContext<object>
  names: Names
}

/** Fields beyond name, sector and units are absent where they are not the reader's to see. */
export const customerRow = async (document: CustomerDocument, { ask, names }: Asking): Promise<CustomerRow> => ({
  id: document.id,
  name: document.name,
  sector: document.sector,
  country: document.country,
  city: document.city,
  employees: document.employees,
  parent: await names.customer(document.parent),
  units: document.units.map((unit) => names.unit(unit)),
  stage: document.topStage,
  openOpportunities: document.openCount,
  ...openWorthOf(document, ask),
  ...shownTimes(document, document.lastTouchTime ? { lastTouch: document.lastTouchTime } : {}, 'lastTouch'),
})

export const unitStanding = (document: RelationshipDocument, today: string, names: Names): UnitStanding => ({
  unit: names.unit(document.unit),
  stage: document.stage,
  ...shownTimes(document, document.times, 'stageSince', 'lastTouch'),
  status: statusAt(document, today),
  owner: names.member(document.owner),
  keyAccount: document.keyAccount,
})
