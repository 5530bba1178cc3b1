/** What members are asked to lead and have not answered, of whatever kind it is. */
import { Choice, type Documents, Id, Nested, Optional } from '#kernel'
import { type HandedKind, handedKinds, type Offered } from '../families/handover.js'
import { opportunities } from '../opportunities/opportunities.view.js'
import { NamedCustomer, NamedMember, NamedUnit, type Names } from '../pages/shown/names.js'
import { relationships } from '../relationships/relationships.view.js'
import { plans } from '../touchpoints/plans/plans.view.js'

/** What somebody is asked to lead. Promises are listed by themselves. */
export class WaitingHandover {
  @Choice(handedKinds) kind!: HandedKind
  @Id('record') record!: string
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Nested(NamedUnit) unit!: NamedUnit
  /** In whose place; absent where nobody leads it. */
  @Optional() @Nested(NamedMember) from?: NamedMember
}

interface OfferedRecord extends Offered {
  id: string
  customer: string
  unit: string
}

export async function handoversOfferedTo(
  member: string,
  { documents, names }: { documents: Documents; names: Names },
): Promise<WaitingHandover[]> {
  const find = { where: { column: 'offeredTo', eq: member }, limit: 200 }
  const [led, deals, visits] = await Promise.all([
    documents.find(relationships, find),
    documents.find(opportunities, find),
    documents.find(plans, find),
  ])
  const waiting = (kind: HandedKind) => async (record: OfferedRecord) => ({
    kind,
    record: record.id,
    customer: await names.customer(record.customer),
    unit: names.unit(record.unit),
    from: names.member(record.offeredFrom),
  })
  return Promise.all([
    ...led.documents.map(waiting('relationship')),
    ...deals.documents.filter(({ status }) => status === 'open').map(waiting('opportunity')),
    ...visits.documents.filter(({ status }) => status === 'planned').map(waiting('visit')),
  ])
}
