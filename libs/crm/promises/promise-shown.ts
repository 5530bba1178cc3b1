/** How a promise shows in answers: its document with names for ids, and whether time has broken it. */
import {
  Choice,
  Codes,
  Flag,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  Optional,
  Personal,
  type Precision,
  precisions,
  type QueryContext,
  shownTimes,
  Text,
} from '#kernel'
import { customerNames } from '../customers/customers.queries.js'
import { memberNamed, namesIn } from '../organization/names.queries.js'
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
  @Id('customer') customer!: string
  @Optional() @Label() customerName?: string
  @Id('unit') unit!: string
  @Optional() @Id('contact') contact?: string
  @Optional() @Id('touchpoint') madeIn?: string
  @Id('member') maker!: string
  @Optional() @Personal({ subject: 'member' }) @Label() makerName?: Guarded<string>
  @Optional() @Id('member') owner?: string
  @Optional() @Personal({ subject: 'member' }) @Label() ownerName?: Guarded<string>
  /** Handed over or offered, and not accepted. */
  @Optional() @Id('member') offeredTo?: string
  @Optional() @Personal({ subject: 'member' }) @Label() offeredToName?: Guarded<string>
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
  /** Fields whose name is today's: at the moment asked about none was known. */
  @Optional() @Codes() namesOfToday?: string[]
}

/** The promises with names for ids, in the same order; not yet opened. */
export async function shownPromises(
  documents: readonly PromiseDocument[],
  ask: Pick<QueryContext, 'documents' | 'present' | 'moment' | 'references' | 'referencesToday' | 'nowIn'>,
): Promise<ShownPromise[]> {
  const names = await customerNames(
    documents.map(({ customer }) => customer),
    ask,
  )
  return documents.map(({ overdueAt, times, ...doc }) => ({
    ...doc,
    ...shownTimes(doc, times, 'madeAt', 'settledAt'),
    overdue: isOverdue({ overdueAt }, ask.nowIn(doc.unit)),
    ...namesIn({
      customerName: names.get(doc.customer) ?? {},
      makerName: memberNamed(doc.maker, ask),
      ownerName: memberNamed(doc.owner, ask),
      offeredToName: memberNamed(doc.offeredTo, ask),
    }),
  }))
}
