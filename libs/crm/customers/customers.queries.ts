/** What queries of other slices ask about customers: their names, and whether one is the reader's to see. */
import { type Deciding, type Documents, type QueryContext, type References, refuse, type Where } from '#kernel'
import { rankOf } from '../organization/events/group.events.js'
import { worthIn } from '../organization/valuation.queries.js'
import { type CustomerDocument, customersView } from './customers.view.js'
import { offersWorth } from './document/open-offers.js'
import { noStatuses } from './document/relationship-statuses.js'
import { groupOf } from './merging/identity.reference.js'

/** Customers that no unit deals with. */
export const withoutUnit: Where = { column: 'stageRank', eq: noStatuses.stageRank }

/** Id → name; without those that are unknown or not the reader's to see. */
export async function customerNames(ids: Iterable<string>, docs: Documents): Promise<ReadonlyMap<string, string>> {
  const documents = await Promise.all([...new Set(ids)].map((id) => docs.get(customersView, id)))
  return new Map(documents.flatMap((found) => (found?.name === undefined ? [] : [[found.id, found.name]])))
}

/**
 * The id of the customer that stands for the one asked for.
 * @throws DomainError `not-found` when there is none, or only units deal with it whose history is not the reader's
 */
export async function seenCustomer(
  asked: string,
  { journals, documents: docs, reading, moment }: Pick<QueryContext, 'journals' | 'documents' | 'reading' | 'moment'>,
): Promise<string> {
  if (reading.units.size === 0) return refuse('not-found')
  const [survivor] = journals.partitionOf(asked).ids
  const known = await docs.get(customersView, survivor)
  const isPast = moment.asOf !== undefined || moment.knownAt !== undefined
  if (!known && !isPast) return refuse('not-found')
  return (await isOwnToday(survivor, { journals, reading })) ? survivor : refuse('not-found')
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
export function openWorthOf({ offeredBy }: Partial<CustomerDocument>, references: References) {
  if (!offeredBy) return {}
  const { groupMinor, unvalued } = offersWorth({ offeredBy }, worthIn(references))
  return { openGroupMinor: groupMinor, openUnvalued: unvalued }
}
