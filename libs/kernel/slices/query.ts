/**
 * A query answers one question of a reader: a function of documents, references and journals, so
 * that whatever it shows now it shows as of any moment. Its route, query and answer are data, from
 * which the HTTP interface, the API documents and the command line follow.
 */
import type { Viewer } from '../deciders/viewer.js'
import type { Catalogue } from '../events/catalogue.js'
import type { Position } from '../events/position.js'
import type { Json, StoredEvent } from '../events/stored-event.js'
import type { PayloadClass } from '../fields/field.js'
import type { Fact } from '../history/fact.js'
import type { Partition } from '../history/group-history.js'
import type { Moment } from '../history/history.js'
import type { FiguresPort } from '../metrics/figures.js'
import type { Accessed, AccessFilter } from '../ports/access-log.js'
import type { FilingsCondition, FilingsQuery } from '../ports/read-models/filings.js'
import type { RowPage, Search } from '../ports/read-models/read-store.js'
import type { References } from '../references/reference.js'
import type { Documents } from '../views/documents.js'
import type { KnownStep } from '../views/drawing.js'
import type { ListShape } from '../views/lists/list-shape.js'
import type { View } from '../views/view.js'
import type { ReadScope } from './rules/read-scope.js'

/** What a query may ask. */
export interface QueryContext<Q = object> {
  viewer: Viewer
  /** ISO 639-1, in which whoever asks wishes to read; their own unless told. */
  language?: string
  /** From the route, `/customers/:id`. */
  params: Readonly<Record<string, string>>
  query: Q
  /** The moment asked about; empty for the present. A day is a condition on the day of each fact. */
  moment: Moment
  /**
   * ISO instant that counts as now for what belongs to a unit, else to the group: the clock, the moment
   * asked about, or the end of the day asked about where the unit is. What time alone causes is held against it.
   */
  nowIn(unit?: string): string
  /** The day that counts as today where a unit is, else where the group is. */
  todayIn(unit?: string): string
  /** ISO instant of the wall clock, whatever moment is asked about: rights are today's. */
  clock: string
  /** Every answer carries it; one about the past can be asked again by it and its `asOf`. */
  position: Position
  documents: Documents
  /** Documents of the present, whatever moment is asked about: what rights are decided by. */
  present: Documents
  references: References
  /** References of the present, whatever moment is asked about: what is called how today. */
  referencesToday: References
  journals: Journals
  /** How events show: their kinds and the line a timeline gives them. */
  catalogue: Catalogue
  /** Numbers of any metric; of the present, or as known at the end of a past day. */
  figures: FiguresPort
  /** What of others' history the viewer may read. */
  reading: ReadScope
  /** Why an auditor opens personal values. */
  reason?: string
  /** An id by keyed hash, as the records of a source are called by it. */
  derivedId(...parts: readonly string[]): string
  /** Opens what the viewer may see; the rest becomes erased or withheld markers. `own`: private writing too. */
  open<T>(value: T, own?: boolean): T
  /** Opens also what is withheld since an erasure: for the steward who decides about it. */
  openWithheld<T>(value: T): T
  /** Who opened whose personal values; for auditors. */
  accesses(filter: AccessFilter): Promise<Accessed[]>
}

/** The journals of customers and contacts, which are the events filed with them, at the moment asked about. */
export interface Journals {
  /** Whether anything was ever recorded of a partition, or of a unit with it, whatever moment is asked about. */
  wasEver(partition: Partition, unit?: string): Promise<boolean>
  /** The events of a partition, in recorded order, up to what was known and can be read. */
  events(partition: Partition): Promise<readonly StoredEvent[]>
  /**
   * The facts of a partition in effective order, up to where it can be read.
   * @param of `all`: also those after that, with those that cannot be read marked
   */
  history(partition: Partition, of?: 'all'): Promise<readonly Fact[]>
  /**
   * What was recorded of customers after a position, or an instant, in recorded order, as far as the reader may read it;
   * only for the present.
   */
  recorded(customers: readonly string[], after: Position | string): Promise<readonly StoredEvent[]>
  /** One page of a timeline, the latest first, of what the reader may see, those that cannot be read marked; only for the present. */
  facts(query: FilingsQuery): Promise<{ facts: Fact[]; next?: string }>
  /** How many facts there are on all pages of such a timeline. */
  factCount(query: FilingsCondition): Promise<number>
  /** The facts of a partition with these first events, by id or position, as known, also of after `asOf`; those that are not there are left out, those that cannot be read marked. */
  named(partition: Partition, firsts: readonly (string | Position)[]): Promise<Fact[]>
  /** Where first events of a partition stand in the log, by their ids; those that are not there are left out. */
  positions(partition: Partition, firsts: readonly string[]): Promise<ReadonlyMap<string, Position>>
  /** What each event or fact of a partition changed, one page of steps. */
  replay(partition: Partition, steps: ReplaySteps): Promise<Replayed>
  /**
   * What stands in the score of a customer, as far as the reader may see it: in effective order, what had happened by
   * the moment, with all that was known of it until then.
   */
  drawn(partition: Partition): Promise<readonly KnownStep[]>
  /** The events of one stream, in recorded order, up to what was known and can be read; those asked for in one turn are read together. */
  stream(stream: string): Promise<readonly StoredEvent[]>
  /** The facts that such events state at the moment, in effective order. */
  factsOf(events: readonly StoredEvent[]): Fact[]
  /** Rows of the search in what people wrote; only for the present. */
  search(query: Search): Promise<RowPage>
  /** The partition that a customer, or a contact, belongs to, the survivor first. */
  partitionOf(id: string, kind?: Partition['kind']): Partition
  /** Units that deal with a customer today, whatever moment is asked about: rights are today's. */
  unitsToday(customer: string): Promise<readonly string[]>
}

/** Which steps of a replay are wanted. */
export interface ReplaySteps {
  /** `recorded`: event by event as it became known; `effective`: fact by fact as it happened. */
  order: 'recorded' | 'effective'
  /** Position of the step before the first one wanted. */
  after?: Position
  limit: number
}

/** One event with the fields it changed, in every document of its partition that the reader may see. */
export interface FoldedStep {
  event: StoredEvent
  changes: { view: string; key: string; fields: FieldChange[] }[]
}

/** A field by its dot path; absent where there was, or is, none. */
export interface FieldChange {
  path: string
  before?: Json
  after?: Json
}

export interface Replayed {
  steps: FoldedStep[]
  /** Position to go on after; absent on the last page. */
  next?: Position
}

/** Whom a question is about: it is there, and the reader may see it, or the query is not asked. */
export interface Subject<D extends object = object> {
  /** Key of its document: of what stands for the id asked for, where records were merged. */
  id: string
  asked: string
  partition: Partition
  /** Absent when nothing was known of it at the moment asked about, and where the view keeps none. */
  document?: D
  /** Whether the reader sees more than its outline. */
  isOwn: boolean
  /** Where its partition cannot be read further: all that is folded of it is of before. */
  stopped?: Stop
}

/** The event at which a partition stopped. */
export interface Stop {
  position: Position
  /** Instant at which it was recorded. */
  since: string
}

/** What a route names: the document of a view. */
export interface SubjectParameter<D extends object = object> {
  /** Parameter of the route, the key of a document. */
  param: string
  of: View<D>
  /**
   * Whether also those may ask who see its outline alone, or of what everything was taken back. Else it is not found
   * where nothing is known of it, or where it is not the reader's to see.
   */
  open?: 'outline' | 'retracted'
  /** Whether no past of it can be asked, since what is shown of others is known of the present alone. */
  presentOnly?: boolean
}

/** What a query may ask that is about somebody. */
export type SubjectContext<Q = object, D extends object = object> = QueryContext<Q> & { subject: Subject<D> }

export interface Query<Q extends object = object, A extends object = object> {
  /** Kebab-case; the command line's `view <name>`. */
  name: string
  /** The question it answers. */
  about: string
  /** Path under the API's root with `:params`. */
  route: `/${string}`
  query: PayloadClass<Q>
  answer: PayloadClass<A>
  /** What may be asked of what it lists, each list that it may answer. */
  lists?: readonly ListShape[]
  /** The parameter that names whom it is about, whose past may be asked; absent: only the present. */
  past?: SubjectParameter
  /** The list of its answer that can be had as a file, where its answer is more than a list. */
  fileRows?: string
  /** Whether it looks through all of a register or a metric, which takes long where that is much; or the parameter that names each to be looked through. */
  scans?: true | string
  /** Whether it reads all that is known of whom it is about, which takes long where that is much; or the parameters by which it does. */
  folds?: true | readonly string[]
  /** @param ask with its subject, where it is about one */
  read(ask: SubjectContext<Q>): Promise<A>
}

type QueryOptions<Q extends object, A extends object> = Omit<Query<Q, A>, 'past' | 'read'>

/** Defines a query about somebody: who that is, and whether the reader may see it, is decided before it is read. */
export function defineQuery<Q extends object, A extends object, D extends object = object>(
  query: QueryOptions<Q, A> & { past: SubjectParameter<D>; read(ask: SubjectContext<Q, D>): Promise<A> },
): Query<Q, A>
/** Defines a query about nobody in particular. */
export function defineQuery<Q extends object, A extends object>(
  query: QueryOptions<Q, A> & { past?: undefined; read(ask: QueryContext<Q>): Promise<A> },
): Query<Q, A>
export function defineQuery(query: object): Query {
  return query as Query
}

/** Whether a query can be asked about a past moment. */
export const hasPast = ({ past }: Pick<Query, 'past'>): boolean => past !== undefined && !past.presentOnly

/** A query without parameters of its own. */
export class NoQuery {}
