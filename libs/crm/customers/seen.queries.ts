/** Whether a customer is the reader's to see, asked by pages of other slices that are about one customer. */
import { type Asking, refuse } from '#kernel'
import { customersView } from './customers.view.js'

/**
 * The id of the customer that stands for the one asked for.
 * @throws DomainError `not-found` when there is none, or only units deal with it whose history is not the reader's
 */
export async function seenCustomer(
  asked: string,
  { journals, docs, reading, moment }: Pick<Asking, 'journals' | 'docs' | 'reading' | 'moment'>,
): Promise<string> {
  if (reading.units.size === 0) return refuse('not-found')
  const [survivor] = journals.partitionOf(asked).ids
  const known = await docs.get(customersView, survivor)
  const isPast = moment.asOf !== undefined || moment.knownAt !== undefined
  if (!known && !isPast) return refuse('not-found')
  const units = known?.units ?? []
  const isOwn = units.length === 0 || reading.units.has('*') || units.some((unit) => reading.units.has(unit))
  return isOwn ? survivor : refuse('not-found')
}
