/**
 * The read side: answers queries, from read models now and from histories in the past. Reads only, so
 * that it can live on any thread.
 */
import {
  type AccessLog,
  type EventLog,
  type Keys,
  type KeyVault,
  type Moment,
  type PayloadClass,
  type Position,
  parse,
  type Query,
  type QueryContext,
  type ReadAccess,
  type ReadScope,
  type ReadStore,
  type ReferenceHolder,
  type Registry,
  type Rules,
  refuse,
  type StoredEvent,
  type Viewer,
  zonesOf,
} from '#kernel'
import { AnswerKeys, HeldKeys, withKeysMet } from '#privacy'
import { CHECKPOINT, ContributionReader } from '#read-models'
import { AskedJournals } from './asked-journals.js'
import { LiveDocuments } from './documents/live-documents.js'
import { askedPartition, partitionAsked, partitionOf, partitionOfKey } from './documents/partitions.js'
import { PastDocuments } from './documents/past-documents.js'
import { unitsOfEach } from './documents/units-column.js'
import { StoredFigures } from './figures/stored-figures.js'
import { referencesMoment, resolveMoment, timeAt } from './moments.js'
import { MarkedTimes } from './positions.js'
import type { Answer, Question } from './question.js'
import { RecentJournals } from './recent-journals.js'
import { outlineOf, Reveal } from './reveal.js'

/** What answering must know of the business. */
export interface AnsweringRules
  extends Pick<Rules, 'identitySets' | 'calendar' | 'belonging' | 'unitsColumn' | 'privateWriting'> {
  registry: Registry
  readAccess: ReadAccess
  withholding: Pick<Rules['withholding'], 'withheldEvents'>
}

export interface QueryServiceParts extends AnsweringRules {
  log: EventLog
  store: ReadStore
  vault: Pick<KeyVault, 'fetch'>
  references: ReferenceHolder
  clock: () => Date
  locale: string
  /** Resolves once the read models have passed a position. */
  waitFor(position: Position): Promise<void>
  /** Told, before it is given, of every answer in which personal values were opened; absent where nobody keeps account. */
  accessLog?: AccessLog
}

interface AnswerParts {
  question: Question
  moment: Moment
  position: Position
  reading: ReadScope
  docs: QueryContext['documents']
  now: string
  clock: string
  journals: AskedJournals
}

interface Opened {
  reveal: Reveal
  keys: HeldKeys
  time: Pick<QueryContext, 'nowIn' | 'todayIn'>
  /** The moment of references. */
  references: Moment
}

export class QueryService {
  private readonly recent: RecentJournals
  private readonly contributions: ContributionReader
  private readonly keys: AnswerKeys
  private readonly times: MarkedTimes

  get store(): ReadStore {
    return this.p.store
  }

  constructor(private readonly p: QueryServiceParts) {
    const { store, registry, calendar, references } = p
    this.keys = new AnswerKeys(p.vault, references)
    this.contributions = new ContributionReader(store)
    this.times = new MarkedTimes(p)
    this.recent = new RecentJournals({ store, ...registry, zones: zonesOf(calendar, references) })
  }

  /** @throws DomainError `not-found` or `not-allowed`, InvalidInput */
  async ask(question: Question): Promise<Answer> {
    const page = this.p.registry.queries.get(question.page) ?? refuse('not-found')
    const query = parse(page.query as PayloadClass, question.query)
    const reading = this.readingOf(question.viewer, question.reason)
    const asksPast = question.moment?.asOf !== undefined || question.moment?.knownAt !== undefined
    if (asksPast) return this.askPast(page, { ...question, query }, reading)
    const position = await this.p.store.checkpoint(CHECKPOINT)
    const docs = new LiveDocuments(this.p.store, reading)
    const clock = this.p.clock().toISOString()
    const journals = this.journals({}, reading)
    const present = {
      question: { ...question, query },
      moment: {},
      position,
      reading,
      docs,
      now: clock,
      clock,
      journals,
    }
    return this.answer(page, present)
  }

  /** Runs the query; whoever saw personal values is on record before the answer is given. */
  private async answer(page: Query, from: AnswerParts): Promise<Answer> {
    const time = timeAt(from.now, this.p.calendar, this.p.references.at({ knownAt: from.moment.knownAt }))
    const references = referencesMoment(from.moment, time)
    const keys = await this.keys.at(references)
    const reveal = this.openingsFor(from.reading, keys)
    const body = await page.read(this.asking(from, { reveal, keys, time, references }))
    await this.account(reveal, {
      ...from.question,
      position: from.position,
      asked: askedPartition(page, from.question.params),
    })
    return { body, position: from.position }
  }

  private async account(
    reveal: Reveal,
    {
      page,
      viewer,
      reason,
      position,
      asked,
    }: Pick<Question, 'page' | 'viewer' | 'reason'> & { position: Position; asked?: string },
  ): Promise<void> {
    const opened = reveal.partitions()
    if (opened.length === 0) return
    const partitions = [...new Set([...(asked === undefined ? [] : [asked]), ...opened])]
    await this.p.accessLog?.note({ kind: 'read', viewer: viewer.member, page, partitions, reason, position })
  }

  readingOf(viewer: Viewer, reason?: string): ReadScope {
    return this.p.readAccess.readScopeOf(viewer, this.p.references.at(), reason)
  }

  /** The value as a member may see it outside any query. */
  async openFor<T>(value: T, viewer: Viewer, reason?: string): Promise<T> {
    const keys = new HeldKeys(this.p.vault)
    await keys.meet(value)
    return this.openingsFor(this.readingOf(viewer, reason), keys).open(value)
  }

  private openingsFor(reading: ReadScope, keys: Keys): Reveal {
    const { privateWriting, withholding, references } = this.p
    // Rights are today's, also in the past; so is what is withheld.
    return new Reveal({ keys, privateWriting, reading, withheld: withholding.withheldEvents(references.at()) })
  }

  private async askPast(page: Query, question: Question, reading: ReadScope): Promise<Answer> {
    if (!page.past) return refuse('no-past')
    const references = this.p.references.at()
    const clock = this.p.clock().toISOString()
    const moment = await resolveMoment(question.moment ?? {}, this.times, {
      zone: this.p.calendar.zoneOf(undefined, references),
      latest: this.p.calendar.latestDayIn(clock, references),
    })
    await this.p.waitFor(moment.knownAt)
    const at = { ...this.p, knownAt: moment.knownAt }
    const partition = await partitionAsked(page.past, question.params, at)
    const journals = this.journals(moment, reading)
    const docs = new PastDocuments(
      {
        reading,
        locale: this.p.locale,
        partitionOf: (view, key) => partitionOfKey(view, key, at),
        documents: (view, of) => journals.documents(view, of),
        unitsToday: ({ ids }) => this.unitsAround(ids),
      },
      partition,
    )
    const now = moment.asOf ?? (await this.recordedAt(moment.knownAt))
    const past = { question, moment, position: moment.knownAt, reading, docs, now, clock, journals }
    return { ...(await this.answer(page, past)), moment }
  }

  /** When the event at a position was recorded; before the first, when that was. */
  private async recordedAt(position: Position): Promise<string> {
    const [first] = position === 0 ? await this.p.log.readAll({ after: 0, limit: 1 }) : []
    const event = first ?? (await this.p.log.eventAt(position))
    return event?.metadata.recordedAt ?? this.p.clock().toISOString()
  }

  private asking(from: AnswerParts, { reveal, keys, time, references }: Opened): QueryContext {
    const { question, moment, reading } = from
    return {
      viewer: question.viewer,
      params: question.params,
      query: question.query,
      moment,
      ...time,
      clock: from.clock,
      position: from.position,
      documents: withKeysMet(from.docs, keys),
      present: withKeysMet(new LiveDocuments(this.p.store, reading), keys),
      references: this.p.references.at(references),
      journals: withKeysMet(from.journals, keys),
      catalogue: this.p.registry.catalogue,
      figures: withKeysMet(this.figures(question.viewer, reading), keys, ['events']),
      reading,
      reason: question.reason,
      open: (value, own) => reveal.open(value, { private: own }),
      openWithheld: (value) => reveal.open(value, { withheld: true }),
      accesses: async (filter) => (await this.p.accessLog?.find(filter)) ?? { entries: [], more: false },
    }
  }

  private journals(moment: Moment, reading: ReadScope): AskedJournals {
    const unitsAround = (customers: readonly string[]) => this.unitsAround(customers)
    return new AskedJournals({ ...this.p, journals: this.recent, moment, reading, unitsAround })
  }

  private figures(viewer: Viewer, reading: ReadScope): StoredFigures {
    const { contributions, p } = this
    const eventOf = (position: Position) => p.log.eventAt(position)
    const { positionAt, newestAt } = this.times
    return new StoredFigures({ ...p, positionAt, newestAt, contributions, eventOf }, { viewer, reading })
  }

  /** The event at a position, opened as far as the viewer may see it; of private writing of others its outline. */
  async event(position: Position, viewer: Viewer, reason?: string): Promise<StoredEvent> {
    const event = (await this.p.log.eventAt(position)) ?? refuse('not-found')
    const reading = this.readingOf(viewer, reason)
    const isHistory = event.metadata.customers.length > 0 || event.metadata.contacts.length > 0
    const { registry, readAccess, privateWriting } = this.p
    const isReadable = isHistory
      ? await this.readsFact(event, viewer, reading)
      : readAccess.mayReadUnfiled(viewer, event)
    if (!isReadable) return refuse('not-found')
    const isPrivate = privateWriting.isPrivate(event.type)
    if (isPrivate && !(await this.opensPrivate(event, { viewer, reading, reason }))) return outlineOf(event)
    const read = registry.catalogue.read(event)
    const keys = new HeldKeys(this.p.vault)
    await keys.meet(read.data)
    const reveal = this.openingsFor(reading, keys)
    const opened = reveal.open(read, { private: isPrivate })
    await this.account(reveal, { page: 'event', viewer, reason, position })
    return opened
  }

  private opensPrivate(
    { stream }: StoredEvent,
    { viewer, reading, reason }: { viewer: Viewer; reading: ReadScope; reason?: string },
  ): Promise<boolean> {
    const present = new LiveDocuments(this.p.store, reading)
    const journals = this.journals({}, reading)
    const clock = this.p.clock().toISOString()
    const record = stream.slice(stream.indexOf('-') + 1)
    return this.p.privateWriting.opensPrivate(record, { viewer, clock, present, journals, reason })
  }

  /** What no unit says is to be seen by those whose units deal with the customer; of a person alone, by its writer. */
  private async readsFact({ metadata }: StoredEvent, viewer: Viewer, { units }: ReadScope): Promise<boolean> {
    if (units.size === 0 || units.has('*')) return units.size > 0
    if (metadata.unit !== undefined) return units.has(metadata.unit)
    if (metadata.customers.length === 0) return metadata.actor === viewer.member
    const around = await this.unitsAround(metadata.customers)
    return around.length === 0 || around.some((unit) => units.has(unit))
  }

  /** By id of a survivor, the units that deal with it. */
  unitsOfEach(ids: readonly string[]): Promise<Map<string, readonly string[]>> {
    return unitsOfEach(ids, this.p)
  }

  /** Units that deal with one of the customers, under whichever of its ids. */
  async unitsAround(customers: readonly string[]): Promise<string[]> {
    const survivors = new Set(customers.map((customer) => partitionOf(customer, this.p).ids[0]))
    return [...(await this.unitsOfEach([...survivors])).values()].flat()
  }
}
