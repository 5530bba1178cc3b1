/**
 * The read side: answers queries, from read models now and from histories in the past. Reads only, so
 * that it can live on any thread.
 */
import {
  type Documents,
  hasPast,
  type Moment,
  NobodyWaits,
  type OpenedValues,
  type PayloadClass,
  type Position,
  parse,
  type Query,
  type ReadScope,
  type ReadStore,
  refuse,
  type StoredEvent,
  type Viewer,
  zonesOf,
} from '#kernel'
import { AnswerKeys, derivedIds, HeldKeys } from '#privacy'
import { ContributionReader, keysOfPartition } from '#read-models'
import { GatheredReads } from './documents/gathered-reads.js'
import { LiveDocuments } from './documents/live-documents.js'
import { askedPartition, partitionOf } from './documents/partitions.js'
import {
  type AnsweringParts,
  type Drafted,
  MomentAnswers,
  type Permitted,
  type QueryServiceParts,
  revealFor,
} from './moment-answers.js'
import { ClearMoment } from './moments/clear-moment.js'
import { resolveMoment } from './moments/moments.js'
import { MarkedTimes } from './moments/positions.js'
import type { Answer, AnswerDraft, Question } from './question.js'
import { RecentJournals } from './recent-journals.js'
import { asFile } from './shown/file.js'
import { cellsFor } from './shown/for-reader.js'
import { outlineOf } from './shown/reveal.js'

type Accounted = Pick<Question, 'page' | 'viewer' | 'reason' | 'file'> & {
  position: Position
  opened: readonly string[]
  asked?: string
}

export class QueryService {
  private readonly p: AnsweringParts

  get store(): ReadStore {
    return this.p.store
  }

  constructor(parts: QueryServiceParts) {
    const { store, vault, registry, calendar, references } = parts
    this.p = {
      ...parts,
      recent: new RecentJournals({ ...registry, zones: zonesOf(calendar, references) }),
      contributions: new ContributionReader(store),
      times: new MarkedTimes(parts),
      keys: new AnswerKeys(vault, references),
      derivedId: (...parts) => derivedIds(vault.hashKey()).shortId(...parts),
    }
  }

  /**
   * @param gone aborted once nobody waits for the answer
   * @throws DomainError `not-found` or `not-allowed`, InvalidInput, NobodyWaits
   */
  async draft(question: Question, gone?: AbortSignal): Promise<AnswerDraft<Answer>> {
    const page = this.p.registry.queries.get(question.page) ?? refuse('not-found')
    const query = parse(page.query as PayloadClass, question.query)
    const reading = this.readingOf(question.viewer, question.reason)
    if (gone?.aborted) throw new NobodyWaits()
    const permitted = { page, question: { ...question, query }, reading, gone }
    const asksPast = question.moment?.asOf !== undefined || question.moment?.knownAt !== undefined
    if (asksPast) return this.askPast(permitted)
    return draftOf(await this.within((answers) => answered(answers, { ...permitted, p: this.p }), permitted), permitted)
  }

  private async askPast(permitted: Permitted): Promise<AnswerDraft<Answer>> {
    const { page, question } = permitted
    if (!hasPast(page)) return refuse('no-past')
    const { calendar } = this.p
    const references = this.p.references.at()
    const moment = await resolveMoment(question.moment ?? {}, this.p.times, {
      zone: calendar.zoneOf(undefined, references),
      latest: calendar.latestDayIn(this.p.clock().toISOString(), references),
    })
    await this.p.waitFor(moment.knownAt)
    const drafted = await this.within((answers) => answered(answers, { ...permitted, p: this.p }, moment), permitted)
    const { answer, opened } = draftOf(drafted, permitted)
    return { answer: { ...answer, moment }, opened }
  }

  /** All that one answer reads is of one moment; a file, which is long, has a moment that nobody else waits for. */
  private within<T>(
    work: (answers: MomentAnswers) => Promise<T>,
    { gone, question }: { gone?: AbortSignal; question: { file?: unknown } },
  ): Promise<T> {
    const apart = question.file !== undefined
    const clear = new ClearMoment(this.p.clear, { apart })
    return this.p.store.moment(
      async (reads) => {
        if (gone?.aborted) throw new NobodyWaits()
        return work(new MomentAnswers(this.p, reads, clear)).finally(() => clear.end())
      },
      { apart },
    )
  }

  readingOf(viewer: Viewer, reason?: string): ReadScope {
    return this.p.readAccess.readScopeOf(viewer, this.p.references.at(), reason)
  }

  /** Keys of the partition that a question is about; none where its route does not tell. */
  keysOf(page: Query, params: Question['params']): string[] {
    const asked = askedPartition(page, params)
    if (asked === undefined) return []
    return keysOfPartition(partitionOf(asked.slice(asked.indexOf(':') + 1), this.p, page.past?.of.partition))
  }

  /** How much is filed with whom a question is about, counted no further than `most`. */
  async filedWith(page: Query, params: Question['params'], most: number): Promise<number> {
    const keys = this.keysOf(page, params)
    return keys.length > 0 ? this.p.store.filings.count(keys, most) : 0
  }

  /** What a member reads of the present, outside any query: by documents alone, without plaintext. */
  documentsOf(viewer: Viewer): Pick<Documents, 'find'> {
    const reads = new GatheredReads(this.p.store)
    return new LiveDocuments({ reads, clear: new ClearMoment(undefined).reads }, this.readingOf(viewer))
  }

  /** The value as a member may see it outside any query. */
  async openFor<T>(value: T, viewer: Viewer, reason?: string): Promise<T> {
    const keys = new HeldKeys(this.p.vault)
    await keys.meet(value)
    return revealFor(this.readingOf(viewer, reason), keys, this.p).open(value)
  }

  /** The event at a position, opened as far as the viewer may see it; of private writing of others its outline. */
  async event(position: Position, viewer: Viewer, reason?: string): Promise<AnswerDraft<StoredEvent>> {
    const event = (await this.p.log.eventAt(position)) ?? refuse('not-found')
    const reading = this.readingOf(viewer, reason)
    const asked = { question: {} }
    const seen = await this.within((answers) => this.seen(event, answers, { viewer, reading, reason }), asked)
    if (!seen.isOpen) return { answer: outlineOf(event) }
    const read = this.p.registry.catalogue.read(event)
    const keys = new HeldKeys(this.p.vault)
    await keys.meet(read.data)
    const reveal = revealFor(reading, keys, this.p)
    const answer = reveal.open(read, { private: seen.isPrivate })
    return { answer, opened: openedIn({ page: 'event', viewer, reason, position, opened: reveal.partitions() }) }
  }

  /** @throws DomainError `not-found` where the viewer may not know of the event */
  private async seen(
    event: StoredEvent,
    answers: MomentAnswers,
    by: { viewer: Viewer; reading: ReadScope; reason?: string },
  ): Promise<{ isPrivate: boolean; isOpen: boolean }> {
    const { readAccess, privateWriting } = this.p
    const { metadata } = event
    const isHistory = metadata.customers.length > 0 || metadata.contacts.length > 0
    const isReadable = isHistory
      ? await answers.readsFact(event, by.viewer, by.reading)
      : readAccess.mayReadUnfiled(by.viewer, event)
    if (!isReadable) return refuse('not-found')
    const isPrivate = privateWriting.isPrivate(event.type)
    return { isPrivate, isOpen: !isPrivate || (await answers.opensPrivate(event, by)) }
  }

  /** By id of a survivor, the units that deal with it. */
  unitsOfEach(ids: readonly string[]): Promise<Map<string, readonly string[]>> {
    return new MomentAnswers(this.p, this.p.store, new ClearMoment(this.p.clear)).unitsOfEach(ids)
  }

  /** Units that deal with one of the customers, under whichever of its ids. */
  unitsAround(customers: readonly string[]): Promise<string[]> {
    return new MomentAnswers(this.p, this.p.store, new ClearMoment(this.p.clear)).unitsAround(customers)
  }
}

/** @param moment of the past, that the read models have passed; the present unless told */
async function answered(
  answers: MomentAnswers,
  { p, ...permitted }: Permitted & { p: AnsweringParts },
  moment?: Moment & { knownAt: Position },
): Promise<Drafted> {
  const { question } = permitted
  const one = (of: Permitted) => (moment ? answers.past(of, moment) : answers.present(of))
  return question.file ? asFile(permitted, cellsFor(question, p), one) : one(permitted)
}

function draftOf(drafted: Drafted, { page, question }: Permitted): AnswerDraft<Answer> {
  const { body, file, position, stoppedAt, opened } = drafted
  const asked = askedPartition(page, question.params)
  return {
    answer: { body, ...(file && { file }), position, stoppedAt },
    opened: openedIn({ ...question, position, opened, asked }),
  }
}

/** What is to go on record: that personal values were opened, and every export; undefined where there was neither. */
function openedIn(accounted: Accounted): OpenedValues | undefined {
  const { page, viewer, reason, position, opened, asked, file } = accounted
  if (opened.length === 0 && !file) return undefined
  const partitions = [...new Set([...(asked === undefined ? [] : [asked]), ...opened])]
  return { kind: file ? 'export' : 'read', viewer: viewer.member, page, partitions, reason, position }
}
