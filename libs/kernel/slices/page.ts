/**
 * A page answers one question of a reader: a function of documents, references and journals, so
 * that whatever it shows now it shows as of any moment. Its route, query and answer are data, from
 * which the HTTP interface, the API documents and the command line follow.
 */
import type { Viewer } from '../deciders/viewer.js'
import type { StoredEvent } from '../events/stored-event.js'
import type { PayloadClass } from '../fields/field.js'
import type { Partition } from '../history/group-history.js'
import type { Moment } from '../history/history.js'
import type { Position } from '../ports/event-log.js'
import type { Find, RowPage, Search } from '../ports/read-store.js'
import type { References } from '../references/reference.js'
import type { Docs } from '../views/docs.js'
import type { Reading } from './business.js'

/** What a page may ask. */
export interface Asking<Q = object> {
  viewer: Viewer
  /** From the route, `/customers/:id`. */
  params: Readonly<Record<string, string>>
  query: Q
  /** The moment asked about; empty for the present. */
  moment: Moment
  /** ISO instant that counts as now: the moment asked about, or the clock. */
  now: string
  /** Every answer about the past carries it and can be asked again by it. */
  position: Position
  docs: Docs
  references: References
  journals: Journals
  /** What of others' history the viewer may read. */
  reading: Reading
  /** Opens what the viewer may see; the rest becomes erased or withheld markers. `own`: private writing too. */
  open<T>(value: T, own?: boolean): T
}

/** The journals of customers and contacts, at the moment asked about. */
export interface Journals {
  /** The events of a partition, in recorded order, up to what was known. */
  events(partition: Partition): Promise<StoredEvent[]>
  /** One page of timeline rows; only for the present. */
  find(query: Find): Promise<RowPage>
  /** Rows of the search in what people wrote; only for the present. */
  search(query: Search): Promise<RowPage>
  /** The partition a customer belongs to, the survivor first. */
  partitionOf(customer: string): Partition
  /** The events of a stream that is filed in no journal, in recorded order, as stored, up to what was known. */
  stream(name: string): Promise<StoredEvent[]>
  /** The event at a position, as stored. */
  eventOf(position: Position): Promise<StoredEvent | undefined>
}

export interface Page<Q extends object = object, A extends object = object> {
  /** Kebab-case; the command line's `view <name>`. */
  name: string
  /** The question it answers. */
  about: string
  /** Path under the API's root with `:params`. */
  route: `/${string}`
  query: PayloadClass<Q>
  answer: PayloadClass<A>
  /** The parameter that names whose past may be asked, and of what kind that is; absent: only the present. */
  past?: { param: string; of: 'customer' | 'contact' | 'relationship' | 'opportunity' }
  read(ask: Asking<Q>): Promise<A>
}

/** Defines a page. */
export const definePage = <Q extends object, A extends object>(page: Page<Q, A>): Page<Q, A> => page

/** A query without parameters of its own. */
export class NoQuery {}
