/** Answers questions by what is read at one moment of the read models. */
import {
  type AccessLog,
  type ClearStore,
  comparePositions,
  type EventLog,
  type Keys,
  type KeyVault,
  type Moment,
  type Partition,
  type Position,
  type Query,
  type QueryContext,
  type ReadAccess,
  type ReadScope,
  type ReadStore,
  type ReferenceHolder,
  type Registry,
  type Rules,
  refuse,
  type Stop,
  type StoredEvent,
  type StoreReads,
  type Subject,
  type SubjectContext,
  type Viewer,
} from '#kernel'
import { type AnswerKeys, type HeldKeys, withKeysMet } from '#privacy'
import { CHECKPOINT, type ContributionReader } from '#read-models'
import { AskedJournals } from './asked-journals.js'
import { subjectAsked } from './documents/asked-subject.js'
import { GatheredReads } from './documents/gathered-reads.js'
import { LiveDocuments } from './documents/live-documents.js'
import { partitionAsked, partitionOf, partitionOfKey } from './documents/partitions.js'
import { PastDocuments } from './documents/past/past-documents.js'
import { unitsOfEach } from './documents/units-column.js'
import { StoredFigures } from './figures/stored-figures.js'
import type { ClearMoment } from './moments/clear-moment.js'
import { referencesMoment, timeAt } from './moments/moments.js'
import type { MarkedTimes } from './moments/positions.js'
import type { Answer, Question } from './question.js'
import type { RecentJournals } from './recent-journals.js'
import { shownTo } from './shown/for-reader.js'
import { Reveal } from './shown/reveal.js'

/** What answering must know of the business. */
export interface AnsweringRules
  extends Pick<
    Rules,
    'identitySets' | 'calendar' | 'valuation' | 'members' | 'unitsColumn' | 'gate' | 'privateWriting'
  > {
  registry: Registry
  readAccess: ReadAccess
  withholding: Pick<Rules['withholding'], 'withheldEvents' | 'destroyedBy'>
}

export interface QueryServiceParts extends AnsweringRules {
  log: EventLog
  store: ReadStore
  /** Absent where nothing is asked that searches names or writing. */
  clear?: ClearStore
  vault: Pick<KeyVault, 'fetch' | 'hashKey'>
  references: ReferenceHolder
  clock: () => Date
  locale: string
  /** Resolves once the read models have passed a position. */
  waitFor(position: Position): Promise<void>
  /** Who opened whose personal values; absent where nobody keeps account. */
  accessLog?: Pick<AccessLog, 'find'>
}

/** What answers share, whatever moment they are of. */
export interface AnsweringParts extends QueryServiceParts {
  recent: RecentJournals
  contributions: ContributionReader
  times: MarkedTimes
  keys: AnswerKeys
  derivedId(...parts: readonly string[]): string
}

/** A question that may be asked, with the scope of whoever asks. */
export interface Permitted {
  page: Query
  question: Question
  reading: ReadScope
  /** Aborted once nobody waits for the answer. */
  gone?: AbortSignal | undefined
}

/** An answer that is not given yet: whoever is seen in it goes on record first. */
export interface Drafted extends Pick<Answer, 'file'> {
  body: object
  position: Position
  stoppedAt?: Position
  /** Partitions whose keys were used. */
  opened: readonly string[]
}

type Reader = Pick<Permitted, 'reading' | 'gone'>

interface AnswerParts extends Pick<Permitted, 'gone'> {
  question: Question
  moment: Moment
  position: Position
  reading: ReadScope
  docs: QueryContext['documents']
  now: string
  clock: string
  journals: AskedJournals
  /** Whose past is asked for. */
  partition?: Partition
}

interface StoppedPartition {
  partition: Partition
  stopped: Stop
}

interface Opened {
  reveal: Reveal
  keys: HeldKeys
  time: Pick<QueryContext, 'nowIn' | 'todayIn'>
  /** The moment of references. */
  references: Moment
}

export class MomentAnswers {
  private readonly reads: GatheredReads

  /** @param clear what is read of plaintext in the same answer */
  constructor(
    private readonly p: AnsweringParts,
    reads: StoreReads,
    private readonly clear: ClearMoment,
  ) {
    this.reads = new GatheredReads(reads)
  }

  async present({ page, question, reading, gone }: Permitted): Promise<Drafted> {
    const position = await this.reads.all.checkpoint(CHECKPOINT)
    const docs = new LiveDocuments({ reads: this.reads, clear: this.clear.reads }, reading)
    const clock = this.p.clock().toISOString()
    const journals = this.journals({}, { reading, gone }, position)
    return this.answer(page, { question, moment: {}, position, reading, gone, docs, now: clock, clock, journals })
  }

  /** @param moment that the read models have passed */
  async past({ page, question, reading, gone }: Permitted, moment: Moment & { knownAt: Position }): Promise<Drafted> {
    const clock = this.p.clock().toISOString()
    const at = { ...this.p, knownAt: moment.knownAt }
    const partition = await partitionAsked(page.past ?? refuse('no-past'), question.params, at)
    const journals = this.journals(moment, { reading, gone }, moment.knownAt)
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
    const position = moment.knownAt
    return this.answer(page, {
      ...{ question, moment, position, reading, gone },
      ...{ docs, now, clock, journals, partition },
    })
  }

  private async answer(page: Query, from: AnswerParts): Promise<Drafted> {
    const time = timeAt(from.now, this.p.calendar, this.p.references.at({ knownAt: from.moment.knownAt }))
    const references = referencesMoment(from.moment, time)
    const keys = await this.p.keys.at(references, {})
    const reveal = revealFor(from.reading, keys, this.p)
    const ask = this.asking(from, { reveal, keys, time, references })
    const subject = await this.subjectOf(page, ask, from)
    const body = shownTo(from.question, await page.read({ ...ask, subject } as SubjectContext), page, this.p)
    const position = await this.clear.positionOf(from.position)
    return { body, position, stoppedAt: subject?.stopped?.position, opened: reveal.partitions() }
  }

  /** Absent where the query is about nobody in particular. */
  private async subjectOf({ past }: Query, ask: QueryContext, from: AnswerParts): Promise<Subject | undefined> {
    if (!past) return undefined
    const partition = from.partition ?? (await partitionAsked(past, ask.params, this.p))
    // Asked for in one turn, so that both are read together.
    const stopping = from.journals.stopOf(partition)
    const asked = subjectAsked({ past, partition, stopping }, ask, this.p)
    const [subject, stopped] = await Promise.all([asked, stopping])
    if (stopped) await this.requireShown(from.question.after, { partition, stopped })
    return { ...subject, stopped }
  }

  /** @throws DomainError `reading-stopped` where the event to be shown is one of those after the stop */
  private async requireShown(after: Position | undefined, { partition, stopped }: StoppedPartition): Promise<void> {
    if (after === undefined || comparePositions(after, stopped.position) < 0) return
    const metadata = (await this.p.log.eventAt(after))?.metadata
    const filed = (partition.kind === 'customer' ? metadata?.customers : metadata?.contacts) ?? []
    if (filed.some((id) => partition.ids.includes(id)))
      refuse('reading-stopped', { stoppedAt: String(stopped.position), since: stopped.since })
  }

  /** When the event at a position was recorded; before the first, when that was. */
  private async recordedAt(position: Position): Promise<string> {
    const [first] = position === 0 ? await this.p.log.readAll({ after: 0, limit: 1 }) : []
    const event = first ?? (await this.p.log.eventAt(position))
    return event?.metadata.recordedAt ?? this.p.clock().toISOString()
  }

  private asking(from: AnswerParts, { reveal, keys, time, references }: Opened): QueryContext {
    const { question, moment, reading, gone } = from
    return {
      viewer: question.viewer,
      language: question.language,
      params: question.params,
      query: question.query,
      moment,
      ...time,
      clock: from.clock,
      position: from.position,
      documents: withKeysMet(from.docs, keys),
      present: withKeysMet(new LiveDocuments({ reads: this.reads, clear: this.clear.reads }, reading), keys),
      references: this.p.references.at(references),
      referencesToday: this.p.references.at(),
      journals: withKeysMet(from.journals, keys),
      catalogue: this.p.registry.catalogue,
      figures: withKeysMet(this.figures(question.viewer, reading, gone), keys, ['events']),
      reading,
      reason: question.reason,
      derivedId: this.p.derivedId,
      open: (value, own) => reveal.open(value, { private: own }),
      openWithheld: (value) => reveal.open(value, { withheld: true }),
      accesses: async (filter) => (await this.p.accessLog?.find(filter)) ?? [],
    }
  }

  private journals(moment: Moment, { reading, gone }: Reader, position: Position): AskedJournals {
    const { p, reads } = this
    const unitsAround = (customers: readonly string[]) => this.unitsAround(customers)
    return new AskedJournals({
      ...p,
      reads,
      clear: this.clear.reads,
      journals: p.recent,
      moment,
      reading,
      gone,
      position,
      unitsAround,
    })
  }

  private figures(viewer: Viewer, reading: ReadScope, gone?: AbortSignal): StoredFigures {
    const { p } = this
    const { positionAt, newestAt } = p.times.at(this.reads.all)
    const contributions = p.contributions.at(this.reads.all)
    const eventOf = (position: Position) => p.log.eventAt(position)
    return new StoredFigures({ ...p, contributions, positionAt, newestAt, eventOf }, { viewer, reading, gone })
  }

  async opensPrivate(
    { stream }: StoredEvent,
    { viewer, reading, reason }: { viewer: Viewer; reading: ReadScope; reason?: string },
  ): Promise<boolean> {
    const present = new LiveDocuments({ reads: this.reads, clear: this.clear.reads }, reading)
    const journals = this.journals({}, { reading }, await this.reads.all.checkpoint(CHECKPOINT))
    const clock = this.p.clock().toISOString()
    const record = stream.slice(stream.indexOf('-') + 1)
    return this.p.privateWriting.opensPrivate(record, { viewer, clock, present, journals, reason })
  }

  /** What no unit says is to be seen by those whose units deal with the customer; of a person alone, by its writer. */
  async readsFact({ metadata }: StoredEvent, viewer: Viewer, { units }: ReadScope): Promise<boolean> {
    if (units.size === 0 || units.has('*')) return units.size > 0
    if (metadata.unit !== undefined) return units.has(metadata.unit)
    if (metadata.customers.length === 0) return metadata.actor === viewer.member
    const around = await this.unitsAround(metadata.customers)
    return around.length === 0 || around.some((unit) => units.has(unit))
  }

  /** By id of a survivor, the units that deal with it. */
  unitsOfEach(ids: readonly string[]): Promise<Map<string, readonly string[]>> {
    return unitsOfEach(ids, { reads: this.reads, unitsColumn: this.p.unitsColumn })
  }

  /** Units that deal with one of the customers, under whichever of its ids. */
  async unitsAround(customers: readonly string[]): Promise<string[]> {
    const survivors = new Set(customers.map((customer) => partitionOf(customer, this.p).ids[0]))
    return [...(await this.unitsOfEach([...survivors])).values()].flat()
  }
}

/** Rights are today's, also in the past; so is what is withheld. */
export const revealFor = (
  reading: ReadScope,
  keys: Keys,
  { privateWriting, withholding, references }: Pick<QueryServiceParts, 'privateWriting' | 'withholding' | 'references'>,
): Reveal => new Reveal({ keys, privateWriting, reading, withheld: withholding.withheldEvents(references.at()) })
