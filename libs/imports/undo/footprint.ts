/**
 * What an import has recorded, and what others have built on it since: one pass over the log from the
 * import's start. Held in memory are the import's own facts and the uses of its records.
 */
import {
  type Correction,
  type EventLog,
  isRetracted,
  type NamedRecords,
  type Position,
  type StoredEvent,
  versionsOf,
} from '#kernel'
import type { ImportState } from '../run/course/import-stream.js'
import { isMovedAlong, isOfUndo, SaidOfFact, type UndoneFrom } from './standing.js'

/** A fact of the import. */
export interface OwnFact {
  id: string
  type: string
  stream: string
  revision: number
  position: Position
  /** Streams of the records it names. */
  names: ReadonlySet<string>
  corrects?: Correction
}

/** Id of the first event of the fact. */
export const firstEventOf = ({ id, corrects }: Pick<OwnFact, 'id' | 'corrects'>): string => corrects?.eventId ?? id

/** For which a fact of the import stays. */
export interface KeepingEvent {
  id: string
  stream: string
}

/** A later fact, of somebody else, that builds on a record of the import. */
export interface Use extends KeepingEvent {
  position: Position
}

export interface Footprint {
  /** In recorded order. */
  facts: OwnFact[]
  /** Streams whose first fact that still holds is of the import. */
  begun: ReadonlySet<string>
  /** Stream → the last fact of somebody else on it, or that names its record. */
  uses: ReadonlyMap<string, Use>
}

const pageSize = 2000

/** @throws Error when the log cannot be read */
export async function footprintOf(
  id: string,
  { from, undoneFrom }: Pick<ImportState, 'from'> & { undoneFrom: UndoneFrom },
  { log, references }: { log: EventLog; references: NamedRecords },
): Promise<Footprint> {
  const tracing = new Tracing(id, undoneFrom, references)
  for (let after: Position = from; ; ) {
    const page = await log.readAll({ after, limit: pageSize })
    for (const event of page) tracing.take(event)
    if (page.length < pageSize) return tracing.footprint(await begunAnew(tracing.continuing(), log))
    after = page.at(-1)?.position ?? after
  }
}

/** Of the streams that had been there before, those of which nothing held when the import first wrote on them. */
async function begunAnew(streams: ReadonlyMap<string, OwnFact>, log: EventLog): Promise<string[]> {
  const found: string[] = []
  for (const [stream, { position }] of streams) {
    const earlier = (await log.readStream(stream)).filter((event) => event.position < position)
    if ([...versionsOf(earlier).values()].every(isRetracted)) found.push(stream)
  }
  return found
}

interface UseOfStreams {
  streams: string[]
  use: Use
}

/** First event → what others have said of it since the import. */
type Uses = Map<string, SaidOfFact<UseOfStreams>>

class Tracing {
  private readonly facts: OwnFact[] = []
  /** Ids of the import's facts, and of what followed from them without a person's doing. */
  private readonly own = new Set<string>()
  /** Stream → the import's first fact on it. */
  private readonly streams = new Map<string, OwnFact>()
  /** Of facts of others: the last of what was said of one counts. */
  private readonly usedBy: Uses = new Map()
  /** Of facts of the import: all that was said of one counts. */
  private readonly correctedBy: Uses = new Map()
  private before: StoredEvent | undefined

  constructor(
    private readonly id: string,
    private readonly undoneFrom: UndoneFrom,
    private readonly references: NamedRecords,
  ) {}

  take(event: StoredEvent): void {
    const { before } = this
    this.before = event
    if (event.stream === `import-${this.id}` || isMovedAlong(event, before)) return
    const { importId, causationId } = event.metadata
    const followed = causationId !== undefined && this.own.has(causationId)
    if (importId === this.id && isOfUndo(event, this.undoneFrom)) return
    if (importId === this.id || followed) this.takeOwn(event)
    else this.takeOther(event)
  }

  private takeOwn(event: StoredEvent): void {
    const { id, type, stream, revision, position, metadata } = event
    const names = this.references.of(event)
    const fact = { id, type, stream, revision, position, names, corrects: metadata.corrects }
    this.facts.push(fact)
    this.own.add(id)
    if (!this.streams.has(stream)) this.streams.set(stream, fact)
  }

  /** Somebody's own correction of their own fact replaces or takes back the use it was. */
  private takeOther(event: StoredEvent): void {
    const { corrects } = event.metadata
    const first = corrects?.eventId ?? event.id
    const isOfOwn = this.own.has(first)
    const streams = corrects?.mode === 'retract' && !isOfOwn ? [] : this.usedIn(event)
    if (isOfOwn) this.note(this.correctedBy, first, { event, streams })
    else if (streams.length > 0 || this.usedBy.has(first)) this.note(this.usedBy, first, { event, streams })
  }

  private note(uses: Uses, first: string, { event, streams }: { event: StoredEvent; streams: string[] }): void {
    const { id, stream, position } = event
    const standing = uses.get(first) ?? new SaidOfFact(this.undoneFrom)
    uses.set(first, standing)
    standing.take(event, { streams, use: { id, stream, position } })
  }

  private usedIn(event: StoredEvent): string[] {
    return [event.stream, ...this.references.of(event)].filter((stream) => this.streams.has(stream))
  }

  /** Streams that had been there before, each with the import's first fact on it. */
  continuing(): ReadonlyMap<string, OwnFact> {
    return new Map([...this.streams].filter(([, { revision }]) => revision > 0))
  }

  footprint(begunAnew: readonly string[]): Footprint {
    const begun = [...this.streams].flatMap(([stream, { revision }]) => (revision === 0 ? [stream] : []))
    const uses = new Map<string, Use>()
    const last = [...this.usedBy.values()].flatMap(({ all }) => all.slice(-1))
    const corrections = [...this.correctedBy.values()].flatMap(({ all }) => all)
    for (const { streams, use } of [...last, ...corrections]) for (const stream of streams) keepLast(uses, stream, use)
    return { facts: this.facts, begun: new Set([...begun, ...begunAnew]), uses }
  }
}

function keepLast(uses: Map<string, Use>, stream: string, use: Use): void {
  const known = uses.get(stream)
  if (!known || known.position < use.position) uses.set(stream, use)
}
