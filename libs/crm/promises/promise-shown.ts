/** How a promise shows in answers: its document with names for ids, and whether time has broken it. */
import {
  Choice,
  Flag,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  Nested,
  Optional,
  type Precision,
  precisions,
  type QueryContext,
  shownTimes,
  Text,
} from '#kernel'
import { NamedContact, NamedCustomer, NamedMember, NamedUnit, Names } from '../pages/shown/names.js'
import { type Clock, clocks, type PromiseKind, promiseKinds } from './promise.events.js'
import { isOverdue } from './promises.queries.js'
import { type PromiseDocument, type PromiseStatus, promiseStatuses } from './promises.view.js'

export class ShownPromise {
  @Id('promise') id!: string
  @Text({ max: 500 }) what!: Guarded<string>
  @Choice(promiseKinds) kind!: PromiseKind
  @Choice(promiseStatuses) status!: PromiseStatus
  @Instant() due!: string
  @Choice(clocks) clock!: Clock
  @Flag() overdue!: boolean
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Nested(NamedUnit) unit!: NamedUnit
  @Optional() @Nested(NamedContact) contact?: NamedContact
  @Optional() @Id('touchpoint') madeIn?: string
  @Nested(NamedMember) maker!: NamedMember
  @Optional() @Nested(NamedMember) owner?: NamedMember
  /** Handed over or offered, and not accepted. */
  @Optional() @Nested(NamedMember) offeredTo?: NamedMember
  @Optional() @Instant() madeAt?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) madeAtOn?: string
  @Optional() @Choice(precisions) madeAtPrecision?: Precision
  /** How often it was moved. */
  @Integer({ min: 0, max: 1_000_000 }) moves!: number
  @Optional() @Instant() settledAt?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) settledAtOn?: string
  @Optional() @Choice(precisions) settledAtPrecision?: Precision
  /** How it was kept, or why withdrawn or declined. */
  @Optional() @Text({ max: 2000 }) said?: Guarded<string>
}

/** The promises with names beside ids, in the same order; not yet opened. */
export function shownPromises(
  documents: readonly PromiseDocument[],
  ask: QueryContext<object>,
): Promise<ShownPromise[]> {
  const names = new Names(ask)
  const shown = async ({ overdueAt, times, ...doc }: PromiseDocument): Promise<ShownPromise> => ({
    ...doc,
    customer: await names.customer(doc.customer),
    unit: names.unit(doc.unit),
    contact: await names.contact(doc.contact),
    maker: names.member(doc.maker),
    owner: names.member(doc.owner),
    offeredTo: names.member(doc.offeredTo),
    ...shownTimes(doc, times, 'madeAt', 'settledAt'),
    overdue: isOverdue({ overdueAt }, ask.nowIn(doc.unit)),
  })
  return Promise.all(documents.map(shown))
}
