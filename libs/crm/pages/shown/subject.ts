/** Whom a question is about: the customer that stands for the id asked for, and how much of it the reader may see. */
import { type Fact, type Partition, type QueryContext, refuse } from '#kernel'
import { isOwnToday } from '../../customers/customers.queries.js'
import { type CustomerDocument, customersView } from '../../customers/customers.view.js'

export interface Subject {
  /** The survivor. */
  id: string
  /** As asked for; another one where records were merged. */
  asked: string
  partition: Partition
  /** Absent when nothing was known of it at the moment asked about. */
  document?: CustomerDocument
  /** Whether the reader sees more than name, sector and the units that deal with it. */
  isOwn: boolean
}

const readsUnit = ({ reading }: QueryContext<object>, unit: string): boolean =>
  reading.units.has('*') || reading.units.has(unit)

/** Whether the reader may see the fact: its unit's history, or what is the customer's own. */
export const isReadable = (ask: QueryContext<object>, { unit }: Pick<Fact, 'unit'>): boolean =>
  unit === undefined || readsUnit(ask, unit)

/**
 * @param of `retracted`: also a customer of which everything was taken back
 * @throws DomainError `not-found` when there is no such customer, or it is not the reader's to see
 */
export async function subjectOf(ask: QueryContext<object>, asked: string, of?: 'retracted'): Promise<Subject> {
  const { reading, moment } = ask
  if (!reading.outline && reading.units.size === 0) return refuse('not-found')
  const partition = ask.journals.partitionOf(asked)
  const [id] = partition.ids
  const [document, isOwn] = await Promise.all([ask.documents.get(customersView, id), isOwnToday(id, ask)])
  const isPast = moment.asOf !== undefined || moment.knownAt !== undefined
  const isThere = document !== undefined || isPast
  if (!isThere && !(of && (await ask.journals.events(partition)).length > 0)) return refuse('not-found')
  return { id, asked, partition, document, isOwn }
}

/** The same, for queries that show nothing of a customer that only other units deal with. */
export async function ownSubjectOf(ask: QueryContext<object>, asked: string, of?: 'retracted'): Promise<Subject> {
  const subject = await subjectOf(ask, asked, of)
  return subject.isOwn ? subject : refuse('not-found')
}
