/** What queries of other slices ask about customers: their names, and whether one is the reader's to see. */
import type { Deciding, QueryContext, Where } from '#kernel'
import { groupOf } from '../merging/identity.reference.js'
import { rankOf } from '../organization/events/group.events.js'
import type { NameAt } from '../organization/names.queries.js'
import { worthIn } from '../organization/valuation.queries.js'
import { leftOutSaid } from '../texts/not-valued.js'
import { type CustomerDocument, customersView } from './customers.view.js'
import { offersWorth } from './document/open-offers.js'
import { noStatuses } from './document/relationship-statuses.js'

/** Customers that no unit deals with. */
export const withoutUnit: Where = { column: 'stageRank', eq: noStatuses.stageRank }

type Naming = Pick<QueryContext, 'documents' | 'present' | 'moment' | 'referencesToday'>

const isOfPast = ({ moment }: Pick<QueryContext, 'moment'>): boolean =>
  moment.asOf !== undefined || moment.knownAt !== undefined

/** What a customer was called at the moment asked about; today's name where it had none then, and marked so. */
export async function customerNamed(id: string, ask: Naming): Promise<NameAt<string>> {
  const then: CustomerDocument | undefined = await ask.documents.get(customersView, id)
  if (then?.name !== undefined || !isOfPast(ask)) return { name: then?.name }
  const [survivor] = groupOf(id, ask.referencesToday)
  const today: Partial<CustomerDocument> = (await ask.present.get(customersView, survivor)) ?? {}
  const name = today.mergedFrom?.find((record) => record.id === id)?.name ?? today.name
  return name === undefined ? {} : { name, nameOfToday: true }
}

/** Names by id; nothing for those that are unknown or not the reader's to see. */
export async function customerNames(ids: Iterable<string>, ask: Naming): Promise<ReadonlyMap<string, NameAt<string>>> {
  const named = [...new Set(ids)].map(async (id) => [id, await customerNamed(id, ask)] as const)
  return new Map(await Promise.all(named))
}

/** Whether one of the reader's units deals with the customer, or none does: today, whatever moment is asked about. */
export async function isOwnToday(
  customer: string,
  { journals, reading }: Pick<QueryContext, 'journals' | 'reading'>,
): Promise<boolean> {
  if (reading.units.has('*')) return true
  const units = await journals.unitsToday(customer)
  return units.length === 0 || units.some((unit) => reading.units.has(unit))
}

/** The unit whose relationship with a customer is most advanced, the first of several; none where that is not the reader's to see. */
export function furthestUnit({ stages = {} }: Partial<CustomerDocument>): string | undefined {
  const inOrder = Object.entries(stages).sort(
    ([a, stage], [b, other]) => rankOf(other) - rankOf(stage) || (a < b ? -1 : 1),
  )
  return inOrder[0]?.[0]
}

/** Whether a customer has, or had, a site of this code, under whichever of its ids. */
export async function hasSite(customer: string, site: string, by: Deciding): Promise<boolean> {
  const streams = groupOf(customer, by.present).map((id) => by.facts(`customer-${id}`))
  const facts = (await Promise.all(streams)).flat()
  return facts.some(({ type, data }) => type === 'customer.site-opened' && data.site === site)
}

/** What is offered to a customer and not yet decided, in group currency; nothing where that is not the reader's to see. */
export function openWorthOf({ offeredBy }: Partial<CustomerDocument>, ask: QueryContext<object>) {
  if (!offeredBy) return {}
  const { groupMinor, unvalued } = offersWorth({ offeredBy }, worthIn(ask.references))
  const amounts = Object.values(offeredBy).reduce((sum, each) => sum + each.amounts, 0)
  return { openGroupMinor: groupMinor, openUnvalued: unvalued, openLeftOut: leftOutSaid({ amounts, unvalued }, ask) }
}
